"""Shifts out of a table: as people write it, with what cannot be read told by its row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.books import JUNIPER, RIVER, SAGE, span
from warmline.domain.importing import Read, Row, as_table, for_whom, read_table
from warmline.domain.line import Role
from warmline.domain.rules import Every, Rule

PEOPLE = (RIVER, SAGE, JUNIPER)
MONDAY = date(2027, 5, 3)


def read(*rows: str, head: str = "who,day,from,to,repeats,last,role") -> Read:
    return for_whom(read_table("\n".join([head, *rows])), PEOPLE)


def test_a_table_as_a_coordinator_writes_it() -> None:
    found = read(
        "River,2027-05-03,18:00,22:00,mon fri,,",
        "sage,5/9/2027,22:00,06:00,weekly,2027-12-31,backup",
        "Juniper,2027-05-04,9:00,24:00,,,",
        "River,2027-05-07,09:00,12:00,FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=3,,",
        ",,,,,,",
    )
    assert found.unread == ()
    assert found.rows == (
        Row(2, RIVER.id, MONDAY, span("18:00-22:00"), "FREQ=WEEKLY;BYDAY=MO,FR"),
        Row(
            3,
            SAGE.id,
            date(2027, 5, 9),
            span("22:00-06:00"),
            "FREQ=WEEKLY;BYDAY=SU",
            date(2027, 12, 31),
            Role.BACKUP,
        ),
        Row(4, JUNIPER.id, date(2027, 5, 4), span("09:00-00:00")),
        Row(
            5,
            RIVER.id,
            date(2027, 5, 7),
            span("09:00-12:00"),
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
            date(2027, 6, 4),
        ),
    )


def test_what_cannot_be_read_is_told_by_its_row_and_the_rest_is_there() -> None:
    found = read(
        "Rivr,2027-05-03,18:00,22:00,,,",
        "River,someday,18:00,22:00,,,",
        "River,2027-05-03,18:00,26:00,,,",
        "River,2027-05-03,18:00,22:00,now and then,,",
        "River,2027-05-03,18:00,22:00,,,boss",
        "River,2027-05-03,18:00,22:00,,,",
    )
    assert [(one.number, one.why) for one in found.unread] == [
        (2, "nobody"),
        (3, "day"),
        (4, "span"),
        (5, "rule"),
        (6, "role"),
    ]
    assert [one.number for one in found.rows] == [7]


def test_a_table_of_a_spanish_spreadsheet_with_semicolons() -> None:
    found = read(
        "Sage;2027-05-03;08:00;12:00;lunes, miércoles;reserva",
        head="\ufeffQuien;Fecha;Desde;Hasta;Repite;Papel",
    )
    (one,) = found.rows
    assert (one.who, one.rule, one.role) == (SAGE.id, "FREQ=WEEKLY;BYDAY=MO,WE", Role.BACKUP)


def test_a_table_without_its_columns_says_which() -> None:
    found = read("x", head="who,when")
    assert [(one.why, one.what) for one in found.unread] == [("columns", "day, from, to")]


def test_what_is_wrong_is_told_in_sixty_characters_at_most() -> None:
    long = "x" * 100
    found = read(
        f"{long},2027-05-03,18:00,22:00,,,",
        f"River,{long},18:00,22:00,,,",
        "River,2027-05-03,18:00,22:00,,,",
    )
    assert [(one.number, one.why, one.what) for one in found.unread] == [
        (2, "nobody", long[:60]),
        (3, "day", long[:60]),
    ]
    assert (read("x", head="when").unread[0].number, read_table("").unread[0].number) == (1, 1)
    endless = read_table("who,day,from,to\n" + "x" * 200_000)
    assert [(one.number, one.why) for one in endless.unread] == [(1, "no table")]


def test_a_table_may_have_two_thousand_rows() -> None:
    shift = "River,2027-05-03,18:00,22:00,,,"
    fits = read(shift, *[""] * 1998, shift)
    assert ([one.number for one in fits.rows], fits.unread) == ([2, 2001], ())
    more = read(shift, *[""] * 1999, shift)
    assert [one.number for one in more.rows] == [2]
    assert [(one.number, one.why) for one in more.unread] == [(2002, "too many")]


@pytest.mark.parametrize(
    ("repeats", "rule"),
    [
        ("Mondays, thursday", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("lunes y jueves", None),
        ("martes", "FREQ=WEEKLY;BYDAY=TU"),
        ("semanal", "FREQ=WEEKLY;BYDAY=MO"),
        ("Once", ""),
        ("no", ""),
    ],
)
def test_days_are_written_in_full_or_shortened(repeats: str, rule: str | None) -> None:
    found = read(f'River,2027-05-03,18:00,22:00,"{repeats}",,')
    assert [one.rule for one in found.rows] == ([] if rule is None else [rule])


@given(st.text() | st.text(st.sampled_from('who,day;fromto\n\r"\x00 1-:')))
def test_whatever_is_in_a_file_it_is_read_or_told(text: str) -> None:
    for written in (text, f"who,day,from,to,repeats\n{text}"):
        found = read_table(written)
        assert isinstance(found.rows, tuple)
        assert all(one.why for one in found.unread)


def test_a_title_may_say_more_than_the_name_but_not_two_names() -> None:
    def whose(title: str) -> list[str]:
        rows = (Row(1, title, MONDAY, span("08:00-09:00")),)
        return [one.who for one in for_whom(Read(rows), PEOPLE).rows]

    assert whose("Warmline: River (evening)") == [RIVER.id]
    assert whose("River and Sage") == []
    assert whose("Riverside") == []
    rows = (Row(1, "Riverside", MONDAY, span("08:00-09:00")),)
    assert [one.who for one in for_whom(Read(rows), PEOPLE, SAGE.id).rows] == [SAGE.id]


DAY = st.dates(date(2026, 1, 1), date(2030, 1, 1))
RULE = st.sampled_from(
    ["", Rule(Every.DAILY, 1, ()).text, Rule(Every.WEEKLY, 3, ((0, 2), (0, 4))).text]
) | st.just(Rule(Every.MONTHLY, 1, ((-1, 4),)).text)


@given(
    st.lists(
        st.builds(
            Row,
            st.just(2),
            st.sampled_from(["id-1", "id 2", 'a "name", with marks']),
            DAY,
            st.sampled_from([span("08:00-12:00"), span("22:00-06:00"), span("00:00-00:00")]),
            RULE,
            st.none() | DAY,
            st.sampled_from(list(Role)),
            st.lists(DAY, max_size=2).map(tuple),
        ),
        max_size=5,
    )
)
def test_what_a_page_carries_from_looking_to_keeping_is_the_same(rows: list[Row]) -> None:
    again = read_table(as_table(rows))
    assert again.unread == ()
    assert list(again.rows) == [replace(row, number=n) for n, row in enumerate(rows, start=2)]
