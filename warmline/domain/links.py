"""The addresses of pages that a phone is taken to from outside a conversation.

Only opaque ids, a language and a page name stand in them. `call_flows` answers these addresses;
a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass

MEET = "meet"
"""The caller hears who took the call."""
PARTED = "parted"
"""The caller hears that the peer's phone is gone, and what may come next."""
BACK = "back"
"""What is heard by whoever picks up a phone that is called back."""
TALK = "talk"
"""The caller goes into the room."""
BESIDE = "beside"
"""The caller hears that the supporter will be right back."""
ASKED = "asked"
"""The caller is asked what the supporter proposes."""
WAIT = "wait"
"""The caller waits for a peer."""
CRISIS_OVER = "crisis/over"
"""The caller is back from the crisis line."""
ABSENT = "guest/absent"
"""What both hear in the room when 988 has not come."""
STAYS = "guest/stays"
"""What both hear there when nobody could take over."""
TROUBLE = "trouble"
"""Where the provider asks when it could not fetch a page of a phone that we rang."""
OVER = "over"
"""The page of a supporter's leg that says truthfully how this call went on without them."""


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses below the configured public one, e.g. `https://line.example.org`."""

    public_url: str

    @property
    def arrival(self) -> str:
        """Where a number of ours sends a new call."""
        return f"{self.public_url}/call"

    @property
    def ended(self) -> str:
        """Where a number of ours tells that a call has ended."""
        return f"{self.public_url}/progress/caller"

    @property
    def message(self) -> str:
        """Where a number of ours sends a text that it received."""
        return f"{self.public_url}/message"

    @property
    def replied(self) -> str:
        """Where the provider reports on a text with which we answered one."""
        return f"{self.public_url}/message/replied"

    @property
    def fallback(self) -> str:
        """Where the provider turns when a page of ours fails; also where a caller is helped on."""
        return f"{self.public_url}/trouble"

    def recording(self, name: str) -> str:
        """A sentence as a coordinator has recorded it, by the hash of its file."""
        return f"{self.public_url}/sound/words/{name}.wav"

    @property
    def selftest_phone(self) -> str:
        """Where the number that plays a supporter in test calls sends a call."""
        return f"{self.public_url}/selftest/phone"

    def selftest(self, run: str, page: int = 0, tries: int = 0) -> str:
        """A page of our own side of a test call."""
        return f"{self.public_url}/selftest/{run}/{page}/{tries}"

    def caller(self, language: str, call_id: str, page: str) -> str:
        """A page of the caller's conversation."""
        return f"{self.public_url}/call/{language}/{call_id}/{page}"

    def supporter(self, leg_id: str, page: str = "") -> str:
        """A page of a supporter's conversation; without a page the offer itself."""
        return f"{self.public_url}/offer/{leg_id}" + (f"/{page}" if page else "")

    def calendar(self, secret: str) -> str:
        """A supporter's own calendar."""
        return f"{self.public_url}/calendar/{secret}.ics"

    def errand(self, errand_id: str, page: str = "") -> str:
        """A page of a call to a supporter about themselves; without a page the first."""
        return f"{self.public_url}/errand/{errand_id}" + (f"/{page}" if page else "")

    def progress_errand(self, errand_id: str) -> str:
        """Where the provider reports on such a call."""
        return f"{self.public_url}/progress/errand/{errand_id}"

    def progress_back(self, call_id: str) -> str:
        """Where the provider reports on the phone of whoever is called back."""
        return f"{self.public_url}/progress/back/{call_id}"

    def progress_guest(self, call_id: str) -> str:
        """Where the provider reports on 988, which was called into a talk."""
        return f"{self.public_url}/progress/guest/{call_id}"

    def progress_crisis(self, at: float) -> str:
        """Where the provider reports on a crisis line that is rung while our store is away.

        `at`: when it was asked for, in seconds since the epoch.
        """
        return f"{self.public_url}/progress/crisis?at={int(at)}"

    def progress(self, leg_id: str) -> str:
        """Where the provider reports on a supporter's phone."""
        return f"{self.public_url}/progress/{leg_id}"
