"""A key is replaced without any moment in which something cannot be opened."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from warmline.settings import (
    Settings,
    SettingsError,
    destroy_keys,
    load_keys,
    load_secret_key,
    replace_key,
    replaced,
)
from warmline.settings import key_files as files

A, B = "a" * 40, "b" * 40


def settings(folder: Path, **more: str) -> Settings:
    return Settings.from_environ({"WARMLINE_DATA": str(folder / "data"), **more})


def test_the_newest_seals_and_the_one_before_still_opens(tmp_path: Path) -> None:
    kept = settings(tmp_path)
    first = load_secret_key(kept)
    replace_key(kept, 100)
    second = load_secret_key(kept)
    replace_key(kept, 200)
    assert load_keys(kept) == (load_secret_key(kept), first, second)
    assert len({*load_keys(kept)}) == 3
    assert replaced(kept) == [(100, first), (200, second)]


def test_old_ones_are_destroyed_and_never_the_one_that_seals(tmp_path: Path) -> None:
    kept = settings(tmp_path)
    replace_key(kept, 100)
    second = load_secret_key(kept)
    replace_key(kept, 200)
    assert destroy_keys(kept, 150) == 1
    assert replaced(kept) == [(200, second)]
    assert destroy_keys(kept, 1e9) == 1
    assert destroy_keys(kept, 1e9) == 0
    assert load_keys(kept) == (load_secret_key(kept),)
    assert not (kept.data / files.OLDER_FILE).exists()


@pytest.mark.parametrize("cut", [1, 2])
def test_wherever_it_is_interrupted_no_key_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: int
) -> None:
    kept = settings(tmp_path)
    first = load_secret_key(kept)
    writes = 0
    write = files._write

    def until(path: Path, text: str) -> None:
        nonlocal writes
        writes += 1
        if writes == cut:
            raise OSError("the power went")
        write(path, text)

    monkeypatch.setattr(files, "_write", until)
    with pytest.raises(OSError, match="power"):
        replace_key(kept, 100)
    assert first in load_keys(kept)
    monkeypatch.setattr(files, "_write", write)
    replace_key(kept, 200)
    assert load_keys(kept)[1:] == (first,)


def test_nobody_else_may_read_them(tmp_path: Path) -> None:
    kept = settings(tmp_path)
    replace_key(kept, 100)
    for name in ("secret_key", files.OLDER_FILE):
        assert stat.S_IMODE((kept.data / name).stat().st_mode) == 0o600


def test_keys_in_the_settings_are_the_settings_own(tmp_path: Path) -> None:
    assert load_keys(settings(tmp_path, SECRET_KEY=A, SECRET_KEY_OLDER=f"{B} {A}")) == (A, B)
    assert B not in repr(settings(tmp_path, SECRET_KEY=A, SECRET_KEY_OLDER=B))
    with pytest.raises(SettingsError) as alone:
        settings(tmp_path, SECRET_KEY_OLDER=B)
    assert alone.value.problems[0].startswith("SECRET_KEY_OLDER goes with SECRET_KEY")
