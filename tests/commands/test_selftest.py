"""`warmline selftest` against the real processes, with the emulator as the provider."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.databases import new_sqlite
from tests.faults.boxes import standing
from tests.load.house import WARMLINE, line_toml
from warmline.commands.selftest import SAID, told
from warmline.demo.stage import LINE, TEST_NUMBER
from warmline.domain.links import Links
from warmline.domain.selftest import Run, Step
from warmline.embedded import EmbeddedStore


@pytest.mark.slow
def test_it_says_that_every_step_came_and_which_one_does_not(tmp_path: Path) -> None:
    toml = line_toml(1, first_wave=1, wave_every=5)
    with EmbeddedStore(tmp_path / "store") as store:
        env = {
            "REDIS_URL": store.url,
            "DATABASE_URL": new_sqlite(tmp_path),
            "WARMLINE_SELFTEST_NUMBER": TEST_NUMBER,
        }
        with standing(tmp_path, toml, env, boxes=1) as (house, [box]):
            page = Links(house.address).selftest_phone
            house.emulator.add_number(TEST_NUMBER, voice_url=page)
            asked = [*WARMLINE, "selftest"]

            good = subprocess.run(asked, env=box.env, text=True, capture_output=True, check=False)
            assert (good.returncode, good.stderr) == (0, ""), good.stdout
            assert good.stdout.splitlines()[1:] == [f"good  {said}" for said, _ in SAID.values()]

            owned = house.emulator.owned(LINE)
            assert owned is not None
            owned.settings["voice_url"] = ""
            bad = subprocess.run(asked, env=box.env, text=True, capture_output=True, check=False)
            assert bad.returncode == 1, bad.stdout + bad.stderr
            assert "wrong Not so: The line's number reaches our pages" in bad.stdout
            assert "-> Run `warmline check`" in bad.stdout
            assert house.emulator.handset("+16505550101").calls == []


def test_what_comes_after_the_first_that_failed_was_not_reached() -> None:
    run = Run("id", "county", 0.0, phone=True, passed=frozenset({Step.PLACED, Step.ANSWERED}))
    lines = list(told(run))
    assert [line[:6].strip() for line in lines] == ["good", "good", "wrong", "", "", "", "", ""]
    assert lines[3].startswith("      -> ")
    assert all("Not reached" in line for line in lines[4:])


def test_without_a_number_for_it_it_says_what_was_not_tried() -> None:
    run = Run("id", "county", 0.0, phone=False, passed=frozenset(Step))
    assert list(told(run))[-1].startswith("Not tried: ringing a phone")
