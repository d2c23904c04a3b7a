"""The only maker of TwiML: say, ask, wait, join, dial, goodbye."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from flask import Response, request
from twilio.twiml.messaging_response import MessagingResponse
from twilio.twiml.voice_response import Dial, Gather, Say, VoiceResponse

from warmline.prompts import Pause, Spoken
from warmline.prompts.spoken import ENGLISH, tongues
from warmline.prompts.voices import voice_of

CRISIS_KEY: Final = "9"
KEYS: Final = "0123456789*#"


def pressed() -> str:
    """The key that was meant. The crisis key counts wherever it stands among mashed keys."""
    digits = [d for d in request.form.get("Digits", "") if d in KEYS]
    if CRISIS_KEY in digits:
        return CRISIS_KEY
    return digits[0] if digits else ""


def typed() -> str:
    """All keys that were pressed where several are asked for."""
    return "".join(d for d in request.form.get("Digits", "") if d in KEYS)


def xml(document: VoiceResponse | MessagingResponse) -> Response:
    """A document as the provider wants it."""
    return Response(str(document), content_type="text/xml; charset=utf-8")


def speak(where: VoiceResponse, lines: Iterable[Spoken]) -> None:
    """Append sentences, each as it was recorded, or with its voice, language and pauses."""
    for line in lines:
        if line.sound:
            where.play(line.sound)
            continue
        # Always named: the provider's default voice is a setting of the account, not ours.
        say = Say(voice=line.voice or voice_of(line.language), language=line.locale)
        for part in line.parts:
            if isinstance(part, Pause):
                say.break_(time=f"{part.ms}ms")
                continue
            within = say.prosody("", rate=line.rate) if line.rate else say
            for words, english in tongues(part):
                within.lang(words, xml_lang=ENGLISH) if english else within.append(words)
        where.append(say)


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
    document = VoiceResponse()
    gather = Gather(
        input="dtmf",
        num_digits=keys,
        finish_on_key="" if keys == 1 else "#",
        timeout=max(1, round(seconds)),
        action=answer,
        method="POST",
        action_on_empty_result=True,
    )
    speak(gather, before)
    speak(gather, lines)
    if sound:
        gather.play(sound)
    document.append(gather)
    return xml(document)


def tell(lines: Iterable[Spoken], then: str) -> Response:
    """Say something, then go on to another page."""
    document = VoiceResponse()
    speak(document, lines)
    document.redirect(then, method="POST")
    return xml(document)


def go(then: str) -> Response:
    """Go on to another page without a word."""
    return tell((), then)


def said(lines: Iterable[Spoken]) -> Response:
    """Say something to whoever is in a room, where all goes on."""
    document = VoiceResponse()
    speak(document, lines)
    return xml(document)


def soon(then: str, seconds: int = 1) -> Response:
    """Go on to another page after a moment."""
    document = VoiceResponse()
    document.pause(length=seconds)
    document.redirect(then, method="POST")
    return xml(document)


def goodbye(lines: Iterable[Spoken] = ()) -> Response:
    """Say the last sentence and end the call."""
    document = VoiceResponse()
    speak(document, lines)
    document.hangup()
    return xml(document)


def queue(name: str, wait: str, after: str, lines: Iterable[Spoken] = ()) -> Response:
    """Let the caller wait; `wait` is asked again and again, keys work there."""
    document = VoiceResponse()
    speak(document, lines)
    document.enqueue(name, wait_url=wait, wait_url_method="POST", action=after, method="POST")
    return xml(document)


def leave_queue() -> Response:
    """Out of the queue: the provider asks the page that was named as `after`."""
    document = VoiceResponse()
    document.leave()
    return xml(document)


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
    document = VoiceResponse()
    speak(document, lines)
    dial = Dial(action=after, method="POST", hangup_on_star=star)
    dial.conference(
        name,
        beep="false",
        start_conference_on_enter=True,
        end_conference_on_exit=ends_with_me,
        wait_url=wait,
        wait_method="POST",
        max_participants=3,
    )
    document.append(dial)
    return xml(document)


def dial(
    number: str, caller_id: str, after: str, *, seconds: int, lines: Iterable[Spoken] = ()
) -> Response:
    """Connect the caller to a number that sees the line's number, never the caller's."""
    document = VoiceResponse()
    speak(document, lines)
    out = Dial(caller_id=caller_id, timeout=seconds, action=after, method="POST")
    out.number(number)
    document.append(out)
    return xml(document)


def dial_between(
    before: Iterable[Spoken],
    number: str,
    caller_id: str,
    after: Iterable[Spoken],
    *,
    seconds: int,
) -> Response:
    """Say something, ring a number, say the rest and end. Nothing is asked of us in between."""
    document = VoiceResponse()
    speak(document, before)
    out = Dial(caller_id=caller_id, timeout=seconds)
    out.number(number)
    document.append(out)
    speak(document, after)
    document.hangup()
    return xml(document)


def play_on(sound: str, then: str, lines: Iterable[Spoken] = ()) -> Response:
    """A waiting sound with a sentence, again and again."""
    document = VoiceResponse()
    speak(document, lines)
    if sound:
        document.play(sound)
    document.redirect(then, method="POST")
    return xml(document)


def press(keys: str, seconds: int, then: str = "") -> Response:
    """Play keys to whoever is at the other end ("w" is half a second), wait, go on or hang up."""
    document = VoiceResponse()
    if keys:
        document.play("", digits=keys)
    document.pause(length=seconds)
    if then:
        document.redirect(then, method="POST")
    else:
        document.hangup()
    return xml(document)


def empty(status: int = 204) -> Response:
    """The answer to a report that wants no words."""
    return Response(status=status)


def no_reply() -> Response:
    """The answer to a text that gets none."""
    return xml(MessagingResponse())


def reply(text: str, after: str) -> Response:
    """The answer to a text. `after` is told how the reply fares, under the provider's id of it."""
    document = MessagingResponse()
    document.message(text, status_callback=after)
    return xml(document)


def given(name: str) -> bool:
    """Whether the provider's request has this field at all."""
    return name in request.form


def form(name: str) -> str:
    """A form field of the provider's request, empty when it is not there."""
    value: Any = request.form.get(name, "")
    return str(value)
