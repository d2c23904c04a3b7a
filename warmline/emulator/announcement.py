"""A document performed to participants while their conference goes on."""

from __future__ import annotations

from .conference import Conference, Participant
from .document import TwimlFailure
from .ear import Ear
from .script import ROOM_WAIT, allowed, load, note
from .sounds import SOUNDS, resolve
from .stage import Goto, Stage
from .tasks import Script


class Announcement(Stage):
    """A document performed to participants while the conference goes on."""

    def __init__(self, conference: Conference, audience: list[Participant]) -> None:
        """The audience is fixed when the announcement begins."""
        super().__init__(conference.emu, conference.sid)
        self.conference = conference
        self.audience = audience

    def ears(self) -> list[Ear]:
        """Return the ears of those of the audience who are still in the room."""
        return [ear for one in self.audience if one.present for ear in one.leg.ears()]

    def params(self) -> dict[str, str]:
        """Return what the announceUrl is told."""
        params = {
            "ConferenceSid": self.conference.sid,
            "FriendlyName": self.conference.name,
            "AccountSid": self.emu.account_sid,
        }
        return params | (self.audience[0].params() if len(self.audience) == 1 else {})


def announce(stage: Announcement, goto: Goto) -> Script[None]:
    """Perform an announcement; the callback says whether it went through."""
    only = stage.audience[0] if len(stage.audience) == 1 else None
    following: Goto | None = goto
    try:
        while following is not None:
            document = yield from load(stage, following)
            following = None
            for verb in document.verbs:
                if not allowed(stage, verb, document, ROOM_WAIT):
                    continue
                if verb.name == "Redirect":
                    url = resolve(document, verb.text)
                    following = Goto(url, verb.attrs.get("method", "POST"), kind=goto.kind)
                    break
                yield from SOUNDS[verb.name](stage, verb, document)
    except TwimlFailure as failure:
        note(stage, failure, goto.url, stage.params())
        stage.conference.event("announcement-fail", only)
        return
    stage.conference.event("announcement-end", only)
