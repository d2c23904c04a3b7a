"""What was typed, less what nobody types: signs without a shape that come along with a paste.

PostgreSQL keeps no NUL, and what a caller hears is XML, in which there may be none of them. Around
a number out of somebody's contacts there often are signs for the direction of writing: with one
of them a name could turn round the number behind it before the eyes of whoever approves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from flask import Request
from werkzeug.datastructures import ImmutableMultiDict

_SHAPELESS: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)


class Typed(ImmutableMultiDict[str, Any]):
    """The fields of a form, or what stands behind the question mark of an address."""

    def __init__(self, pairs: Iterable[tuple[str, Any]] = ()) -> None:
        # A file stays as it is.
        super().__init__(
            [(name, plain(one) if isinstance(one, str) else one) for name, one in pairs]
        )


class TypedRequest(Request):
    """A request as the pages see it."""

    parameter_storage_class = Typed


def plain(text: str) -> str:
    """A text without such signs."""
    return _SHAPELESS.sub("", text)
