"""Who may sign in to the console, and what it keeps for a while."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from warmline.domain.accounts import Account, Entry, Passkey
from warmline.domain.switches import Switch


class Accounts(Protocol):
    """Who may sign in to the console, and what they did there. May raise StoreTrouble."""

    def account(
        self, *, name: str = "", stamp: str = "", invitation: str = "", passkey: str = ""
    ) -> Account | None:
        """The account of a plain name, a stamp, an open invitation, or a passkey's own id."""
        ...

    def accounts(self) -> list[Account]:
        """Everybody, by name."""
        ...

    def add(self, account: Account) -> bool:
        """A new account; False when somebody has that name."""
        ...

    def save(self, account: Account, was: str | None = None) -> bool:
        """Keep what changed, except grants and passkeys. Whether it was kept.

        `was`: the stamp of the account as it was read. When it has another by now (somebody was
        locked out, reset or signed out everywhere), nothing is kept: an older copy of an account
        undoes no lock.
        """
        ...

    def add_passkey(self, account_id: str, passkey: Passkey) -> bool:
        """One passkey more; False when it is known, or they have one of that name."""
        ...

    def passkey_used(self, credential: str, counter: int, on: date) -> None:
        """It opened the door on that day."""
        ...

    def remove_passkeys(self, account_id: str, name: str | None = None) -> bool:
        """The one of that name, or all of theirs. Whether there was one."""
        ...

    def join(self, invitation: str, password: str, stamp: str, now: datetime) -> bool:
        """Follow an invitation that is open now, once: the password (a hash) is theirs."""
        ...

    def note(self, entry: Entry) -> None:
        """Write into the audit log; what is older than a year goes."""
        ...

    def entries(self, limit: int) -> list[Entry]:
        """The latest of the audit log, newest first."""
        ...


class Switches(Protocol):
    """Emergency switches of lines. May raise StoreTrouble."""

    def throw(self, line_id: str, switch: Switch) -> None:
        """Keep a switch; another one that is on ends with it."""
        ...

    def take_back(self, line_id: str, at: datetime) -> bool:
        """End the one that is on at this instant (UTC). Whether there was one."""
        ...


class WebStore(Protocol):
    """What the console keeps for minutes and hours. May raise StoreTrouble."""

    def open_session(self, mark: str, began: float, idle: int) -> None:
        """Somebody signed in; forgotten after `idle` seconds in which they are not seen."""
        ...

    def session(self, mark: str, idle: int | None) -> float | None:
        """When a session began; None when it is over.

        It is seen by this, and lasts `idle` seconds from now. With None nobody was there.
        """
        ...

    def list_session(self, who: str, mark: str, began: float, seconds: int) -> None:
        """Let somebody find this session among theirs; for `seconds` at most."""
        ...

    def sessions_of(self, who: str) -> dict[str, float]:
        """Their sessions that are not over: when each began, by a name that opens nothing."""
        ...

    def end_session(self, who: str, name: str) -> bool:
        """End one session of theirs by its name. Whether it was theirs."""
        ...

    def name_of_session(self, mark: str) -> str:
        """The name of a session among `sessions_of`."""
        ...

    def close_session(self, mark: str) -> None:
        """They signed out."""
        ...

    def end_sessions(self, who: str, at: float, seconds: int) -> None:
        """Every session of theirs that began before is over; known for `seconds`."""
        ...

    def ended(self, who: str) -> float:
        """When their sessions were last ended; 0 when that is not known."""
        ...

    def count(self, what: str, seconds: int) -> int:
        """One more of these, and how many within `seconds` since the first."""
        ...

    def forget(self, what: str) -> None:
        """Begin to count from nothing."""
        ...

    def first_use(self, what: str, seconds: int) -> bool:
        """Whether this was not used within the last `seconds`; now it is."""
        ...
