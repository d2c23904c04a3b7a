"""On which line of a TOML text each key stands. `tomllib` reads values but forgets lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

Path = tuple[str | int, ...]
"""`("supporter", 1, "phone")` is the phone of the second `[[supporter]]`."""

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_TOKEN = re.compile(
    r'"""|\'\'\'|"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*|[\[\]{}]',
)


class Where:
    """The lines of a text that `tomllib` has read without complaint."""

    def __init__(self, text: str) -> None:
        self._lines = dict(_lines(text))

    def line(self, path: Path) -> int:
        """The line of a key or table (from 1), or of the nearest table around it."""
        while path:
            if path in self._lines:
                return self._lines[path]
            path = path[:-1]
        return 1


def _lines(text: str) -> Iterator[tuple[Path, int]]:
    table: Path = ()
    seen: Counter[str] = Counter()
    inside = _Inside()
    for number, line in enumerate(text.splitlines(), start=1):
        rest = line
        if not inside:
            if header := _HEADER.match(line):
                table = _table(_parts(header[2]), seen, repeated=header[1] == "[[")
                yield table, number
                continue
            if key := _KEY.match(line):
                yield (*table, *_parts(key[1])), number
                rest = line[key.end() :]
        inside.read(rest)


def _parts(dotted: str) -> list[str]:
    return [part.strip("\"'") for part in _PART.findall(dotted)]


def _table(parts: list[str], seen: Counter[str], *, repeated: bool) -> Path:
    """The path of a table. Parts of the name that are repeated tables carry their number."""
    path: Path = ()
    for n, part in enumerate(parts):
        name = ".".join(parts[: n + 1])
        if repeated and n == len(parts) - 1:
            seen[name] += 1
        path = (*path, part, seen[name] - 1) if seen[name] else (*path, part)
    return path


class _Inside:
    """Whether a value that spans lines is still open: brackets, or a string in three quotes."""

    def __init__(self) -> None:
        self._depth = 0
        self._quotes = ""

    def __bool__(self) -> bool:
        return bool(self._depth or self._quotes)

    def read(self, text: str) -> None:
        """Take one more line, or what follows `key =` on it."""
        while text:
            if self._quotes:
                _, end, text = text.partition(self._quotes)
                if end:
                    self._quotes = ""
                continue
            token = _TOKEN.search(text)
            if not token:
                return
            text = text[token.end() :]
            if token[0] in ('"""', "'''"):
                self._quotes = token[0]
            else:
                self._depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
