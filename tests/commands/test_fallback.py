"""`warmline fallback`: a document that the provider understands and that asks for nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.call_flows.provider import VOICE
from tests.commands.test_commands import EXAMPLE, installation, ran, refused, run, set_up

__all__ = ["installation"]


def test_it_is_a_document_that_only_speaks() -> None:
    set_up()
    document = ran("fallback").encode()
    assert len(document) < 4096
    parsed = etree.fromstring(document.strip())
    assert {one.tag for one in parsed.iter()} == {
        *("Response", "Say", "prosody", "break", "Hangup"),
    }
    assert [one.tag for one in parsed][-1] == "Hangup"
    assert "nueve ocho ocho" in " ".join(parsed[-2].itertext())
    voices = [say.get("voice") for say in parsed.iter("Say")]
    assert all(voices), "the provider's own voice is a setting of the account, not ours"
    assert "http" not in document.decode()
    if VOICE is not None:
        VOICE.assertValid(parsed)


def test_it_is_written_to_a_file(tmp_path: Path) -> None:
    set_up()
    file = tmp_path / "fallback.xml"
    assert "docs/operating.md" in ran("fallback", "--output", str(file))
    assert file.read_text(encoding="utf-8").rstrip() == ran("fallback").rstrip()
    assert "cannot be written" in refused("fallback", "--output", str(tmp_path / "no" / "x.xml"))


def test_the_line_must_be_known(tmp_path: Path) -> None:
    assert "Run: warmline db upgrade" in refused("fallback")
    ran("db", "upgrade")
    assert "There is no line yet" in refused("fallback")
    set_up_valley_too(tmp_path)
    assert "There are the lines county and valley." in refused("fallback")
    assert 'Did you mean "county"?' in refused("fallback", "--line", "cunty")
    assert run("fallback", "--line", "valley").exit_code == 0


def set_up_valley_too(tmp_path: Path) -> None:
    ran("apply", str(EXAMPLE))
    other = tmp_path / "valley.toml"
    text = EXAMPLE.read_text().replace('id = "county"', 'id = "valley"')
    other.write_text(text.replace("+1 650 555 01", "+1 415 555 01"))
    ran("apply", str(other))


@pytest.mark.parametrize("languages", ['["en"]', '["es"]', '["es", "en"]'])
def test_it_stays_small_in_every_language(tmp_path: Path, languages: str) -> None:
    ran("db", "upgrade")
    changed = tmp_path / "line.toml"
    changed.write_text(
        re.sub(r'languages = \["en".*\]', f"languages = {languages}", EXAMPLE.read_text())
    )
    ran("apply", str(changed))
    assert len(ran("fallback").encode()) < 4096
