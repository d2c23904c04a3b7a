"""`[agency]` and `[tags]`: how codes and tags are said, read strictly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from warmline.adapters.toml.writing import write_line_file
from warmline.adapters.toml_line import read_line_file
from warmline.demo.stories._story import line_toml
from warmline.domain.naming import agency_name, all_tag_words, tag_words
from warmline.domain.problems import BadFile

ABOUT = {
    "River": 'agency = "north"\ntags = ["night work"]',
    "Sage": 'languages = ["es"]\ntags = ["familia"]',
}


def line_with(extra: str) -> str:
    return line_toml("River", "Sage", about=ABOUT, extra=extra)


def problems(extra: str) -> list[str]:
    with pytest.raises(BadFile) as bad:
        read_line_file(line_with(extra))
    return [str(one) for one in bad.value.problems]


def test_an_agency_is_said_by_its_name_in_each_language_and_else_by_its_code() -> None:
    line = read_line_file(line_with('[agency]\nnorth = { es = "Condado Norte" }')).line
    assert agency_name(line, "north", "es") == "Condado Norte"
    assert agency_name(line, "north", "en") == "north"
    assert agency_name(line, "south", "en") == "south"


def test_a_tag_is_said_in_the_callers_language_or_not_at_all() -> None:
    book = read_line_file(line_with('[tags]\n"night work" = { es = "trabajo de noche" }'))
    river, sage = book.supporters
    assert tag_words(book.line, river, "es") == {"night work": "trabajo de noche"}
    assert tag_words(book.line, river, "en") == {"night work": "night work"}
    assert tag_words(book.line, sage, "es") == {"familia": "familia"}
    assert tag_words(book.line, sage, "en") == {}
    assert list(all_tag_words(book.line, book.supporters, "es")) == ["familia", "night work"]


def test_a_tag_that_nobody_has_any_more_keeps_its_words_through_export_and_apply() -> None:
    book = read_line_file(line_with('[tags]\n"night work" = { es = "trabajo de noche" }'))
    nobody = replace(book, supporters=tuple(replace(p, tags=frozenset()) for p in book.supporters))
    again = read_line_file(write_line_file(nobody))
    assert again.line.tag_words == book.line.tag_words


def test_without_the_tables_there_are_no_names() -> None:
    line = read_line_file(line_with("")).line
    assert line.agency_names == line.tag_words == {}


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        ('[agency]\nnorht = { en = "North" }', 'Did you mean "north"?'),
        ('[agency]\nnorth = "North"', "for each language"),
        ("[agency]\nnorth = {}", "for each language"),
        ('[agency]\nnorth = { fr = "Nord" }', '"fr" is not known here'),
        ("[agency]\nnorth = { en = 7 }", "is not text"),
        ('[tags]\n"night work" = { en = "" }', "It is empty"),
        ('[agency]\nvalley = { es = "Valle" }', '"north"'),
        ('[[agency]]\ncode = "north"', "This is a table of its own"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(extra: str, said: str) -> None:
    found = problems(extra)
    assert len(found) == 1, found
    assert said in found[0]


def test_the_problem_names_the_line_of_the_file() -> None:
    text = line_with('[agency]\nnorht = { en = "North" }')
    with pytest.raises(BadFile) as bad:
        read_line_file(text)
    assert text.splitlines()[bad.value.problems[0].line - 1].startswith("norht")
