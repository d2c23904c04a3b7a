"""The judge as Redis runs it: one library of functions, loaded once and then called by its name.

A script that is sent by its hash is run from its first line each time: 2,000 lines of definitions
for a step of twenty. A function's library is read when it is loaded (docs/decisions/0044).
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import Any, Final

import redis

from warmline.domain.call import NEXT
from warmline.domain.errors import StoreTrouble

NAMED: Final = "warmline_"
"""Begins the name of every library of ours; the rest tells which text it was made of."""
NOT_LOADED: Final = "Function not found"
NO_FUNCTIONS: Final = "unknown command"
CANNOT_KEEP: Final = "MISCONF"
"""Its disk is full, say: nothing is written, so that nothing is lost, and no step can be taken."""
TOO_OLD: Final = (
    "this Redis is too old for the warmline: it needs Redis 7 or newer, or any Valkey"
    " (REDIS_URL names it)"
)


@cache
def script() -> str:
    """The Lua files in the order of their names, the state table of the domain in front of them."""
    rows = "\n".join(
        f"  ['{state} {event}'] = '{to}'," for (state, event), to in sorted(NEXT.items())
    )
    folder = resources.files("warmline.adapters.judge")
    files = sorted(one.name for one in folder.iterdir() if one.name.endswith(".lua"))
    body = "\n".join(folder.joinpath(name).read_text("utf-8") for name in files)
    return f"local NEXT = {{\n{rows}\n}}\n{body}"


@cache
def library(text: str) -> tuple[str, str]:
    """The name of the library of such a judge, and its text as Redis loads it."""
    name = NAMED + hashlib.sha256(text.encode()).hexdigest()[:16]
    return name, f"#!lua name={name}\n{text}\nredis.register_function('{name}', run)\n"


class Judge:
    """Runs one step. A store that does not know this text, because it is new or was emptied of it,
    is given it first; two versions of the program have a library each."""

    def __init__(self, connection: redis.Redis, text: str | None = None) -> None:
        """`text`: other Lua than ours, for those who try what a fault in it would do."""
        self._connection: Any = connection
        text = script() if text is None else text
        self._name, self._library = library(text)

    def __call__(self, step: str, given: str, once: str) -> bytes:
        """The answer of one step as JSON; `given`: its arguments as JSON, `once`: the asker's mark.

        Raises what redis-py raises, and `StoreTrouble` when this Redis has no functions, or cannot
        keep anything for now.
        """
        try:
            return self._call(step, given, once)
        except redis.ResponseError as error:
            if NO_FUNCTIONS in str(error):
                raise StoreTrouble(TOO_OLD) from None
            if CANNOT_KEEP in str(error):
                raise StoreTrouble(CANNOT_KEEP) from None
            if NOT_LOADED not in str(error):
                raise
        self._connection.function_load(self._library, replace=True)
        return self._call(step, given, once)

    def clear_away(self) -> None:
        """Forget the libraries of other versions; one that is still in use is loaded anew."""
        for found in self._connection.function_list(library=f"{NAMED}*"):
            name = _library_name(found)
            if name != self._name:
                self._connection.function_delete(name)

    def _call(self, step: str, given: str, once: str) -> bytes:
        answer: bytes = self._connection.fcall(self._name, 0, step, given, once)
        return answer


def _library_name(found: Any) -> str:
    """Of one entry of FUNCTION LIST, which is a map or a flat list, as the protocol has it."""
    if not isinstance(found, dict):
        found = dict(zip(found[::2], found[1::2], strict=True))
    name = found.get(b"library_name") or found["library_name"]
    return name.decode() if isinstance(name, bytes) else str(name)
