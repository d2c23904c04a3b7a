"""Who is signed in to the console or to their own page."""

from __future__ import annotations

from typing import Final

from warmline.domain.kept import HOUR, Class, Kept, Reader

WEB: Final = (
    Kept(
        "wl:web:session:<mark>",
        "somebody is signed in to the console: when they did, under a hash of a random mark",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "half an hour after they were last seen; when they sign out",
        1800,
        kind="string",
        unseen="no story signs in to the console",
    ),
    Kept(
        "wl:web:of:<who>",
        "when sessions of somebody began, under a hash of whose and of which, so that they can end "
        "one of them",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "12 hours after the last began",
        12 * HOUR,
        kind="hash",
        unseen="no story signs in to the console",
    ),
    Kept(
        "wl:web:tries:<what>",
        "how often something secret was tried, under a hash of the sign-in name",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "a quarter of an hour after the first; when it was right",
        900,
        kind="string",
        unseen="no story signs in to the console",
    ),
    Kept(
        "wl:web:ended:<who>",
        "when a supporter signed out of their own page everywhere, under a hash of their id",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "12 hours",
        12 * HOUR,
        kind="string",
        unseen="no story signs in to a page",
    ),
    Kept(
        "wl:web:used:<code>",
        "a code was used, under a hash of it and of whose it is",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "5 minutes",
        300,
        kind="string",
        unseen="no story signs in to the console",
    ),
)
