"""The commands as they are typed: what they print, how they end, and never a traceback."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from warmline.cli import main
from warmline.commands import who as who_command
from warmline.commands._installation import open_roster, open_rota
from warmline.domain.errors import StoreTrouble
from warmline.domain.line import PlanKeeper
from warmline.domain.shifts import occurrences
from warmline.ports.rota import Minutes
from warmline.settings import settings_table

EXAMPLE = Path(__file__).parents[2] / "examples" / "county.toml"


@pytest.fixture(autouse=True)
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation of its own, with nothing set but its data folder."""
    for name in os.environ:
        if name.startswith(("WARMLINE_", "TWILIO_")) or name.endswith(("_URL", "SECRET_KEY")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("WARMLINE_DATA", str(tmp_path / "data"))
    return tmp_path


def run(*words: str) -> Result:
    result = CliRunner().invoke(main, words)
    assert "Traceback" not in result.output
    return result


def ran(*words: str) -> str:
    result = run(*words)
    assert result.exit_code == 0, result.output
    return result.output


def refused(*words: str, status: int = 2) -> str:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (status, "")
    return result.stderr


def set_up() -> None:
    ran("db", "upgrade")
    ran("apply", str(EXAMPLE))


def test_from_nothing_to_whose_phone_rings() -> None:
    assert ran("db", "upgrade") == "The database is up to date now.\n"
    assert ran("db", "upgrade") == "The database is up to date already.\n"
    told = ran("apply", str(EXAMPLE), "--dry-run")
    assert "- New supporter: River (peer, en), phone •••• 11.\n" in told
    assert "Nothing has been changed (--dry-run)." in told
    assert "There is no line yet" in refused("who")
    assert "changes made." in ran("apply", str(EXAMPLE))
    assert (
        ran("apply", str(EXAMPLE)) == "The line is as the file says already: nothing to change.\n"
    )
    assert ran("who", "--at", "2027-05-12 20:30", "--language", "es").splitlines() == [
        "County peer line, Wednesday 2027-05-12 20:30 PDT, a caller who speaks es.",
        "The line is open until Thu 02:00.",
        "1. Sage: on duty until Thu 02:00",
        "   River: does not speak es",
        "   Juniper: off duty, on next from Thu 2027-05-13 07:00",
    ]


def test_one_change_is_one_change(tmp_path: Path) -> None:
    set_up()
    changed = tmp_path / "line.toml"
    changed.write_text(EXAMPLE.read_text().replace("555 0111", "555 0119"))
    assert ran("apply", str(changed)).splitlines()[:2] == [
        "- River: phone changes from •••• 11 to •••• 19.",
        "1 change made. Callers and supporters meet them within seconds.",
    ]


def test_a_broken_file_is_told_line_by_line_and_changes_nothing(tmp_path: Path) -> None:
    set_up()
    broken = tmp_path / "line.toml"
    broken.write_text(
        EXAMPLE.read_text().replace("07:00-16:00", "07:00-26:00").replace("555 0111", "1")
    )
    told = refused("apply", str(broken)).splitlines()
    assert [line.split(":")[0] for line in told[:-1]] == [str(broken)] * 2
    assert told[0].split(":")[1].isdigit()
    assert told[-1] == "Nothing has been changed."
    assert "nothing to change" in ran("apply", str(EXAMPLE))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert "cannot be read" in refused("apply", str(tmp_path / "nowhere.toml"))
    (tmp_path / "latin.toml").write_bytes(b"name = '\xe9'")
    assert "Save it as UTF-8" in refused("apply", str(tmp_path / "latin.toml"))


def test_the_places_that_are_off_are_told_with_the_reason() -> None:
    ran("db", "upgrade")
    told = ran("apply", str(EXAMPLE), "--places")
    assert "- Trevor Project (trevor): only others say so, not its operator.\n" in told


def test_a_database_that_is_not_set_up() -> None:
    assert "Run: warmline db upgrade" in refused("apply", str(EXAMPLE))
    assert "Run: warmline db upgrade" in refused("who")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--line", "cunty"), 'Did you mean "county"?'),
        (("--at", "tomorrow"), 'like --at "2027-03-14 01:30"'),
        (("--language", "tl"), "it speaks en and es"),
        (("--kind", "friend"), "family_peer"),
    ],
)
def test_questions_that_cannot_be_answered(words: tuple[str, str], told: str) -> None:
    set_up()
    assert told in refused("who", *words)


def test_a_time_that_comes_twice_is_the_first_and_one_with_an_offset_is_taken() -> None:
    set_up()
    assert "01:30 PDT" in ran("who", "--at", "2027-11-07 01:30")
    assert "01:30 PST" in ran("who", "--at", "2027-11-07T01:30-08:00")
    assert "03:00 PDT" in ran("who", "--at", "2027-03-14 02:30")


def test_two_lines_must_be_told_apart(tmp_path: Path) -> None:
    set_up()
    other = tmp_path / "valley.toml"
    text = EXAMPLE.read_text().replace('id = "county"', 'id = "valley"')
    other.write_text(text.replace("+1 650 555 01", "+1 415 555 01"))
    ran("apply", str(other))
    assert "There are the lines county and valley." in refused("who")
    assert ran("who", "--line", "valley").startswith("County peer line")


def test_settings_that_are_wrong_are_all_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARMLINE_WEB_WORKERS", "many")
    monkeypatch.setenv("WARMLINE_BINDING", "x")
    told = refused("who").splitlines()
    assert len(told) == 2
    assert ran("settings", "--markdown") == settings_table()


def test_settings_are_shown_without_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "hunter2" * 6)
    monkeypatch.setenv("WARMLINE_WEB_WORKERS", "3")
    told = ran("settings")
    assert "WARMLINE_WEB_WORKERS = 3\n" in told
    assert "WARMLINE_CHOICES_AT = 60,120,180   # default\n" in told
    assert "SECRET_KEY = (set, not shown)\n" in told
    assert "hunter2" not in told


def test_a_database_that_fails_is_told_and_may_be_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail() -> None:
        raise StoreTrouble("The database did not do it (OperationalError).")

    monkeypatch.setattr(who_command, "open_roster", fail)
    assert "Look at DATABASE_URL" in refused("who", status=1)


def test_a_mistake_of_ours_is_told_by_kind_and_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise KeyError("+16505550111")

    monkeypatch.setattr(who_command, "open_roster", fail)
    told = refused("who", status=1)
    assert "KeyError at " in told
    assert "0111" not in told


def test_a_number_that_was_refused_is_rung_again_when_somebody_says_so() -> None:
    set_up()
    assert refused("who", "--try-again", "Rivr") == (
        'Nobody on this line is called "Rivr". Did you mean "River"?\n'
    )
    assert "has not refused the number of River" in refused("who", "--try-again", "River")
    roster = open_roster()
    (book,) = roster.books()
    river = next(one for one in book.supporters if one.alias == "River")
    roster.set_aside(river.id, river.phone, "21211")
    assert "River: set aside, as the provider does not ring their number" in ran("who")
    assert "The number of River will be rung again." in ran("who", "--try-again", "River")
    assert "set aside" not in ran("who")


def test_a_fresh_pin_is_told_once_and_outlives_a_file_that_is_applied_again(
    installation: Path,
) -> None:
    set_up()
    told = re.match(r"River: number ([1-8]{4}), PIN (\d{6})\.", ran("supporter", "pin", "river"))
    assert told
    kept = b"".join(one.read_bytes() for one in installation.rglob("*.db*"))
    assert told[2].encode() not in kept
    ran("apply", str(EXAMPLE))
    again = re.match(r"River: number (\d{4}), PIN (\d{6})\.", ran("supporter", "pin", "River"))
    assert again
    assert (again[1] == told[1], again[2] == told[2]) == (True, False)
    assert "Did you mean" in refused("supporter", "pin", "Rivr")


def test_who_wants_no_texts_is_shown() -> None:
    set_up()
    roster = open_roster()
    river = next(one for one in roster.books()[0].supporters if one.alias == "River")
    roster.stop_texts(river.id, off=True)
    assert "Texts off (they have written STOP): River." in ran("who")


def test_a_line_that_is_exported_and_applied_again_does_not_change(tmp_path: Path) -> None:
    set_up()
    file = tmp_path / "exported.toml"
    assert "Written to" in ran("export", "county", "--output", str(file))
    assert file.stat().st_mode & 0o077 == 0
    assert ran("export", "county") == file.read_text(encoding="utf-8")
    assert "nothing to change" in ran("apply", str(file))
    assert "already" in refused("export", "county", "--output", str(file))


def test_a_file_does_not_undo_what_was_changed_in_the_console() -> None:
    set_up()
    with open_roster().editing() as edit:
        (book,) = edit.books
        kept = replace(book.line, kept_in=PlanKeeper.CONSOLE)
        edit.save(replace(book, line=kept, shifts=book.shifts[1:]))
    told = refused("apply", str(EXAMPLE))
    assert 'The line "county" is kept in the console' in told
    assert "warmline export county" in told
    foreseen = ran("apply", str(EXAMPLE), "--take-over", "--dry-run")
    assert "- From now on the line is kept in its file" in foreseen
    assert "- New shift: Juniper" in foreseen
    assert "2 changes made." in ran("apply", str(EXAMPLE), "--take-over")
    assert "nothing to change" in ran("apply", str(EXAMPLE))


def test_a_supporters_calendar_has_an_address_that_can_be_taken_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_up()
    monkeypatch.setenv("PUBLIC_URL", "https://line.example.org")
    told = ran("supporter", "calendar", "river")
    assert re.match(r"https://line\.example\.org/calendar/[\w-]{43}\.ics\n", told)
    assert ran("supporter", "calendar", "River", "--revoke") == (
        "The address shows nothing any more.\n"
    )
    assert "no address" in ran("supporter", "calendar", "River", "--revoke")
    assert "Nobody" in refused("supporter", "calendar", "Rivr")


def test_minutes_for_pay_are_a_table() -> None:
    set_up()
    (book,) = open_roster().books()
    day = date(2026, 11, 2)
    kept = [Minutes(book.supporters[0].id, "River", day, 480, 35, 20)]
    open_rota().keep_minutes("county", kept)
    told = ran("supporter", "minutes", "--from", "2026-11-01", "--to", "2026-11-30")
    assert told.splitlines() == [
        "day,supporter,on_duty_minutes,talk_minutes,wrap_up_minutes",
        "2026-11-02,River,480,35,20",
    ]
    assert "before the first" in refused(
        "supporter", "minutes", "--from", "2026-11-30", "--to", "2026-11-01"
    )


def test_the_plan_is_told_day_by_day_with_swaps_and_days_off() -> None:
    set_up()
    (book,) = open_roster().books()
    eve = date(2026, 12, 24)
    (once,) = [one for one in occurrences(book, eve, eve) if not one.shift.rule]
    rota = open_rota()
    rota.offer(once, "ABCD")
    assert rota.take("county", "ABCD", book.supporters[1].id)
    told = ran("shifts", "--from", "2026-12-24", "--days", "1").splitlines()
    assert "Thu 2026-12-24 16:00-22:00  Sage for Juniper" in told
    assert "Thu 2026-12-24 16:00-22:00  River, but has that day off" in told
    assert "Thu 2026-12-24 16:00-20:00  Sage (backup)" in told
