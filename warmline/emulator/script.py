"""The life of a call: load a document, perform its verbs, follow where they lead.

This module knows what comes next; the single verbs are in `verbs`, `gather`, `dial` and `enqueue`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from .document import Document, TwimlFailure, Verb, read_answer
from .exchange import Webhook
from .leg import Leg
from .speech import speech_seconds
from .stage import Goto, HungUp, Redirected, Stage
from .tasks import Script

APOLOGY = "We are sorry, an application error has occurred. Goodbye."

VerbScript = Callable[[Leg, Verb, Document], Script[Goto | None]]


@dataclass(frozen=True, slots=True)
class Profile:
    """Which verbs a document may use where it is performed.

    Others are skipped with warning 12200, except those in `fatal`: these fail the document with
    their own error code. `otherwise` is such a code for every verb that is not allowed.
    """

    verbs: frozenset[str]
    fatal: Mapping[str, int] = field(default_factory=dict)
    otherwise: int | None = None


VOICE = Profile(
    frozenset({"Dial", "Enqueue", "Gather", "Hangup", "Pause", "Play", "Redirect", "Reject", "Say"})
)
WHISPER = Profile(frozenset({"Gather", "Hangup", "Pause", "Play", "Say"}), {"Dial": 13201})
QUEUE_WAIT = Profile(frozenset({"Gather", "Hangup", "Leave", "Pause", "Play", "Redirect", "Say"}))
BEFORE_BRIDGE = Profile(frozenset({"Pause", "Play", "Redirect", "Say"}))
ROOM_WAIT = Profile(frozenset({"Pause", "Play", "Redirect", "Say"}), otherwise=13238)

VERBS: dict[str, VerbScript] = {}
"""Filled by the modules that define the verbs."""


def note(
    stage: Stage, failure: TwimlFailure, url: str, params: dict[str, str], body: str = ""
) -> None:
    """Put a failure into the provider's debugger, once, with the request that led to it."""
    failure.url = failure.url or url
    if not failure.noted:
        failure.noted = True
        stage.emu.alert(failure.code, failure.message, stage.sid, failure.url, params, body[:2000])


def load(stage: Stage, goto: Goto) -> Script[Document]:
    """Request a document. Raise TwimlFailure, noted as an alert, when it cannot be had."""
    if goto.document is not None:
        return goto.document
    params = stage.params() | goto.params
    answer = yield from stage.fetch(
        Webhook(goto.kind, goto.url, goto.method, params, cookies=stage.cookies, sid=stage.sid)
    )
    try:
        document = read_answer(answer, goto.method)
    except TwimlFailure as failure:
        note(stage, failure, goto.url, params, answer.text())
        raise
    for warning in document.warnings:
        stage.emu.warn(12200, warning, stage.sid, document.url)
    return document


def allowed(stage: Stage, verb: Verb, document: Document, profile: Profile) -> bool:
    """Say whether to perform a verb here. Raise TwimlFailure when it fails the document."""
    if verb.name in profile.verbs:
        return True
    text = f"<{verb.name}> is not allowed in this document"
    code = profile.fatal.get(verb.name, profile.otherwise)
    if code is None:
        stage.emu.warn(12200, text + ": skipped", stage.sid, document.url)
        return False
    raise TwimlFailure(code, text, document.url)


def perform(leg: Leg, document: Document, profile: Profile = VOICE) -> Script[Goto | None]:
    """Perform a document; return where it leads, None when it came to its end."""
    for index, verb in enumerate(document.verbs):
        if not allowed(leg, verb, document, profile):
            continue
        if not leg.answered and not _leaves_unanswered(verb, index):
            leg.answer()
        goto = yield from VERBS[verb.name](leg, verb, document)
        if goto is not None:
            return goto
    # Even an empty document answers the call before it ends it.
    leg.answer()
    return None


def _leaves_unanswered(verb: Verb, index: int) -> bool:
    """Reject never answers; a Pause, or Dial answerOnBridge, does not when it comes first."""
    if verb.name in {"Reject", "Pause"}:
        return True
    return verb.name == "Dial" and index == 0 and verb.flag("answerOnBridge", False)


def follow(leg: Leg, goto: Goto, profile: Profile = VOICE) -> Script[Goto | None]:
    """Load a document and perform it."""
    document = yield from load(leg, goto)
    try:
        return (yield from perform(leg, document, profile))
    except TwimlFailure as failure:
        note(leg, failure, goto.url, leg.params())
        raise


def run_through(leg: Leg, goto: Goto, profile: Profile) -> Script[None]:
    """Perform a document and whatever it redirects to, to the end."""
    following: Goto | None = goto
    while following is not None:
        following = yield from follow(leg, replace(following, kind=goto.kind), profile)


def run_call(leg: Leg, opening: Script[Goto | None]) -> Script[None]:
    """Run a leg from `opening`, which returns the first document, until the call is over."""
    current: Script[Goto | None] = opening
    in_fallback = False
    try:
        while True:
            try:
                goto = yield from current
            except Redirected as redirected:
                goto, in_fallback = redirected.goto, False
            except TwimlFailure as failure:
                if in_fallback or leg.fallback is None:
                    yield from _apologise(leg)
                    return
                goto, in_fallback = _fallback(leg.fallback, failure), True
            if goto is None:
                break
            # A document that the fallback leads to is an ordinary one again.
            in_fallback = in_fallback and goto.fallback
            current = follow(leg, goto)
        leg.end("completed", "the line hung up")
    except HungUp:
        return


def _fallback(fallback: Goto, failure: TwimlFailure) -> Goto:
    params = {"ErrorCode": str(failure.code), "ErrorUrl": failure.url}
    return replace(fallback, params=params, kind="fallback", fallback=True)


def _apologise(leg: Leg) -> Script[None]:
    """Say that an application error has occurred, and end the call."""
    leg.answer()
    try:
        yield from leg.sound("say", APOLOGY, speech_seconds(APOLOGY), "en-US")
    except Redirected as redirected:
        yield from run_call(leg, follow(leg, redirected.goto))
        return
    leg.end("completed", "application error")
