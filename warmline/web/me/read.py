"""To read: how to listen, other places, the line as a contact, and what is erased at the end."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request

from warmline.domain.directory.search import found
from warmline.domain.line import Line
from warmline.web import words
from warmline.web.me._door import me

pages = Blueprint("read", __name__, url_prefix="/me")


@pages.get("/tips")
def tips() -> str:
    """Four cards: listening, crisis, boundaries, role."""
    return render_template("me/tips.html")


@pages.get("/places")
def places() -> str:
    """The directory that callers hear, with search."""
    wanted = request.args.get("q", "")[:60].strip()
    named = found(me().book.places, "", "")
    fit = found(named, wanted, words.language())
    return render_template("me/places.html", places=fit, wanted=wanted, all=len(named))


@pages.get("/ring-through")
def ring_through() -> str:
    """The line as a contact that rings through do-not-disturb."""
    return render_template("me/ring-through.html", line=me().book.line)


@pages.get("/contact.vcf")
def contact() -> Response:
    """The line's numbers as a contact card."""
    card = vcard(me().book.line, words.gettext("When this rings, a peer may be calling."))
    return Response(
        card,
        content_type="text/vcard; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="line.vcf"'},
    )


def vcard(line: Line, note: str) -> str:
    """A vCard 3.0, which every phone reads."""

    def plain(text: str) -> str:
        escaped = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
        return " ".join(escaped.split())

    rows = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"FN:{plain(line.name)}",
        f"N:{plain(line.name)};;;;",
        f"ORG:{plain(line.name)}",
        *(f"TEL;TYPE=VOICE:{number}" for number in line.numbers),
        f"NOTE:{plain(note)}",
        "END:VCARD",
    ]
    return "".join(f"{row}\r\n" for row in rows)


@pages.get("/farewell")
def farewell() -> str:
    """What is erased when somebody leaves, and what stays."""
    return render_template("me/farewell.html", line=me().book.line)
