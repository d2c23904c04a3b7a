"""What every page asks first: the house, the line it is about, and who is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from flask import abort, current_app
from flask_login import current_user

from warmline.domain.accounts import Account, Deed, Role
from warmline.domain.line import LineBook
from warmline.web.house import WebHouse

MOST_TOLD: Final = 400
"""Letters of one entry in the audit log."""


def house() -> WebHouse:
    """What the pages are given."""
    return cast("WebHouse", current_app.extensions["warmline.web"])


def book_of(line_id: str) -> LineBook:
    """A line, or no such page."""
    return house().roster.book(line_id) or abort(404)


def myself() -> Account:
    """Whoever is signed in."""
    account: Account = current_user.account
    return account


def my_books() -> list[LineBook]:
    """The lines on which they do something."""
    me = myself()
    return [book for book in house().roster.books() if me.may(frozenset(Role), book.line.id)]


def note_edit(line_id: str, told: Sequence[str]) -> None:
    """Say in the audit log what they have changed of a line; each change is one entry."""
    for sentence in told:
        house().people.note(myself().name, Deed.EDITED, line=line_id, told=sentence[:MOST_TOLD])
