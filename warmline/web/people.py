"""People: who may sign in, invited and locked from the console. Links are shown once."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, abort, render_template, request, url_for

from warmline.domain.accounts import EVERY_LINE, Account, Grant, Role, plain_name
from warmline.services.accounts import Refused
from warmline.web._fresh import asks_again
from warmline.web._guard import only_for
from warmline.web._here import house, my_books, myself
from warmline.web.menu import in_menu

pages = Blueprint("people", __name__, url_prefix="/console")

INVITES = frozenset({Role.COORDINATOR, Role.OPERATOR})


@pages.get("/people")
@only_for(INVITES)
@in_menu("People", 70)
def everybody() -> str:
    """Who does what on the lines that the reader looks after."""
    return _page()


@pages.post("/people/invite")
@only_for(INVITES)
@asks_again
def invite() -> str:
    """Somebody new: their invitation, shown once."""
    name, line = request.form.get("name", ""), request.form.get("line", "")
    roles = [one for one in Role if one in request.form.getlist("role")]
    if not roles:
        return _page(amiss="roles")
    grants = [Grant(role, line) for role in roles]
    if not all(map(_may_give, grants)):
        abort(403)
    return _linked(lambda: house().people.create(name, grants, myself().name), name)


@pages.post("/people/reset")
@only_for(INVITES)
@asks_again
def reset() -> str:
    """Password, phone and codes of somebody are taken away; a new invitation."""
    name = _theirs().name
    if name == myself().name:
        return _page(amiss="myself")
    return _linked(lambda: house().people.reset(name, myself().name), name)


@pages.post("/people/lock")
@only_for(INVITES)
@asks_again
def lock() -> str:
    """Keep somebody out, or let them in again: as the button said that was pressed.

    Of two coordinators who lock the same person, the second lets nobody in.
    """
    theirs = _theirs()
    if theirs.name == myself().name:
        return _page(amiss="myself")
    locked = request.form.get("want") != "in"
    if locked != theirs.locked:
        house().people.lock(theirs.name, locked=locked, by=myself().name)
    return _page()


def _linked(make: Callable[[], str], name: str) -> str:
    try:
        token = make()
    except Refused as no:
        return _page(amiss="name", why=str(no))
    # Never below the name by which this request came: that is whatever a browser was told.
    link = house().address + url_for("console.invitation", token=token)
    return _page(link=link, invited=plain_name(name))


def _page(amiss: str = "", why: str = "", link: str = "", invited: str = "") -> str:
    me = myself()
    lines = [book.line for book in my_books() if me.may(INVITES, book.line.id)]
    return render_template(
        "people.html",
        people=[one for one in house().people.everybody() if _is_mine(one)],
        lines=lines,
        every=_may_give(Grant(Role.COORDINATOR)),
        roles=[one for one in Role if one is not Role.OPERATOR or me.may({Role.OPERATOR})],
        me=me,
        amiss=amiss,
        why=why,
        link=link,
        invited=invited,
        typed=request.form,
    )


def _theirs() -> Account:
    """The account that a form is about, if it is the reader's to change."""
    name = plain_name(request.form.get("name", ""))
    found = next((one for one in house().people.everybody() if one.name == name), None)
    if found is None or not _is_mine(found):
        abort(404)
    return found


def _is_mine(account: Account) -> bool:
    """Whether all that somebody does is the reader's to give.

    Whoever also works on another line, or runs the installation, is not a coordinator's to reset.
    """
    return all(map(_may_give, account.grants))


def _may_give(grant: Grant) -> bool:
    """Whether the reader may give such a role: of their own line, and no more than their own."""
    needed = {Role.OPERATOR} if grant.role is Role.OPERATOR else INVITES
    if grant.line == EVERY_LINE:
        return any(one.line == EVERY_LINE and one.role in needed for one in myself().grants)
    return myself().may(needed, grant.line)
