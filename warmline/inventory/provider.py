"""What the telephone provider keeps of us, and what nobody can delete there."""

from __future__ import annotations

from typing import Final

from warmline.domain.kept import Class, Kept, Reader


def _there(name: str, what: str, cls: Class, until: str) -> Kept:
    return Kept(name, what, cls, Reader.PROVIDER, until)


PROVIDER: Final = (
    _there(
        "calls",
        "each leg of each call: both numbers, start, end, price",
        Class.CALLER,
        "we delete it when the call has ended, and try until it is gone; once an hour we look for "
        "any that was missed in the last three days. The provider may take up to 120 days to "
        "forget it everywhere",
    ),
    _there(
        "request_inspector",
        "our addresses and answers during a call: a random id, the language, what was said",
        Class.CALLER,
        "goes with the call",
    ),
    _there(
        "messages",
        "texts to supporters and coordinators, the number of a place where a caller asked for it "
        "as a text, and texts that reach the line",
        Class.CALLER,
        "we delete it once it was sent or has arrived, and try until it is gone; the provider "
        "may take up to 120 days",
    ),
    _there(
        "conferences",
        "that two phones met in a room with a random name, and when",
        Class.LIVE,
        "the provider offers no way to delete it",
    ),
    _there(
        "queues",
        "a queue with a random name, when it was made and last used",
        Class.LIVE,
        "we delete it five to six hours after it was last used",
    ),
    _there(
        "alerts",
        "of a page of ours that failed: the request, with the caller's number in it",
        Class.CALLER,
        "30 days or longer, and nobody can delete it; so our pages answer even when something "
        "of ours is broken",
    ),
    _there(
        "get_requests",
        "addresses that were asked for with their parameters in them",
        Class.OPERATION,
        "with the call; ours are soft sounds, and carry nothing of a call",
    ),
    _there(
        "opt_outs",
        "numbers that wrote STOP to the line, which may not be texted",
        Class.CALLER,
        "until they write START; nobody can delete it",
    ),
)
"""What the provider's interface shows, by the names under which our emulator keeps it."""

BEYOND: Final = (
    _there(
        "voice insights",
        "the provider's own measurements of each call, with numbers",
        Class.CALLER,
        "30 days; nobody can delete it",
    ),
    _there(
        "billing",
        "what was used and what it cost",
        Class.CALLER,
        "as long as tax and telephone law ask for",
    ),
    Kept(
        "telephone companies",
        "records of the caller's, the supporter's and every company between",
        Class.CALLER,
        Reader.PROVIDER,
        "by their own rules, often for years",
    ),
    Kept(
        "a phone's own list",
        "the caller's shows the line's number; so does the supporter's",
        Class.CALLER,
        Reader.PROVIDER,
        "until somebody deletes it there",
    ),
)
"""What is out of our reach."""
