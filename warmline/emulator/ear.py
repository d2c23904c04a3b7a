"""What one handset hears: a list of sounds in time, and the silences between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

SILENCE_WORTH_NOTING = 1.0
"""Seconds; shorter gaps between sounds are no entry of their own."""


@dataclass(slots=True)
class Heard:
    """One thing in the ear.

    `at` is POSIX seconds of emulated time. `seconds` is the planned length while it sounds
    (0.0 when open-ended) and the real length once it is over. `complete` is False while it sounds
    and stays False when a key, a redirect or a hang-up cut it.
    """

    at: float
    kind: str
    text: str = ""
    language: str = ""
    seconds: float = 0.0
    complete: bool = False
    over: bool = False


class Ear:
    """Collects the sounds of one call side."""

    def __init__(
        self,
        now: Callable[[], float],
        on_heard: Callable[[Heard], None],
        on_silence: Callable[[float], None],
    ) -> None:
        """`on_heard` is told of each sound's beginning, `on_silence` of the length of a gap."""
        self.heard: list[Heard] = []
        self._now = now
        self._on_heard = on_heard
        self._on_silence = on_silence
        self._sounding: list[Heard] = []
        self._empty_since: float | None = None
        self._quiet_since: float | None = None
        self._closed = False

    @property
    def sounding(self) -> list[Heard]:
        """Return what is heard at this instant."""
        return list(self._sounding)

    def open(self) -> None:
        """Begin to listen: silence counts from here."""
        self._note_quiet()

    def begin(self, kind: str, text: str = "", seconds: float = 0.0, language: str = "") -> Heard:
        """A sound begins. A "pause" is an entry like any other, but it is silence in the ear."""
        now = self._now()
        sound = Heard(now, kind, text, language, seconds)
        if self._closed:
            sound.over = True
            return sound
        self._end_emptiness(now)
        if kind != "pause":
            self._end_quiet(now)
        self.heard.append(sound)
        self._sounding.append(sound)
        self._on_heard(sound)
        return sound

    def end(self, sound: Heard, complete: bool) -> None:
        """A sound is over; `complete` when nothing cut it."""
        if sound.over:
            return
        sound.over, sound.complete, sound.seconds = True, complete, self._now() - sound.at
        self._sounding.remove(sound)
        self._note_quiet()

    def close(self) -> None:
        """The handset is put down: whatever sounds is cut."""
        if self._closed:
            return
        for sound in list(self._sounding):
            self.end(sound, complete=False)
        self._end_emptiness(self._now())
        self._end_quiet(self._now())
        self._closed = True

    def _note_quiet(self) -> None:
        if not self._sounding and self._empty_since is None:
            self._empty_since = self._now()
        if self._quiet_since is None and all(one.kind == "pause" for one in self._sounding):
            self._quiet_since = self._now()

    def _end_emptiness(self, now: float) -> None:
        since, self._empty_since = self._empty_since, None
        if since is not None and now > since:
            gap = now - since
            self.heard.append(Heard(since, "silence", seconds=gap, complete=True, over=True))

    def _end_quiet(self, now: float) -> None:
        since, self._quiet_since = self._quiet_since, None
        if since is not None and now - since >= SILENCE_WORTH_NOTING:
            self._on_silence(now - since)


def audible_spans(heard: list[Heard], now: float) -> list[tuple[float, float]]:
    """Return the merged spans (start, end) in which something really sounded."""
    spans = sorted(
        (one.at, one.at + one.seconds if one.over else now)
        for one in heard
        if one.kind not in {"pause", "silence"}
    )
    merged: list[tuple[float, float]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1] + 1e-9:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
