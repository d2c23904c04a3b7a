"""How a setting is declared, and how all of them are read at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_type_hints

from warmline.domain.wording import nearest

OURS = "WARMLINE_"
OF_TESTS = "WARMLINE_TEST_"
"""Names that tests and development use; they set nothing about the warmline."""


class SettingsError(Exception):
    """The settings cannot be used. `problems` says for each what to do; no secret is quoted."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(self.problems))


class BadValue(ValueError):
    """The value cannot be used; the message is a sentence that says how to mend it."""


Reader = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Declared:
    """One setting: its name in the environment, how it is read, its default, what it means.

    `default` is written as in the environment; empty means that it may be unset, which is None.
    `shown` says in words what holds then.
    """

    env: str
    read: Reader
    default: str
    doc: str
    unit: str = ""
    shown: str = ""


def declarations(cls: type) -> dict[str, Declared]:
    """What is declared by `Annotated`, by field name, in order."""
    hints = get_type_hints(cls, include_extras=True)
    return {name: hint.__metadata__[0] for name, hint in hints.items()}


def read_all(cls: type, environ: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    """Every value by field name, and what is wrong. What is empty counts as not set."""
    values: dict[str, Any] = {}
    problems = []
    for name, one in declarations(cls).items():
        values[name] = one.read(one.default) if one.default else None
        if written := environ.get(one.env, "").strip():
            try:
                values[name] = one.read(written)
            except BadValue as bad:
                problems.append(f"{one.env}: {bad}")
    return values, problems


def strangers(cls: type, environ: Mapping[str, str]) -> list[str]:
    """Problems with names that look like ours and are none: most likely misspelt."""
    known = {declared.env for declared in declarations(cls).values()}
    return [
        f"{name} is no setting. {_instead(name, known)}"
        for name in sorted(environ)
        if name.startswith(OURS) and not name.startswith(OF_TESTS) and name not in known
    ]


def _instead(name: str, known: Iterable[str]) -> str:
    """What to do about an unknown name; the part that all have in common is no likeness."""
    near = nearest(name.removeprefix(OURS), [one.removeprefix(OURS) for one in known])
    return f'Did you mean "{OURS}{near}"?' if near else "Remove it."
