"""The data folder and the key in it are for us alone."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from warmline.settings import Settings, SettingsError, ensure_data_folder, load_secret_key


def settings(folder: Path, **more: str) -> Settings:
    return Settings.from_environ({"WARMLINE_DATA": str(folder), **more})


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_folder_is_made_for_us_alone_and_tightened(tmp_path: Path) -> None:
    folder = ensure_data_folder(settings(tmp_path / "a" / "data"))
    assert mode(folder) == 0o700
    folder.chmod(0o755)
    ensure_data_folder(settings(folder))
    assert mode(folder) == 0o700


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="WARMLINE_DATA: the folder"):
        ensure_data_folder(settings(tmp_path / "file" / "data"))


def test_the_key_is_made_once_and_kept(tmp_path: Path) -> None:
    key = load_secret_key(settings(tmp_path))
    assert len(key) >= 32
    assert load_secret_key(settings(tmp_path)) == key
    assert mode(tmp_path / "secret_key") == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_processes_that_start_together_agree_on_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: load_secret_key(settings(tmp_path)), range(16)))
    assert len(keys) == 1


def test_a_key_that_is_set_is_taken_and_nothing_is_written(tmp_path: Path) -> None:
    assert load_secret_key(settings(tmp_path / "data", SECRET_KEY="k" * 40)) == "k" * 40
    assert not (tmp_path / "data").exists()


def test_a_key_that_others_may_read_is_refused(tmp_path: Path) -> None:
    load_secret_key(settings(tmp_path))
    (tmp_path / "secret_key").chmod(0o644)
    with pytest.raises(SettingsError, match="chmod 600"):
        load_secret_key(settings(tmp_path))


def test_an_empty_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret_key").touch(mode=0o600)
    with pytest.raises(SettingsError, match="is empty"):
        load_secret_key(settings(tmp_path))
