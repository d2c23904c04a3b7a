"""The only maker of TwiML: say, ask, wait, join, dial, goodbye."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, cast

from flask import Response, current_app, request

from call_flows._xml import DECLARED, element, text
from warmline.prompts import Pause, Spoken
from warmline.prompts.spoken import ENGLISH, tongues
from warmline.prompts.voices import voice_of

CRISIS_KEY: Final = "9"
KEYS: Final = "0123456789*#"
SAID: Final = "Say"


def pressed() -> str:
    """The key that was meant. The crisis key counts wherever it stands among mashed keys."""
    digits = [d for d in request.form.get("Digits", "") if d in KEYS]
    if CRISIS_KEY in digits:
        return CRISIS_KEY
    return digits[0] if digits else ""


def instead(page: str, language: str, call_id: str) -> Response:
    """What another page of the call says to this request, without sending the caller there."""
    return cast(Response, current_app.view_functions[f"phone.{page}"](language, call_id))


def typed() -> str:
    """All keys that were pressed where several are asked for."""
    return "".join(d for d in request.form.get("Digits", "") if d in KEYS)


def document(*written: str) -> Response:
    """A document as the provider wants it, of elements that are written already."""
    whole = DECLARED + element("Response", "".join(written))
    return Response(whole, content_type="text/xml; charset=utf-8")


def spoken(lines: Iterable[Spoken]) -> str:
    """Sentences, each as it was recorded, or with its voice, language and pauses."""
    return "".join(line.made.get(SAID) or _said(line) for line in lines)


def _said(line: Spoken) -> str:
    if line.sound:
        return play(line.sound)
    # Always named: the provider's default voice is a setting of the account, not ours.
    voice = line.voice or voice_of(line.language)
    words = "".join(_piece(line, part) for part in line.parts)
    line.made[SAID] = element("Say", words, language=line.locale, voice=voice)
    return line.made[SAID]


def _piece(line: Spoken, part: str | Pause) -> str:
    if isinstance(part, Pause):
        return element("break", time=f"{part.ms}ms")
    words = "".join(
        element("lang", text(words), xml_lang=ENGLISH) if english else text(words)
        for words, english in tongues(part)
    )
    return element("prosody", words, rate=line.rate) if line.rate else words


def play(sound: str, keys: str | None = None) -> str:
    """A sound, or keys that are played to whoever is at the other end."""
    return element("Play", text(sound), digits=keys)


def redirect(then: str) -> str:
    """On to another page."""
    return element("Redirect", text(then), method="POST")


def ask(
    lines: Iterable[Spoken],
    answer: str,
    *,
    seconds: float,
    sound: str = "",
    before: Iterable[Spoken] = (),
    keys: int = 1,
) -> Response:
    """Say something and listen for one key, from the first word on.

    Or for several `keys`; then # says that this was all.

    Silence for `seconds` after the last word (or after `sound`) is an answer, too: the empty one.
    """
    heard = spoken(before) + spoken(lines) + (play(sound) if sound else "")
    return document(
        element(
            "Gather",
            heard,
            action=answer,
            actionOnEmptyResult=True,
            finishOnKey="" if keys == 1 else "#",
            input="dtmf",
            method="POST",
            numDigits=keys,
            timeout=max(1, round(seconds)),
        )
    )


def tell(lines: Iterable[Spoken], then: str) -> Response:
    """Say something, then go on to another page."""
    return document(spoken(lines), redirect(then))


def go(then: str) -> Response:
    """Go on to another page without a word."""
    return document(redirect(then))


def said(lines: Iterable[Spoken]) -> Response:
    """Say something to whoever is in a room, where all goes on."""
    return document(spoken(lines))


def soon(then: str, seconds: int = 1) -> Response:
    """Go on to another page after a moment."""
    return document(element("Pause", length=seconds), redirect(then))


def goodbye(lines: Iterable[Spoken] = ()) -> Response:
    """Say the last sentence and end the call."""
    return document(spoken(lines), element("Hangup"))


def queue(name: str, wait: str, after: str, lines: Iterable[Spoken] = ()) -> Response:
    """Let the caller wait; `wait` is asked again and again, keys work there."""
    waits = element(
        "Enqueue", text(name), action=after, method="POST", waitUrl=wait, waitUrlMethod="POST"
    )
    return document(spoken(lines), waits)


def leave_queue() -> Response:
    """Out of the queue: the provider asks the page that was named as `after`."""
    return document(element("Leave"))


def room(
    name: str,
    after: str,
    *,
    star: bool,
    ends_with_me: bool,
    wait: str,
    lines: Iterable[Spoken] = (),
) -> Response:
    """Enter the room in which two peers hear each other. Never recorded, no beeps, no music."""
    inside = element(
        "Conference",
        text(name),
        beep="false",
        endConferenceOnExit=ends_with_me,
        maxParticipants=3,
        startConferenceOnEnter=True,
        waitMethod="POST",
        waitUrl=wait,
    )
    entered = element("Dial", inside, action=after, hangupOnStar=star, method="POST")
    return document(spoken(lines), entered)


def dial(
    number: str,
    caller_id: str,
    after: str,
    *,
    seconds: int,
    lines: Iterable[Spoken] = (),
    report: str | None = None,
) -> Response:
    """Connect the caller to a number that sees the line's number, never the caller's.

    `report` is told how that goes, while it does.
    """
    return document(spoken(lines), _dial(number, caller_id, seconds, after, report))


def dial_between(
    before: Iterable[Spoken],
    number: str,
    caller_id: str,
    after: Iterable[Spoken],
    *,
    seconds: int,
) -> Response:
    """Say something, ring a number, say the rest and end. Nothing is asked of us in between."""
    rung = _dial(number, caller_id, seconds)
    return document(spoken(before), rung, spoken(after), element("Hangup"))


def _dial(
    number: str,
    caller_id: str,
    seconds: int,
    after: str | None = None,
    report: str | None = None,
) -> str:
    events = "initiated ringing answered" if report else None
    return element(
        "Dial",
        element("Number", text(number), statusCallback=report, statusCallbackEvent=events),
        action=after,
        callerId=caller_id,
        method=None if after is None else "POST",
        timeout=seconds,
    )


def play_on(sound: str, then: str, lines: Iterable[Spoken] = ()) -> Response:
    """A waiting sound with a sentence, again and again."""
    return document(spoken(lines), play(sound) if sound else "", redirect(then))


def press(keys: str, seconds: int, then: str = "") -> Response:
    """Play keys to whoever is at the other end ("w" is half a second), wait, go on or hang up."""
    played = play("", keys) if keys else ""
    last = redirect(then) if then else element("Hangup")
    return document(played, element("Pause", length=seconds), last)


def empty(status: int = 204) -> Response:
    """The answer to a report that wants no words."""
    return Response(status=status)


def no_reply() -> Response:
    """The answer to a text that gets none."""
    return document()


def reply(words: str, after: str) -> Response:
    """The answer to a text. `after` is told how the reply fares, under the provider's id of it."""
    return document(element("Message", text(words), statusCallback=after))


def given(name: str) -> bool:
    """Whether the provider's request has this field at all."""
    return name in request.form


def form(name: str) -> str:
    """A form field of the provider's request, empty when it is not there."""
    value: Any = request.form.get(name, "")
    return str(value)
