"""What every app builds anew for each of its addresses, and one process need build only once.

Werkzeug writes and compiles two small functions for each route. They depend on nothing but the
route; a suite that makes thousands of apps of the same routes would spend a minute on them.
"""

from __future__ import annotations

from typing import Any, Final

from werkzeug.routing.rules import Rule

_built: Final[dict[Any, Any]] = {}
_compiled_anew = Rule._compile_builder


def _compiled(rule: Rule, append_unknown: bool = True) -> Any:
    if rule.defaults:
        return _compiled_anew(rule, append_unknown)  # its converters take part, too
    key = rule.rule, tuple(rule._trace), append_unknown
    if key not in _built:
        _built[key] = _compiled_anew(rule, append_unknown)
    return _built[key]


def keep() -> None:
    """From now on each route is compiled once in this process."""
    Rule._compile_builder = _compiled  # type: ignore[method-assign,assignment]  # on purpose
