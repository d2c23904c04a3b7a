"""Say, Play and Pause: the verbs that any stage can perform."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin

from .document import Document, TwimlFailure, Verb
from .exchange import Webhook
from .sound import FALLBACK_SECONDS, known_seconds, wav_seconds
from .stage import Stage
from .tasks import Script

ENDLESS = 1000
"""How often `loop="0"` plays before Twilio gives up."""
_TONE_SECONDS = {"w": 0.5, "W": 1.0}

Until = Callable[[], bool] | None


def resolve(document: Document, url: str) -> str:
    """Return `url` as seen from a document. Raise TwimlFailure 11100 when it has no base."""
    if document.url:
        return urljoin(document.url, url)
    if not url.startswith(("http://", "https://")):
        raise TwimlFailure(11100, f"a relative URL has no base in twiml= TwiML: {url!r}")
    return url


def say(stage: Stage, verb: Verb, _document: Document, until: Until = None) -> Script[None]:
    """Speak the text `loop` times."""
    if verb.speech is None or not verb.speech.seconds:
        return
    for _round in range(verb.number("loop", 1) or ENDLESS):
        cut = yield from stage.sound(
            "say", verb.speech.text, verb.speech.seconds, verb.attrs.get("language", ""), until
        )
        if cut:
            return


def pause(stage: Stage, verb: Verb, _document: Document, until: Until = None) -> Script[None]:
    """Be silent for `length` seconds (1)."""
    yield from stage.sound("pause", "", float(verb.number("length", 1)), until=until)


def play(stage: Stage, verb: Verb, document: Document, until: Until = None) -> Script[None]:
    """Play a file `loop` times, or send digits. A file that cannot be had is an alert."""
    if verb.attrs.get("digits"):
        digits = verb.attrs["digits"]
        length = sum(_TONE_SECONDS.get(one, 0.25) for one in digits)
        yield from stage.sound("play", f"digits {digits}", length, until=until)
        stage.has_played(digits)
        return
    url = resolve(document, verb.text)
    seconds = yield from _length(stage, url)
    if not seconds:
        return
    for _round in range(verb.number("loop", 1) or ENDLESS):
        cut = yield from stage.sound("play", url, seconds, until=until)
        if cut:
            return


def _length(stage: Stage, url: str) -> Script[float]:
    """Return the seconds of a file; it is fetched once, without call parameters."""
    emu = stage.emu
    seconds = known_seconds(emu.sound, url)
    if seconds is None:
        seconds = emu.sound_cache.get(url)
    if seconds is not None:
        return seconds
    answer = yield from stage.fetch(Webhook("media", url, "GET", signed=False, sid=stage.sid))
    if not answer.ok or not answer.content_type.startswith("audio/"):
        code = answer.error_code or 12300
        emu.alert(code, answer.error or "not audio", stage.sid, url, {}, answer.text()[:200])
        return 0.0
    seconds = wav_seconds(answer.body)
    emu.sound_cache[url] = FALLBACK_SECONDS if seconds is None else seconds
    return emu.sound_cache[url]


SOUNDS = {"Say": say, "Play": play, "Pause": pause}
