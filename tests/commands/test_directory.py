"""`warmline directory` as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.test_commands import installation, ran, refused, run, set_up

__all__ = ["installation"]

SHARED = Path(__file__).parents[3] / "shared" / "design" / "directory.csv"


@pytest.fixture(autouse=True)
def line(installation: Path) -> None:
    set_up()


def test_what_is_handed_out_is_taken_in_and_nothing_changes(tmp_path: Path) -> None:
    table = tmp_path / "places.csv"
    assert ran("directory", "export", str(table)) == f"{table} is written.\n"
    assert ran("directory", "export") == table.read_text(encoding="utf-8")
    told = ran("directory", "import", str(table), "--by", "AB")
    assert told.count(": unchanged") == len(told.splitlines()) - 1 > 30
    assert told.endswith("It is so already: nothing to change.\n")


def test_a_broken_table_changes_nothing_and_is_told_line_by_line(tmp_path: Path) -> None:
    table = tmp_path / "places.csv"
    table.write_text("key,kind,name,dial\nnami,peer,NAMI,211\nx,pear,X,\n", encoding="utf-8")
    before = ran("directory", "export")
    told = refused("directory", "import", str(table), "--by", "AB").splitlines()
    assert told[0].startswith(f"{table}:2: refused: nami, dial: This is a short code")
    assert told[1].startswith(f'{table}:3: refused: x, kind: "pear" is not known here.')
    assert told[-1] == "Nothing has been changed."
    assert ran("directory", "export") == before


def test_a_table_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    assert "cannot be read" in refused("directory", "import", str(tmp_path / "no.csv"))
    other = tmp_path / "other.csv"
    other.write_bytes("key;name\nx;Línea".encode("latin-1"))
    assert 'Save it as "CSV UTF-8"' in refused("directory", "import", str(other))


@pytest.mark.skipif(not SHARED.is_file(), reason="the design lies beside the checkout")
def test_the_seed_of_the_design_is_told_row_by_row() -> None:
    result = run("directory", "import", str(SHARED), "--by", "AB", "--dry-run")
    told = dict(one.split(": ", 1) for one in result.stdout.splitlines() if ": " in one[:20])
    assert result.exit_code == 1
    assert told["samhsa"].startswith('refused (audience: The line never says "treatment"')
    assert told["LOCAL_EAP"].startswith("refused (it is kept in the line's own file")
    assert told["ca_warm"].startswith(("taken", "unchanged", "disabled"))
    assert len(told) >= 36


def test_a_crisis_row_needs_two_people_and_everything_is_kept_track_of() -> None:
    assert "only others say so" in refused("directory", "enable", "ctl", "--by", "AB")
    ran("directory", "verify", "ctl", "--by", "AB", "--method", "operator page")
    assert "waits for somebody else" in ran("directory", "enable", "ctl", "--by", "AB")
    assert "off" in ran("directory", "show", "ctl")
    assert "A change waits since" in ran("directory", "show", "ctl")
    assert "ctl is to be changed, proposed by AB" in ran("directory", "due")
    assert "somebody else approves it" in refused("directory", "approve", "ctl", "--by", "a.b.")
    ran("directory", "approve", "ctl", "--by", "CD")
    assert "ctl: Crisis Text Line, HOME to 741741; on" in ran("directory", "list")
    last = ran("directory", "log").splitlines()
    assert "CD: Place Crisis Text Line (ctl) is from now on named to callers." in "\n".join(last)
    assert "555" not in "".join(last), "nobody's phone stands there"


def test_a_peer_line_is_changed_by_one_and_a_new_one_is_added() -> None:
    told = ran("directory", "propose", "nami", "hours=24/7", "--by", "AB")
    assert "hours changes from" in told
    facts = ("kind=peer", "name=Nearby", "dial=+16505550160", "local=yes", "bridgeable=yes")
    assert "New place: Nearby (near)" in ran("directory", "propose", "near", *facts, "--by", "AB")
    ran("directory", "propose", "near", "--remove", "--by", "AB")
    assert 'There is no row "near"' in refused("directory", "show", "near")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("propose", "nami", "--by", "AB"), "Give what changes"),
        (("propose", "nami", "hours", "--by", "AB"), '"hours" is no fact'),
        (("propose", "nami", "name=Patients", "--by", "AB"), "The line never says"),
        (("propose", "nami", "dial=911", "--by", "AB"), "short code"),
        (("enable", "nobody", "--by", "AB"), 'There is no row "nobody"'),
        (("enable", "nami", "--by", "AB"), "is on already"),
        (("disable", "LOCAL_EAP", "--by", "AB"), "kept in the line's own file"),
        (("disable", "nami", "--by", "  "), "Sign with your name"),
        (("approve", "nami", "--by", "AB"), "No proposal waits"),
        (("verify", "nami", "--by", "AB", "--method", "x", "--until", "2020-01-01"), "is over"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(words: tuple[str, ...], said: str) -> None:
    assert said in refused("directory", *words)


def test_applying_the_lines_file_undoes_nothing(tmp_path: Path) -> None:
    ran("directory", "verify", "LOCAL_EAP", "--by", "AB", "--method", "called them")
    ran("directory", "disable", "nami", "--by", "AB")
    before = ran("directory", "export")
    set_up()
    assert ran("directory", "export") == before


def test_a_file_that_changes_a_crisis_row_is_signed(tmp_path: Path) -> None:
    from tests.commands.test_commands import EXAMPLE

    changed = tmp_path / "line.toml"
    crisis = '\n[[place]]\nkey = "dv"\nenabled = false\n'
    changed.write_text(EXAMPLE.read_text(encoding="utf-8") + crisis, encoding="utf-8")
    assert "Left out: what the file says of dv." in ran("apply", str(changed))
    assert "dv: National Domestic Violence Hotline" in ran("directory", "list")
    told = ran("apply", str(changed), "--by", "AB")
    assert "A change to the crisis row dv is proposed by AB" in told
    assert "dv: National Domestic Violence Hotline" in ran("directory", "list")
    ran("directory", "approve", "dv", "--by", "CD")
    assert "dv: National Domestic Violence Hotline" not in ran("directory", "list")
