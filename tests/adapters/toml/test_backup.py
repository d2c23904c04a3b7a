"""`backup_phone`: who takes calls when all of ours is down, read strictly and kept sealed."""

from __future__ import annotations

import pytest

from tests.databases import new_sqlite
from warmline.adapters.clock import SystemClock
from warmline.adapters.sealing import Sealer
from warmline.adapters.sql.engine import open_engine
from warmline.adapters.sql.roster import SqlRoster
from warmline.adapters.toml_line import read_line_file
from warmline.demo.stories._story import line_toml
from warmline.domain.line import LineBook
from warmline.domain.problems import BadFile
from warmline.services.differences import differences

NAMED = "+16505550189"


def line_with(backup: str, other: str = "") -> str:
    text = line_toml("River").replace("[line]", f'[line]\nbackup_phone = "{backup}"', 1)
    return text.replace('id = "county"', f'id = "{other}"') if other else text


def problems(text: str, *others: LineBook) -> list[str]:
    with pytest.raises(BadFile) as bad:
        read_line_file(text, others=others)
    return [str(one) for one in bad.value.problems]


def test_it_is_read_in_any_usual_way_of_writing_and_may_be_toll_free() -> None:
    assert read_line_file(line_with("(650) 555-0189")).line.backup_phone == NAMED
    toll_free = read_line_file(line_with("1-800-555-0189")).line.backup_phone
    assert toll_free == "+18005550189"
    assert read_line_file(line_toml("River")).line.backup_phone == ""


def test_whoever_is_one_of_ours_or_is_told_anyway_cannot_stand_in_for_us() -> None:
    county = read_line_file(line_toml("River"))
    number, river = county.line.numbers[0], county.supporters[0].phone
    for backup, said in {
        number: 'The line "county" itself has this number',
        river: 'The backup of the line "county" has this number already',
        "+1 800 273 8255": "This is 988",
        "988": "short code",
        "911": "short code",
        "nobody": "letters",
    }.items():
        (told,) = problems(line_with(backup))
        assert said in told
        assert number not in told
        assert river not in told


def test_nor_can_another_lines_number_or_supporter() -> None:
    county = read_line_file(line_toml("River"))
    number, river = county.line.numbers[0], county.supporters[0].phone
    for backup, said in {number: 'The line "county" itself', river: "A supporter of"}.items():
        assert any(said in one for one in problems(line_with(backup, "valley"), county))


def test_it_is_kept_sealed_and_comes_back(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("db")
    engine = open_engine(new_sqlite(folder))
    roster = SqlRoster(engine, Sealer("k" * 48), SystemClock())
    with roster.editing() as editing:
        editing.save(read_line_file(line_with(NAMED)))
    assert roster.books()[0].line.backup_phone == NAMED
    engine.dispose()
    kept = b"".join(one.read_bytes() for one in folder.iterdir())
    assert b"5550189" not in kept


def test_a_change_is_told_without_the_number() -> None:
    before, after = read_line_file(line_toml("River")), read_line_file(line_with(NAMED))
    (told,) = differences(before, after)
    assert told.startswith("Rung when all of ours is down")
    assert told.endswith("nobody becomes •••• 89.")
    assert "5550189" not in told
