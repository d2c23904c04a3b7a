"""What keeps the line going: the time, hints to workers, and whether all of it lives."""

from __future__ import annotations

from typing import Protocol

from warmline.domain.selftest import Run, Step


class Clock(Protocol):
    """Tells the time. Tests and the demo may run it fast."""

    def now(self) -> float:
        """Seconds since the epoch."""
        ...


class Jobs(Protocol):
    """Hints to act now. A lost hint costs time, never a call: deadlines hold the duty."""

    def ring(self, line_id: str) -> None:
        """Look who waits on this line and ring phones.

        Asked for again before anybody `looks`, it is the same look.
        """
        ...

    def looks(self, line_id: str) -> None:
        """The look at this line begins: what changes from here on is reason for another."""
        ...

    def dial(self, leg_id: str) -> None:
        """Ring one reserved phone."""
        ...

    def join(self, call_id: str) -> None:
        """Take the caller to the supporter who pressed 1."""
        ...

    def call_back(self, call_id: str) -> None:
        """Ring the phone of whoever asked for this call: a supporter is there for them."""
        ...

    def fetch(self, call_id: str) -> None:
        """Take a caller whose peer is gone to the page that says so."""
        ...

    def bring_in(self, call_id: str) -> None:
        """See to 988, which is to come into a talk, or is there."""
        ...

    def stays(self, call_id: str) -> None:
        """Nobody has taken over this talk in time: tell those two."""
        ...

    def hush(self, leg_id: str) -> None:
        """Silence a phone that nobody wants any more."""
        ...

    def settle(self, leg_id: str) -> None:
        """Ask the provider whether it has rung a phone."""
        ...

    def reconcile(self) -> None:
        """Compare what we believe with what the provider has."""
        ...

    def number_refused(self, supporter_id: str, line_id: str) -> None:
        """Tell the line's coordinator whose number the provider does not ring."""
        ...

    def ask_after(self, call_id: str) -> None:
        """Ask the provider whether the phones of a call are still there."""
        ...

    def send_supporter(self, sid: str, leg_id: str, page: str) -> None:
        """Take a supporter's phone to another page."""
        ...

    def text(self, supporter_id: str, line_id: str, words: str) -> None:
        """Text a supporter the words of that id."""
        ...

    def send_number(self, text_id: str) -> None:
        """Send a number of the directory to the phone of a caller who wants it."""
        ...

    def nobody_answered(self, line_id: str) -> None:
        """Tell the line's coordinator that everyone was rung in vain; nothing about a caller."""
        ...

    def off_duty(self, supporter_id: str, line_id: str) -> None:
        """Keep for good that a supporter is off until their shift ends."""
        ...

    def write_row(self, call_id: str) -> None:
        """Count an ended call."""
        ...

    def selftest(self, line_id: str) -> None:
        """Have a line call itself."""
        ...

    def go_on_with_selftest(self, run_id: str) -> None:
        """Make a test call that had to wait, or look how it went."""
        ...

    def look_for_leftovers(self, line_id: str) -> None:
        """Ask the provider what it keeps of a line's numbers that it should not."""
        ...

    def forget(self, sid: str) -> None:
        """Delete what the provider keeps of one call."""
        ...

    def tidy(self) -> None:
        """Delete what has had its time in the database."""
        ...

    def errand(self, errand_id: str) -> None:
        """Send a supporter the text, or make the call, of an errand."""
        ...


class Pulse(Protocol):
    """How the machinery is: whether a clock ticks, what waits, who works. No call stands in it.

    Each method may raise `StoreTrouble`.
    """

    def beat(self) -> None:
        """A clock says that it lives."""
        ...

    def ticks(self) -> bool:
        """Whether a clock has said so lately."""
        ...

    def overdue(self) -> int:
        """How many deadlines passed more than a second ago and nobody has dealt with them."""
        ...

    def jobs(self) -> dict[str, int]:
        """Jobs that wait, by queue."""
        ...

    def stuck(self, seconds: float) -> bool:
        """Whether the first job of a queue has waited for longer than that."""
        ...

    def workers(self) -> dict[str, int]:
        """Workers that have signed on, by queue. One that was killed counts for some minutes."""
        ...


class Spells(Protocol):
    """What is known of each alarm: a short text. Each method may raise `StoreTrouble`."""

    def spell(self, name: str) -> str:
        """The text kept under a name; empty for none."""
        ...

    def change(self, name: str, was: str, now_is: str) -> bool:
        """Replace a text; False when it is not what it was any more: somebody else looked, too."""
        ...


class TestCalls(Protocol):
    """Test calls on their way (see `domain.selftest`). Each method may raise `StoreTrouble`."""

    def begin(self, run: Run) -> bool:
        """Expect this one on its line; False while another one is expected there."""
        ...

    def expected(self, line_id: str) -> str:
        """The id of the run that is on its way to a line; empty for none."""
        ...

    def claim(self, line_id: str, sid: str) -> bool:
        """Whether this call, which shows our number, comes while a test is on its way: the first
        is taken for it, and whatever else comes then is kept off the line, too.
        """
        ...

    def placed(self, run_id: str, sid: str) -> None:
        """The call is about to be made (no id yet), or has been, under this provider's id."""
        ...

    def passed(self, run_id: str, step: Step) -> None:
        """This step has come."""
        ...

    def also(self, run_id: str, sid: str) -> None:
        """The provider keeps this one, too, because of the run."""
        ...

    def run(self, run_id: str) -> Run | None:
        """The run as it stands, for ten minutes."""
        ...

    def over(self, run: Run) -> None:
        """It is not expected any more."""
        ...
