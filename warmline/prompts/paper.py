"""The table of prompts: how long each takes to say, and how hard it is to follow, per language."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from warmline.prompts.catalogue import Catalogue
from warmline.prompts.report import FORMULAS, Row, report

HEAD = """# Every sentence that is spoken

Made from the catalogues by `make docs`; a test holds it to them. Each row is a sentence in its
longest form. Seconds are estimated at 150 words a minute and include the pauses. How to add a
language: [adding-a-language.md](adding-a-language.md).

English is graded by Flesch-Kincaid: years of school (Kincaid and others, 1975). Spanish is graded
by the perspicuity of Szigriszt Pazos (1993) on the INFLESZ scale (Barrio-Cantalejo and others,
2008): above 80 is very easy, 65 to 80 rather easy, 55 to 65 normal. For other languages no formula
is agreed on; people who speak them judge.
"""


def paper(words: Catalogue) -> str:
    """The whole page as Markdown."""
    books = [words, *(words.draft(language) for language in words.drafts)]
    rows = [row for book in books for row in report(book)]
    languages = (*words.languages, *words.drafts)
    return "\n".join([HEAD, *("\n".join(_language(words, one, rows)) for one in languages)])


def _language(words: Catalogue, language: str, rows: list[Row]) -> Iterator[str]:
    own = [row for row in rows if row.language == language]
    seconds = [row.seconds for row in own]
    waits = (
        "; waits for a speaker's review, no line may offer it" if language in words.drafts else ""
    )
    yield f"## {language}{waits}\n"
    lacks = words.missing(language)
    yield (
        f"{len(own)} sentences. Half take {median(seconds):.1f} s or less, the longest "
        f"{max(seconds):.1f} s." + (f" {len(lacks)} are not translated yet." if lacks else "")
    )
    formula = FORMULAS.get(language)
    yield f"\n| sentence | seconds | words | {formula.name if formula else 'level'} |"
    yield "| --- | ---: | ---: | ---: |"
    for row in sorted(own, key=lambda row: row.id):
        level = "" if row.level is None else f"{row.level:.1f}"
        yield f"| `{row.id}` | {row.seconds:.1f} | {row.words} | {level} |"
    yield ""
