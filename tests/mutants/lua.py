"""Mutants of the judge. No tool that we know of makes any of Lua.

Changed are comparisons, `and` and `or`, `not`, numbers, plus and minus, true and false; and each
statement that is a call or an assignment is left out once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.mutants.mutant import Mutant, numbered, on_one_line

TOKEN = re.compile(
    r"""(?P<comment>--[^\n]*)
    |(?P<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")
    |(?P<number>\d+(?:\.\d+)?(?:e\d+)?)
    |(?P<word>[A-Za-z_]\w*)
    |(?P<sign>==|~=|<=|>=|\.\.\.?|[-+*/%^\#<>=(){}\[\];:,.])""",
    re.VERBOSE,
)
INSTEAD = {
    "==": ("~=",),
    "~=": ("==",),
    "<": ("<=", ">="),
    "<=": ("<", ">"),
    ">": (">=", "<="),
    ">=": (">", "<"),
    "and": ("or",),
    "or": ("and",),
    "not": ("",),
    "true": ("false",),
    "false": ("true",),
    "+": ("-",),
    "-": ("+",),
    "*": ("/",),
    "/": ("*",),
}
OPENING = frozenset({"then", "do", "else", "repeat"})
"""Words after which a statement may begin; so it may after any whole line."""
CLOSING = frozenset({"end", "else", "elseif", "until"})
GOES_ON = frozenset(
    [
        "+",
        "-",
        "*",
        "/",
        "%",
        "..",
        "==",
        "~=",
        "<",
        ">",
        "<=",
        ">=",
        "=",
        "(",
        "{",
        "[",
        ",",
        "and",
        "or",
        "not",
        ":",
        ".",
    ]
)
"""What a statement does not end with."""
NOT_LEFT_OUT = frozenset(
    {"local", "return", "function", "if", "for", "while", "repeat", "break", "end", "else"}
    | {"elseif", "until"}
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign of Lua."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """The place behind it."""
        return self.start + len(self.text)


def tokens(text: str) -> list[Token]:
    """Every word and sign, without comments."""
    return [
        Token(str(found.lastgroup), found.group(), found.start())
        for found in TOKEN.finditer(text)
        if found.lastgroup != "comment"
    ]


def mutants(file: str, text: str) -> list[Mutant]:
    """Every mutant of a Lua file."""
    words = tokens(text)
    changes = sorted([*_words(text, words), *_left_out(text, words)])
    return numbered(_mutant(file, text, *change) for change in changes)


def _mutant(file: str, text: str, start: int, end: int, instead: str) -> Mutant:
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = len(text) if last < 0 else last
    return Mutant(
        file,
        text.count("\n", 0, start) + 1,
        on_one_line(text[first:last]),
        on_one_line(text[first:start] + instead + text[end:last]),
        text[:start] + instead + text[end:],
    )


def _words(text: str, words: list[Token]) -> Iterator[tuple[int, int, str]]:
    for before, word in zip([None, *words], words, strict=False):
        if word.kind == "number":
            number = word.text
            more = str(int(number) + 1) if number.isdigit() else f"({number} * 2)"
            yield word.start, word.end, more
        elif word.kind in {"word", "sign"}:
            # A minus in front of a number or a name changes its sign; that is another matter.
            unary = word.text == "-" and (before is None or before.text in {"(", ",", "=", "{"})
            for instead in () if unary else INSTEAD.get(word.text, ()):
                yield word.start, word.end, instead


def _left_out(text: str, words: list[Token]) -> Iterator[tuple[int, int, str]]:
    """Each call and each assignment that is a statement of its own."""
    depth = 0
    for at, word in enumerate(words):
        if depth == 0 and _begins(text, words, at) and word.text not in NOT_LEFT_OUT:
            end = _end(text, words, at)
            if any(one.text in {"(", "="} for one in words[at : end + 1]):
                yield word.start, words[end].end, ""
        depth += (word.text in {"(", "{", "["}) - (word.text in {")", "}", "]"})


def _begins(text: str, words: list[Token], at: int) -> bool:
    word = words[at]
    if word.kind != "word" or at == 0:
        return word.kind == "word"
    before = words[at - 1]
    if before.text in OPENING:
        return True
    own_line = "\n" in text[before.end : word.start]
    return own_line and before.text not in GOES_ON and word.text not in {"and", "or"}


def _end(text: str, words: list[Token], at: int) -> int:
    """The last word of the statement that begins there."""
    depth = 0
    for n in range(at, len(words)):
        depth += (words[n].text in {"(", "{", "["}) - (words[n].text in {")", "}", "]"})
        if depth or n + 1 == len(words):
            continue
        then = words[n + 1]
        if words[n].text in GOES_ON or then.text in GOES_ON:
            continue
        if then.text in CLOSING or "\n" in text[words[n].end : then.start]:
            return n
    return len(words) - 1
