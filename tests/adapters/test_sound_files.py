"""Sound files as people have them, made into what a telephone carries."""

from __future__ import annotations

import io
import tracemalloc
import wave

import pytest

from tests.sounds import silent_mp3, spoken, wav
from warmline.adapters.sound_files import DECODED_MOST, MOST_BYTES, NoSound, read_sound, wav_file
from warmline.domain.loudness import heard


@pytest.mark.parametrize(("rate", "channels"), [(8000, 1), (16000, 1), (44100, 2), (48000, 2)])
def test_any_rate_and_both_ears_become_one_telephone(rate: int, channels: int) -> None:
    samples = read_sound(wav(spoken(2, 0.3, rate), rate, channels))
    assert heard(samples).seconds == pytest.approx(2, abs=0.02)
    assert heard(samples).speech == pytest.approx(heard(spoken(2)).speech, abs=1)


def test_an_mp3_is_read_without_any_program_beside_ours() -> None:
    assert heard(read_sound(silent_mp3(2))).seconds == pytest.approx(2, abs=0.1)


def test_what_is_kept_is_8_khz_16_bits_one_channel() -> None:
    with wave.open(io.BytesIO(wav_file(spoken(1)))) as file:
        assert file.getparams()[:4] == (1, 2, 8000, 8000)


@pytest.mark.parametrize("contents", [b"", b"Hello, this is no sound.", b"RIFF" + bytes(50)])
def test_what_is_no_sound_is_told(contents: bytes) -> None:
    with pytest.raises(NoSound, match="no sound file"):
        read_sound(contents)


def test_a_film_is_not_looked_at() -> None:
    with pytest.raises(NoSound, match="too large"):
        read_sound(bytes(MOST_BYTES + 1))


def test_a_small_file_of_many_hours_is_not_unpacked() -> None:
    """Ten minutes here; a better packed file of ten megabytes holds days."""
    long = silent_mp3(600)
    tracemalloc.start()
    try:
        assert len(read_sound(long)) == DECODED_MOST
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 4 * DECODED_MOST * 2
