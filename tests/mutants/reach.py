"""Which steps of the judge a line of Lua can have a say in."""

from __future__ import annotations

import re
from collections.abc import Mapping

HEAD = re.compile(r"^(?:local )?function ([\w.]+)\s*\(|^local ([\w, ]+?)\s*=")
WORD = re.compile(r"[A-Za-z_]\w*")
EVERY = "every step"
RUN = "run"
"""The function by which the store is asked for any step."""


def parts(texts: Mapping[str, str]) -> dict[tuple[str, int], tuple[frozenset[str], str]]:
    """What stands at the left margin, by file and first line: the names it gives, and its text."""
    found: dict[tuple[str, int], tuple[frozenset[str], str]] = {}
    for file, text in texts.items():
        at, names, lines = 1, frozenset[str](), list[str]()
        for number, line in enumerate(text.splitlines(), 1):
            if head := HEAD.match(line):
                found[file, at] = names, "\n".join(lines)
                given = head[1] or head[2]
                at, names, lines = number, frozenset(WORD.findall(given.removeprefix("STEP."))), []
                if given.startswith("STEP."):
                    names = frozenset({f"step:{next(iter(names))}"})
            elif not line.startswith((" ", "end", "}", "--")) and line:
                # A statement of its own, or a loop: whoever runs any step runs it.
                found[file, at] = names, "\n".join(lines)
                at, names, lines = number, frozenset({EVERY}), []
            lines.append(line.partition("--")[0])
        found[file, at] = names, "\n".join(lines)
    return {where: part for where, part in found.items() if part[0]}


def steps(texts: Mapping[str, str], file: str, line: int) -> set[str]:
    """The steps (`step:open`) that go through that line, as far as names tell."""
    all_parts = parts(texts)
    names, _ = all_parts[max(where for where in all_parts if where[0] == file and where[1] <= line)]
    found, wanted = set[str](), set(names)
    while wanted:
        name = wanted.pop()
        found.add(name)
        called = re.compile(rf"\b{re.escape(name.replace('step:', 'STEP.'))}\b")
        for gives, text in all_parts.values():
            if called.search(text):
                wanted |= gives - found
    return {EVERY} if {EVERY, RUN} & found else {name for name in found if name.startswith("step:")}
