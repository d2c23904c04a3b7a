"""The directory as a table that a spreadsheet can change and give back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmline.adapters.seed_directory import seed_directory
from warmline.domain.directory.facts import (
    BadFact,
    ShortCode,
    TextTo,
    read_short_code,
    read_text_to,
    same_person,
)
from warmline.domain.directory.rows import (
    MOST_COLUMNS,
    MOST_ROWS,
    escaped,
    read,
    read_one,
    unescaped,
    written,
)
from warmline.domain.line import Place
from warmline.domain.problems import BadFile
from warmline.services.directory import never_said

TODAY = date(2026, 11, 24)
SEED = [row.place for row in seed_directory()]
HEAD = "key,kind,name,dial,text,hours,enabled,bridgeable,verified_on,verified_by,verify_by"


def rows(*lines: str, known: tuple[Place, ...] = ()) -> list[Place]:
    text = "\n".join([HEAD, *lines])
    return [row.place for row in read(text, known, never_said, TODAY)]


def problems(*lines: str, head: str = HEAD) -> str:
    with pytest.raises(BadFile) as bad:
        read("\n".join([head, *lines]), (), never_said, TODAY)
    return "\n".join(f"{one.line}: {one.text}" for one in bad.value.problems)


def test_what_is_handed_out_is_taken_in_as_it_was() -> None:
    assert [row.place for row in read(written(SEED), SEED, never_said, TODAY)] == SEED


def test_a_row_that_nobody_knew_comes_out_the_same_as_well() -> None:
    taken = [row.place for row in read(written(SEED), (), never_said, TODAY)]
    assert [replace(one, kept_in=was.kept_in) for one, was in zip(taken, SEED, strict=True)] == SEED


@given(st.text(alphabet="'=+-@\t\r|a1 ", max_size=8))
def test_no_cell_is_a_formula_and_every_cell_comes_back(cell: str) -> None:
    assert unescaped(escaped(cell)) == cell
    assert escaped(cell)[:1] not in set("=+-@\t\r")


def test_a_telephone_number_stays_one() -> None:
    assert escaped("+18009506264") == "+18009506264"
    assert escaped("+1800950+cmd") == "'+1800950+cmd"
    assert escaped("=HYPERLINK(1)") == "'=HYPERLINK(1)"


@given(
    st.text(min_size=1, max_size=40, alphabet=st.characters(min_codepoint=32, max_codepoint=382))
)
def test_any_name_survives_the_way_through_a_table(name: str) -> None:
    one = Place("x", "peer", name.strip() or "x", dial="+16505550150", enabled=False)
    assert [row.place for row in read(written([one]), [one], never_said, TODAY)] == [one]


def test_everything_that_is_wrong_is_told_with_row_column_and_how_to_mend_it() -> None:
    told = problems(
        "near,pear,Near,,,,,,,,",
        "near,peer,,911,,,,,,,",
        "far,peer,Far,6.505550100E9,HOME 741741,24/7,maybe,yes,2027-01-01,,",
        "a b,peer,X,,,,,,,,31.12.2026",
        "long,peer,X,,,,,,,,,,one more",
    )
    for said in (
        '2: near, kind: "pear" is not known here. Did you mean "peer"?',
        "3: near, key: It stands in the table twice.",
        "3: near, name: It is empty.",
        "3: near, dial: This is a short code",
        "4: far, dial: A spreadsheet has rounded this number.",
        "4: far, text: Write what to text where",
        '4: far, enabled: "maybe" is neither yes nor no.',
        "4: far, bridgeable: There is no number to connect to.",
        "4: far, verified_on: This day is yet to come.",
        "4: far, verified_by: It says when and not who.",
        "5: a b, key: Write letters, digits and _ only",
        '5: a b, verify_by: "31.12.2026" is no date.',
        "6: The row has 2 cells too many.",
    ):
        assert said in told, told


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("key,kind,nmae", 'There is no column "nmae". Did you mean "name"?'),
        ("key,kind,name,name", 'The column "name" is there twice.'),
        ("kind,name", 'The column "key" is missing'),
        ("", 'The column "key" is missing'),
    ],
)
def test_a_table_with_other_columns_is_refused(head: str, said: str) -> None:
    assert said in problems("x,peer,X", head=head)


def test_a_table_as_a_whole_is_wrong_in_its_first_line() -> None:
    for head, said in (
        ("kind,name", "1: "),
        ("key,kind,name,nmae", "1: "),
        ("key,kind,name,name", "1: "),
    ):
        assert problems("x,peer,X", head=head).startswith(said)
    with pytest.raises(BadFile, match="The file is empty") as bad:
        read("", (), never_said, TODAY)
    assert bad.value.problems[0].line == 1
    for unread in ('x,"peer"s,X', 'x,"peer'):
        assert "2: This cannot be read as CSV" in problems(unread)


@pytest.mark.parametrize(
    ("column", "most"),
    [
        *(("key", 40), ("name", 120), ("audience", 200), ("hours", 120), ("police", 60)),
        *(("owner", 60), ("method", 120), ("verified_by", 60), ("waived_by", 60)),
        *(("waived_why", 200), ("remark", 300), ("name_es", 200)),
    ],
)
def test_a_cell_has_its_length(column: str, most: int) -> None:
    facts = {"key": "x", "kind": "eap", "name": "X", "waived_by": "AB", "waived_why": "w"}
    _, none = read_one({**facts, column: "y" * most}, None, never_said, TODAY)
    assert none == []
    _, told = read_one({**facts, column: "y" * (most + 1)}, None, never_said, TODAY)
    long = f"It is {most + 1} characters long; {most} are the most."
    assert (column, long) in told


def test_texts_and_codes_have_their_length_too() -> None:
    facts = {"key": "x", "kind": "peer", "name": "X"}
    for column, most in (("text", 60), ("short_code", 20)):
        told = [
            [why for _, why in read_one({**facts, column: "1" * n}, None, never_said, TODAY)[1]]
            for n in (most, most + 1)
        ]
        assert [any("are the most" in why for why in each) for each in told] == [False, True]


def test_one_row_comes_from_a_form_with_all_that_is_wrong_in_it() -> None:
    facts = {"key": "x", "kind": "peer", "name": "For patients", "dial": "+16505550150"}
    place, told = read_one(facts, None, never_said, TODAY)
    assert (place.key, place.enabled, place.dial) == ("x", True, "+16505550150")
    assert [column for column, _ in told] == ["name"]
    known = replace(place, name="X", hours="24/7", enabled=False)
    place, told = read_one({"key": "x", "hours": "office"}, known, never_said, TODAY)
    assert (place, told) == (replace(known, hours="office"), [])
    _, told = read_one({**facts, "languages": "en english"}, None, never_said, TODAY)
    (why,) = (why for column, why in told if column == "languages")
    assert why.startswith('"english" is no language code')
    _, told = read_one({**facts, "remark": "two\nlines"}, None, never_said, TODAY)
    assert ("remark", "Write it on one line.") in told


@pytest.mark.parametrize(
    ("cell", "on"), [("yes", True), ("TRUE", True), ("no", False), ("false", False), ("", False)]
)
def test_yes_and_no_may_be_said_otherwise(cell: str, on: bool) -> None:
    (row,) = rows(f"x,peer,X,+16505550150,,,{cell},no,,,")
    assert row.enabled is on


def test_an_older_table_is_read_by_its_own_names() -> None:
    text = "key,kind,name,dial,may_send_police,confirmed\nx,peer,X,+16505550150,no,operator page\n"
    (row,) = read(text, (), never_said, TODAY)
    assert (row.place.police, row.place.method) == ("no", "operator page")


def test_an_empty_cell_erases_a_fact_but_no_verification() -> None:
    known = Place(
        "x",
        "peer",
        "X",
        dial="+16505550150",
        hours="24/7",
        verified_on=date(2026, 11, 1),
        verified_by="AB",
        verify_by=date(2027, 1, 1),
    )
    (taken,) = rows("x,peer,X,+16505550150,,,yes,,,,", known=(known,))
    assert taken == replace(known, hours="")


def test_words_that_are_never_said_keep_a_new_row_from_being_said() -> None:
    (row,) = read("key,kind,name,dial\nx,peer,Patients first,+16505550150\n", (), never_said, TODAY)
    assert row.unsayable == 'name: The line never says "Patients". Give other words in name_en.'


def test_a_spoken_name_mends_it() -> None:
    text = "key,kind,name,name_en,dial\nx,peer,Patients first,Their line,+16505550150\n"
    (row,) = read(text, (), never_said, TODAY)
    assert not row.unsayable


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("988", ShortCode("988")),
        ("211", ShortCode("211")),
        ("988 then 2", ShortCode("988", "2")),
    ],
)
def test_short_codes_are_read_as_short_codes(text: str, code: ShortCode) -> None:
    assert read_short_code(text) == code


@pytest.mark.parametrize("text", ["123", "999", "12", "1234567", "988 then", "press 988", "０９"])
def test_what_nobody_answers_is_no_short_code(text: str) -> None:
    with pytest.raises(BadFact):
        read_short_code(text)


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("HOME to 741741", TextTo("741741", "HOME")),
        ("988", TextTo("988")),
        ("+1 833 852 6262", TextTo("+18338526262")),
    ],
)
def test_texts_are_read(text: str, to: TextTo) -> None:
    assert read_text_to(text) == to


@pytest.mark.parametrize("text", ["HOME 741741", "HOME to 000000", "to 741741", "HOME to 12"])
def test_a_text_to_nowhere_is_refused(text: str) -> None:
    with pytest.raises(BadFact):
        read_text_to(text)


@pytest.mark.parametrize(("one", "other"), [("A. B.", "ab"), ("  Ab ", "a.b"), ("Ü", "ü")])
def test_one_person_signs_in_many_ways(one: str, other: str) -> None:
    assert same_person(one, other)
    assert not same_person(one, f"{other}c")


def test_a_table_that_is_no_directory_is_told_so_before_its_rows_are_looked_at() -> None:
    many = [f"k{n},nonsense,A place" for n in range(MOST_ROWS + 1)]
    told = problems(*many[:-1], ",,", many[-1], head="key,kind,name")
    assert (
        told
        == f"{MOST_ROWS + 3}: A table can have {MOST_ROWS} rows at most. Take it in part by part."
    )
    assert problems(head=",".join(["name"] * (MOST_COLUMNS + 1))).startswith("1: There are more")
    assert "There are more" not in problems(head=",".join(["name"] * MOST_COLUMNS))
    assert "rows at most" not in problems(*many[:-1], head="key,kind,name")


def test_rows_that_a_spreadsheet_left_empty_are_not_counted() -> None:
    head, full = "key,kind,name", [f"k{n},local,A place" for n in range(3)]
    text = "\n".join([head, *full, *[",,"] * MOST_ROWS])
    assert len(read(text, (), never_said, TODAY)) == 3


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_table_may_be_separated_as_the_spreadsheet_of_its_country_does(between: str) -> None:
    text = between.join(["key", "kind", "name"]) + "\n" + between.join(["hill", "local", "Hill"])
    (row,) = read(f"\ufeff{text}", (), never_said, TODAY)
    assert (row.place.key, row.place.name) == ("hill", "Hill")
