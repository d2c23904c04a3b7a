"""What was typed, less what nobody types: signs without a shape that come along with a paste.

PostgreSQL keeps no NUL, and what a caller hears is XML, in which there may be none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from flask import Request
from werkzeug.datastructures import ImmutableMultiDict

_SHAPELESS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


class Typed(ImmutableMultiDict[str, Any]):
    """The fields of a form, or what stands behind the question mark of an address."""

    def __init__(self, pairs: Iterable[tuple[str, Any]] = ()) -> None:
        super().__init__([(name, _plain(value)) for name, value in pairs])


class TypedRequest(Request):
    """A request as the pages see it."""

    parameter_storage_class = Typed


def _plain(value: Any) -> Any:
    return _SHAPELESS.sub("", value) if isinstance(value, str) else value  # a file stays as it is
