"""`[voices.<language>]` and what a line says about itself in each of its languages."""

from __future__ import annotations

from collections.abc import Collection

from warmline.adapters.toml.table import Table
from warmline.adapters.toml.values import text
from warmline.domain.line import Voice

MOST_CHARACTERS = 300
"""Of a statement: about twenty seconds of speech."""
RATE = text(4, r"\d{2,3}%", 'Write it like "95%".')


def read_voices(file: Table, languages: Collection[str]) -> dict[str, Voice]:
    """The voices that the file names. Whether there are such voices is for others to say."""
    table = file.table("voices", "[voices]")
    voices = {}
    for language in languages:
        one = table.table(language, f"[voices.{language}]")
        voice = Voice(one.take("name", text(60), ""), one.take("rate", RATE, ""))
        one.done()
        if voice != Voice():
            voices[language] = voice
    table.done()
    return voices


def read_statement(table: Table, key: str, languages: Collection[str]) -> dict[str, str]:
    """What the line says of itself, in each language for which it is written down."""
    inner = table.table(key, f"{table.title or '[line]'} {key}".strip())
    said = {}
    for language in languages:
        if words := inner.take(language, text(MOST_CHARACTERS), ""):
            said[language] = words
    inner.done()
    return said
