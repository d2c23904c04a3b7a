"""A line that is written down and read again is the same line, whatever it holds."""

from __future__ import annotations

import tomllib
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.books import BOOK, JUNIPER, RIVER, SAGE, span
from warmline.adapters.seed_directory import seed_directory
from warmline.adapters.toml.writing import write_line_file
from warmline.adapters.toml_line import read_line_file
from warmline.domain.line import (
    Keeper,
    Limits,
    Line,
    LineBook,
    Place,
    Role,
    Shift,
    Supporter,
    Voice,
)
from warmline.services.differences import differences
from warmline.services.setup import with_ids

EXAMPLE = Path("examples/county.toml")
CALLS_BACK = replace(
    BOOK,
    line=replace(
        BOOK.line,
        alert_phone="+16505550119",
        backup_phone="+16505550189",
        crisis_number="+16505550188",
        shared_numbers=("+16505550187",),
        voices={"en": Voice("Polly.Joanna-Neural", "95%"), "es": Voice(rate="90%")},
        run_by={"en": 'The "county" runs it.', "es": "Es del condado."},
        mandated_reporting={"en": "By law, a child who is harmed."},
        onboarding=("Tour of the line",),
        survey=True,
    ),
    shifts=(
        *BOOK.shifts[:2],
        Shift("r1", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", span("08:00-12:00"), first=date(2027, 5, 7)),
        Shift(
            "s1",
            "FREQ=MONTHLY;BYDAY=1SU",
            span("00:00-00:00"),
            Role.DEBRIEFS,
            last=date(2027, 12, 31),
            order=2,
            without=(date(2027, 6, 6), date(2027, 7, 4)),
        ),
        *BOOK.shifts[2:],
    ),
    places=(
        Place(
            "ours",
            "peer",
            "Ours",
            "+16505550150",
            spoken={"es": "La nuestra"},
            verified_on=date(2027, 1, 1),
            verified_by="R. A.",
            kept_in=Keeper.FILE,
        ),
    ),
)


OTHER_LIMITS = replace(
    Limits(quiet=span("01:00-02:00")),
    **{
        one.name: getattr(Limits(), one.name) + 1
        for one in fields(Limits)
        if isinstance(getattr(Limits(), one.name), int | float)
    },
)


def read_again(book: LineBook) -> list[str]:
    """What applying the written line would change."""
    written = read_line_file(write_line_file(book))
    ids = (f"new{n}" for n in range(1000))
    return differences(book, with_ids(written, book, lambda: next(ids)))


def test_a_line_with_everything_comes_back_as_it_was() -> None:
    assert read_again(CALLS_BACK) == []


def test_the_example_comes_back_as_it_was_with_the_places_of_its_file() -> None:
    seed = [row.place for row in seed_directory()]
    book = read_line_file(EXAMPLE.read_text(encoding="utf-8"), seed=seed)
    again = read_line_file(write_line_file(book), seed=seed)
    assert differences(with_ids(book, None, lambda: "x"), with_ids(again, None, lambda: "x")) == []


def test_whatever_a_line_can_be_told_is_written_down() -> None:
    """A new field of a line, its people or their limits fails here until `export` has it."""
    elsewhere = {
        Line: {"kept_in"},  # which one keeps it is no part of what is kept
        Supporter: {"id"},
        LineBook: {
            "swaps",
            "wishes",
            "refused",
            "proposals",
            "held",
            "unconfirmed",
            "vouched",
            "no_texts",
        },
    }
    full = replace(
        CALLS_BACK,
        supporters=(
            replace(
                SAGE,
                tags=frozenset({"nights"}),
                paused=True,
                limits=OTHER_LIMITS,
            ),
        ),
        shifts=(),
        days_off=(),
    )
    written = tomllib.loads(write_line_file(full))
    text = str(written)
    names = {"zone": "time_zone", "agency_names": "agency", "tag_words": "tags"}
    names |= {
        "hours": "mon",
        "ringing": "first_wave",
        "flood": "calls_a_minute",
        "reminders": "day_before",
    }
    for kind in (Line, Supporter, Limits):
        for field in fields(kind):
            if field.name not in elsewhere.get(kind, set()):
                assert f"'{names.get(field.name, field.name)}'" in text, f"{kind}: {field.name}"


@given(
    st.lists(
        st.tuples(
            st.sampled_from([RIVER, SAGE, JUNIPER]).map(lambda one: one.id),
            st.sampled_from(["FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=MO,SU"]),
            st.sampled_from(list(Role)),
            st.none() | st.integers(1, 99),
            st.booleans(),
        )
    )
)
def test_shifts_come_back_in_their_order(
    rows: list[tuple[str, str, Role, int | None, bool]],
) -> None:
    first = date(2027, 5, 3)
    shifts = tuple(
        Shift(who, "" if once else rule, span("22:00-06:00"), role, first, order=order, id=str(n))
        for n, (who, rule, role, order, once) in enumerate(rows)
    )
    ordered = tuple(sorted(shifts, key=lambda shift: not shift.rule))
    assert read_again(replace(BOOK, places=(), shifts=ordered)) == []
