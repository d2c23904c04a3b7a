"""The log: every field that a line may have, and what libraries write beside it."""

from __future__ import annotations

from typing import Final

from warmline.domain.kept import Class, Kept, Reader

WHERE: Final = "as long as whatever collects the server's output keeps it; that is the operator's"


def _log(name: str, what: str) -> Kept:
    return Kept(name, what, Class.OPERATION, Reader.LOGS, WHERE)


LOG_FIELDS: Final = (
    _log("timestamp", "when it was written"),
    _log("level", "how grave it is"),
    _log("event", "what happened to the installation, in one word"),
    _log("error", "the kind of an error, never its own words"),
    _log("page", "the name of the page that failed, not its address"),
    _log("reason", "our own sentence about what is the matter"),
    _log("count", "a number of things: how often a code was tried"),
    _log("kind", "a sort of thing: which text or call to a supporter was not made"),
    _log("process", "one of our processes; nothing writes it yet"),
)
"""The allow-list of `warmline/logs.py`: what is not on it is dropped."""

LIBRARIES: Final = (
    _log("level, name, message", "a library's own warning; the talkative ones are held to those"),
    _log("gunicorn", "starts, ends, and of an error the kind and the place; no access log"),
    _log("rq", "of a job that failed, its name, the kind of error and the place"),
    _log("store.log", "starts and ends of the embedded store, and how its file was written anew"),
)
"""What is written in other forms."""
