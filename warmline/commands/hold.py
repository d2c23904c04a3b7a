"""`warmline hold`: a legal hold stops every deletion. Two people begin it, and two end it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import click

from warmline.adapters.clock import SystemClock
from warmline.commands._installation import open_holds, open_people
from warmline.commands._plain import PlainGroup, Sentences
from warmline.domain.accounts import Deed
from warmline.domain.legal_hold import CannotHold, LegalHold, approve, end, propose

signed = click.option("--by", required=True, help="Your name or initials.")

HOLDS = """\
From now on nothing is deleted: rows of ended calls, notes of changes, records of calls and texts at
the phone provider. Whoever calls and presses 7 twice hears it. What was deleted before does not
come back, and nothing more is written down than always: no number, no recording. Live calls are
forgotten as always, a number that waits for a call back too. See docs/operating.md."""


@click.group(cls=PlainGroup)
def hold() -> None:
    """A legal hold: from its approval on nothing is deleted, until two people have ended it."""


@hold.command("propose")
@signed
@click.option("--why", required=True, help="Which order it follows. No names, no numbers.")
def propose_(by: str, why: str) -> None:
    """Propose a legal hold. It does nothing until a second person approves it."""
    now = _now()
    _change(by, "Proposed", lambda current: propose(current, secrets.token_hex(8), why, by, now))
    click.echo("It is proposed. A second person: warmline hold approve --by NAME")


@hold.command("approve")
@signed
def approve_(by: str) -> None:
    """Approve the hold that somebody else has proposed: from now on nothing is deleted."""
    now = _now()
    _change(by, "Approved", lambda current: approve(current, by, now))
    click.echo("The legal hold is on.")
    click.echo(HOLDS)


@hold.command("end")
@signed
def end_(by: str) -> None:
    """Say that the hold is to end. When a second person says so, too, it is over."""
    now = _now()
    new = _change(by, "Asked to end", lambda current: end(current, by, now))
    if new.on:
        click.echo("The legal hold is on until a second person says: warmline hold end --by NAME")
    else:
        click.echo("It is over. What has had its time is deleted within the hour.")


@hold.command()
def show() -> None:
    """Tell every legal hold of the last year."""
    told = [line for one in open_holds().log() for line in _told(one)]
    for sentence in told or ["There is no legal hold, and there was none in the last year."]:
        click.echo(sentence)


def _told(one: LegalHold) -> Iterator[str]:
    state = "on" if one.on else "over" if one.ended_at else "proposed"
    yield f"{one.why}: {state}."
    yield f"   Proposed by {one.proposed_by} on {one.proposed_at:%Y-%m-%d}."
    if one.approved_at:
        yield f"   Approved by {one.approved_by} on {one.approved_at:%Y-%m-%d %H:%M} UTC."
    if one.ended_at:
        people = " and ".join(dict.fromkeys(filter(None, (one.end_by, one.ended_by))))
        yield f"   Ended by {people} on {one.ended_at:%Y-%m-%d %H:%M} UTC."
    elif one.end_by:
        yield f"   {one.end_by} has said that it is to end."


def _change(by: str, did: str, step: Callable[[LegalHold | None], LegalHold]) -> LegalHold:
    try:
        new = open_holds().change(step)
    except CannotHold as no:
        raise Sentences(str(no)) from None
    open_people().note(by[:60], Deed.HOLD, told=f"{did} a legal hold.")
    return new


def _now() -> datetime:
    return datetime.fromtimestamp(SystemClock().now(), UTC)
