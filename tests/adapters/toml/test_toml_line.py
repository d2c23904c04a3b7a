"""A coordinator's file: what it means, and what is said when it cannot be used."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from tests.books import BOOK, COUNTY, RIVER, span
from warmline.adapters.seed_directory import seed_directory
from warmline.adapters.toml_line import read_line_file
from warmline.domain.hours import is_open, open_stretches
from warmline.domain.line import Keeper, Kind, Limits, LineBook, Place, Weekday
from warmline.domain.problems import BadFile, Problem
from warmline.domain.roster import duties, shifts_between

EXAMPLE = (Path(__file__).parents[3] / "examples" / "county.toml").read_text(encoding="utf-8")
SEED = tuple(row.place for row in seed_directory())

SMALL = """\
[line]
id = "small"
name = "Small line"
numbers = ["+1 650 555 0100"]
time_zone = "America/Los_Angeles"
languages = ["en", "es"]

[hours]
mon = ["08:00-22:00"]
tue = "00:00-24:00"
wed = "closed"
thu = "closed"
fri = "22:00-06:00"
sat = ["06:00-24:00"]
sun = ["00:00-02:00", "08:00-10:00"]

[[supporter]]
alias = "River"
phone = "(650) 555-0142"

[[shift]]
supporter = "River"
days = ["mon"]
hours = "08:00-22:00"
"""


def problems(text: str, *others: LineBook) -> list[Problem]:
    with pytest.raises(BadFile) as bad:
        read_line_file(text, seed=SEED, others=others)
    return bad.value.problems


def only(text: str, *others: LineBook) -> Problem:
    (problem,) = problems(text, *others)
    return problem


def with_line(old: str, new: str) -> tuple[str, int]:
    """The small file with one line changed, and the number of that line."""
    lines = SMALL.splitlines()
    number = lines.index(old)
    lines[number] = new
    return "\n".join(lines), number + 1


def test_the_example_is_read_without_complaint() -> None:
    book = read_line_file(EXAMPLE, seed=SEED)
    assert (book.line.id, book.line.numbers) == ("county", ("+16505550100",))
    assert [person.alias for person in book.supporters] == ["River", "Sage", "Juniper"]
    assert book.supporters[1].limits == Limits(calls_per_shift=3)
    assert book.supporters[2].kind is Kind.FAMILY_PEER
    assert book.supporters[2].limits.quiet == span("02:30-05:30")


def test_the_example_has_somebody_on_in_both_languages_whenever_it_is_open() -> None:
    book = read_line_file(EXAMPLE, seed=SEED)
    days = [date(2027, 3, 8) + timedelta(days=n) for n in range(14)]
    for part in open_stretches(book.line.hours, book.line.zone, days):
        at = part.start
        while at < part.end:
            on = duties(book, at)
            spoken = {code for one in book.supporters if one.id in on for code in one.languages}
            assert spoken == {"en", "es"}, at
            assert not all(duty.backup for duty in on.values()), at
            at += timedelta(minutes=15)
    assert not is_open(book.line.hours, book.line.zone, part.end)


def test_the_example_leaves_everybody_the_rest_they_are_promised() -> None:
    book = read_line_file(EXAMPLE, seed=SEED)
    start = datetime(2027, 3, 8, tzinfo=book.line.zone)
    for person in book.supporters:
        planned = shifts_between(book, start, start + timedelta(days=14))
        mine = [s for s in planned if s.supporter == person.id]
        rests = [b.start - a.end for a, b in pairwise(mine) if b.start > a.end]
        assert min(rests) >= timedelta(hours=person.limits.rest_hours_between_shifts)


def test_the_example_uses_numbers_kept_for_fiction_only() -> None:
    numbers = re.findall(r'^\w+ = \[?"(\+1[ \d]+)"', EXAMPLE, re.MULTILINE)
    assert len(numbers) >= 5
    assert all(re.fullmatch(r"\+1 650 555 01\d\d", number) for number in numbers)


def test_hours_in_every_way_of_writing_them() -> None:
    weekly = read_line_file(SMALL).line.hours.weekly
    assert weekly[Weekday.MON] == (span("08:00-22:00"),)
    assert weekly[Weekday.TUE] == (span("00:00-00:00"),)
    assert weekly[Weekday.WED] == ()
    assert weekly[Weekday.FRI] == (span("22:00-06:00"),)
    assert weekly[Weekday.SAT] == (span("06:00-00:00"),)
    assert weekly[Weekday.SUN] == (span("00:00-02:00"), span("08:00-10:00"))


def test_what_is_left_out_has_the_defaults_of_the_product() -> None:
    book = read_line_file(SMALL)
    (river,) = book.supporters
    assert (river.id, river.phone, river.languages) == ("River", "+16505550142", ("en",))
    assert (river.kind, river.limits, river.agency) == (Kind.PEER, Limits(), None)
    assert book.line.ringing == replace(COUNTY.ringing, first_wave=2, wave_every=5.0)
    assert book.line.crisis_number == "+18002738255"


def test_a_place_of_the_file_changes_the_seed_or_is_added_as_a_local_one() -> None:
    book = read_line_file(
        SMALL
        + """
[[place]]
key = "trevor"
hours = "day and night"

[[place]]
key = "nami"
enabled = false

[[place]]
key = "near"
kind = "crisis"
name = "A line nearby"
short_code = "211"
""",
        seed=SEED,
    )
    places = {place.key: place for place in book.places}
    assert (places["trevor"].enabled, places["trevor"].hours) == (True, "day and night")
    assert places["trevor"].dial == "+18664887386"
    assert not places["nami"].enabled
    assert places["near"] == Place(
        "near", "crisis", "A line nearby", short_code="211", local=True, kept_in=Keeper.FILE
    )
    assert len(book.places) == len(SEED) + 1


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('id = "small"', 'id = "Small Line"', "small letters, digits and hyphens"),
        ('name = "Small line"', "name = 7", "7 is not text"),
        ('name = "Small line"', 'nmae = "Small line"', 'Did you mean "name"?'),
        ('numbers = ["+1 650 555 0100"]', 'numbers = ["+1 650 555"]', "too short"),
        ('numbers = ["+1 650 555 0100"]', "numbers = []", "is empty"),
        (
            'numbers = ["+1 650 555 0100"]',
            'numbers = ["+1 650 555 0100", "6505550100"]',
            "something twice",
        ),
        (
            'time_zone = "America/Los_Angeles"',
            'time_zone = "America/Los_Angelos"',
            'Did you mean "America/Los_Angeles"?',
        ),
        ('time_zone = "America/Los_Angeles"', 'time_zone = "PST"', "no time zone"),
        ('languages = ["en", "es"]', 'languages = ["en", "spanish"]', 'Write "es"'),
        ('languages = ["en", "es"]', 'languages = ["en", "tl"]', '"en" or "es"'),
        ('languages = ["en", "es"]', 'languages = "en"', "not a list"),
        ('mon = ["08:00-22:00"]', 'mon = ["08:00-22:00", "21:00-23:00"]', "overlap"),
        ('mon = ["08:00-22:00"]', 'mon = ["8-22"]', "not a time span"),
        ('mon = ["08:00-22:00"]', 'mon = "close"', 'or "closed"'),
        ('mon = ["08:00-22:00"]', 'mon = ["08:00-25:00"]', "no time of day 25:00"),
        ('mon = ["08:00-22:00"]', 'mon = ["08:00-08:00"]', "the whole day"),
        ('mon = ["08:00-22:00"]', "mon = []", "is empty"),
        ('mon = ["08:00-22:00"]', 'monday = "closed"', 'Did you mean "mon"?'),
        ('sun = ["00:00-02:00", "08:00-10:00"]', 'sun = "22:00-09:00"', "runs into"),
        ('alias = "River"', 'alias = "R2D2!"', "spoken to callers"),
        ('phone = "(650) 555-0142"', 'phone = "650-555-HELP"', "letters"),
        ('phone = "(650) 555-0142"', "phone = 6505550142", "quotation marks"),
        ('phone = "(650) 555-0142"', 'phone = "+1 650 555 0100"', "(•••• 00)"),
        ('phone = "(650) 555-0142"', 'phon = "(650) 555-0142"', 'Did you mean "phone"?'),
        ('supporter = "River"', 'supporter = "river"', 'Did you mean "River"?'),
        ('supporter = "River"', 'supporter = "Cedar"', "There are River."),
        ('days = ["mon"]', 'days = ["monday"]', '"mon", "tue"'),
        ('days = ["mon"]', 'days = "mon"', "not a list of days"),
        ('hours = "08:00-22:00"', 'hours = ["08:00-22:00"]', "not a time span"),
    ],
)
def test_a_bad_line_is_named_with_its_number_and_how_to_mend_it(
    old: str, new: str, words: str
) -> None:
    text, number = with_line(old, new)
    found = problems(text)
    assert any(problem.line == number and words in problem.text for problem in found), found
    told = " ".join(problem.text for problem in found)
    assert "5550142" not in re.sub(r"\W", "", told)


def test_everything_wrong_is_told_at_once_in_the_order_of_the_file() -> None:
    text = (
        SMALL.replace("22:00", "26:00").replace("Los_Angeles", "Nowhere").replace("(650)", "(65)")
    )
    found = problems(text)
    assert [problem.line for problem in found] == [5, 9, 13, 19, 24]


def test_what_is_missing_is_told_where_it_belongs() -> None:
    text, number = with_line('days = ["mon"]', "")
    assert only(text) == Problem(
        number - 2, '[[shift]]: There is no "days" here, and it is needed.'
    )
    assert {problem.text.partition(":")[0] for problem in problems("")} == {"[line]", "[hours]"}


def test_a_text_that_is_no_toml() -> None:
    problem = only('[line]\nid = "small\nname = "x"\n')
    assert problem.line == 2
    assert "not TOML" in problem.text
    assert only("[line]\nnumbers = [\n").line == 2


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ('[[supporter]]\nalias = "RIVER"\nphone = "+1 650 555 0112"', "another alias"),
        ('[[supporter]]\nalias = "Sage"\nphone = "650-555-0142"', "River has this number already"),
        (
            '[[supporter]]\nalias = "Sage"\nphone = "650-555-0112"\nlanguages = ["tl"]',
            '"tl" is not known here',
        ),
        (
            '[[supporter]]\nalias = "Sage"\nphone = "650-555-0112"\nlimits = { calls = 1 }',
            'Did you mean "calls_per_shift"?',
        ),
        (
            '[[supporter]]\nalias = "Sage"\nphone = "650-555-0112"\nkind = "family"',
            '"peer" or "family_peer"',
        ),
        (
            (
                '[[shift]]\nsupporter = "River"\ndays = "daily"\nhours = "08:00-09:00"\n'
                "first = 2027-02-01\nlast = 2027-01-01"
            ),
            "before the first",
        ),
        (
            '[[one_off]]\nsupporter = "River"\ndate = "2027-02-01"\nhours = "08:00-09:00"',
            "unquoted",
        ),
        ('[[day_off]]\nsupporter = "River"\nfirst = 2027-02-30', "not TOML"),
        (
            "[[holiday]]\ndate = 2027-07-04\n[[holiday]]\ndate = 2027-07-04",
            "stands in the file twice",
        ),
        ("[limits]\ncalls_per_shift = 0", "not between 1 and 30"),
        ("[limits]\nwrap_up_minutes = 2.5", "not a whole number"),
        ("[ringing]\nfirst_wave = 4\nat_once = 2", "Raise at_once or lower first_wave"),
        ("[flood]\ncalls_a_minute = 5", "not between 10 and 6000 calls"),
        ("[flood]\ncallers_waiting = 1.5", "not a whole number"),
        ("[flood]\noffers = 6", "offers_in_ten_minutes"),
        ("[ringing]\nkey_window = true", "not a number"),
        ("[shifts]\nx = 1", 'Did you mean "shift"?'),
        ('[[place]]\nkey = "nowhere"', 'no "kind" here'),
        ('[[place]]\nkey = "LOCAL_EAP"', "nothing to call or text"),
        ('[[place]]\nkey = "near"\nkind = "peer"\nname = "Near"\nshort_code = "21"', "six digits"),
        ('[[place]]\nkey = "nami"\npolice = "never"', '"no", "may" or "unknown"'),
        ('[[place]]\nkey = "nami"\n[[place]]\nkey = "nami"', "stands here twice"),
        ('[[place]]\nkey = "nami"\ndial = "911"', "short code"),
    ],
)
def test_more_that_cannot_be_used(more: str, words: str) -> None:
    found = problems(f"{SMALL}\n{more}\n")
    assert any(words in problem.text for problem in found), found


def test_numbers_of_other_lines_are_taken_and_ones_own_are_not() -> None:
    assert "reaches one line" in problems(SMALL, BOOK)[0].text
    other = replace(
        BOOK,
        line=replace(COUNTY, numbers=("+16505550109",)),
        supporters=(replace(RIVER, phone="+16505550142"),),
    )
    problem = only(SMALL, other)
    assert problem.text == (
        '[[supporter]] "River", phone: A supporter of the line "county" has this number already '
        "(•••• 42). Every supporter needs a phone of their own."
    )
    own = replace(BOOK, line=replace(COUNTY, id="small"))
    assert read_line_file(SMALL, others=[own]).line.id == "small"


def test_a_broken_alias_is_told_once_and_not_again_for_every_shift() -> None:
    text = SMALL.replace('"River"', '"River 1"')
    assert only(text).text.startswith("[[supporter]], alias:")
