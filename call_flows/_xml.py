"""Elements of a document as text: the few kinds that `_kit` needs, written down at once.

A tree that is first built and then written costs a page more than its step in the store does.
"""

from __future__ import annotations

import re
from typing import Final

DECLARED: Final = '<?xml version="1.0" encoding="UTF-8"?>'

_NEVER: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that no XML may have, however they are written: with one of them a whole page is lost."""


def element(name: str, inside: str = "", /, **attributes: str | int | bool | None) -> str:
    """One element around what is written already. What is None is left out; `a_b` is `a:b`."""
    given = "".join(
        f' {attribute.replace("_", ":")}="{_value(value)}"'
        for attribute, value in attributes.items()
        if value is not None
    )
    return f"<{name}{given}>{inside}</{name}>" if inside else f"<{name}{given} />"


def text(words: str) -> str:
    """Words as they stand between two tags."""
    plain = _NEVER.sub("", words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace("\r", "&#13;")


def _value(value: str | int | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    # A line's end or a tab would be read as a blank.
    return text(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
