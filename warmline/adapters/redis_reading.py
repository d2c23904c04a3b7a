"""What the judge of live calls answers, as the domain's values, and notes as it takes them."""

from __future__ import annotations

import base64
import dataclasses
import json
import zlib
from collections.abc import Callable
from datetime import date
from typing import Any, Protocol

from warmline.adapters.sealing import CannotUnseal
from warmline.domain.after_talk import Said
from warmline.domain.call import State
from warmline.domain.choosing import Wish
from warmline.domain.line import Kind
from warmline.domain.live import Leg, LiveCall, Moved, Note, Waiting
from warmline.domain.matching import Asked
from warmline.domain.presence import Changes, Presence
from warmline.domain.provider import Troubles

Json = dict[str, Any]

SEALED_LENGTHS = (720, 4096)
"""Characters of what is sealed of a call, filled up with spaces to the first of these that holds
it: twenty supporters' ids and more fit into the first. Only who has heard more names than that, or
left out a large agency, has a longer one."""

SAID_LENGTH = 512
"""Characters of what is sealed of what a caller said after a talk, filled up with spaces."""

OWN_LENGTH = 256
"""Characters of what is sealed of a supporter at the # door."""
PHONE_LENGTH = 32
"""Characters of a sealed number, filled up with spaces."""

SETS = ("avoid", "passed", "also", "tags")
LISTS = ("ahead", "listed", "wider")
"""The fields of a wish that JSON knows as lists only."""
AS: dict[str, Callable[[Any], Any]] = dict.fromkeys(SETS, frozenset) | dict.fromkeys(LISTS, tuple)
AS["kind"] = Kind
FIELDS = dataclasses.fields(Wish)


def _packed(wish: Wish) -> str:
    """A wish as text of one length, or of the next."""
    said = {
        one.name: sorted(value) if one.name in SETS else value
        for one in FIELDS
        if (value := getattr(wish, one.name)) != one.default
    }
    text = base64.b64encode(zlib.compress(json.dumps(said).encode())).decode()
    length = next((one for one in SEALED_LENGTHS if len(text) <= one), len(text))
    return text.ljust(length)


NO_WISH = _packed(Wish())
"""What most callers wish: nothing in particular. Sealed, it is like any other."""


class Seals(Protocol):
    """Encrypts what may not lie open in Redis."""

    def seal(self, text: str) -> str:
        """The text, readable only with the key."""
        ...

    def open(self, sealed: str) -> str:
        """The text again. Raises CannotUnseal."""
        ...

    def mark(self, purpose: str, text: str, bits: int) -> str:
        """A mark by which the same text is known again; without the secret it tells nothing."""
        ...


class Reading:
    """Reads the judge's answers. Only what is sealed needs a key for it."""

    def __init__(self, seals: Seals) -> None:
        self._seals = seals

    def call(self, h: Json, ours: tuple[str, Wish] | None = None) -> LiveCall:
        """A live call from its hash. `ours`: a wish that we have just sealed, and as what."""

        def at(name: str) -> float:
            return float(h.get(name) or 0)

        sealed = h.get("sealed", "")
        return LiveCall(
            id=h["id"],
            state=State(h["state"]),
            line=h["line"],
            language=h["lang"],
            sid=h["sid"],
            number=h["number"],
            open=h["open"] == "1",
            received=at("received"),
            seen=at("seen"),
            led_at=at("led_at"),
            wanted_at=at("wanted_at"),
            ring_since=at("ring_since"),
            first_bridge=at("first_bridge"),
            talked=at("talked"),
            ended=at("ended"),
            round=int(h.get("round") or 1),
            offers=int(h.get("offers") or 0),
            leg=h.get("leg", ""),
            supporter=h.get("sup", ""),
            again=h.get("again", ""),
            crisis_key=h.get("crisis_key") == "1",
            crisis_bridge=h.get("crisis_bridge") == "1",
            keyed=h.get("keyed") == "1",
            flooded=h.get("flooded") == "1",
            asks=int(h.get("asks") or 0),
            sound=h.get("sound", "1") == "1",
            slow=h.get("slow") == "1",
            choices=int(h.get("choices") or 0),
            told=frozenset(h.get("told", "").split()),
            places=frozenset(name[6:] for name in h if name.startswith("place:")),
            wish=ours[1] if ours and sealed == ours[0] else self.wish(sealed),
            queued=h.get("queued") == "1",
            bound=h.get("bound", ""),
            called_back=h.get("origin") == "callback",
            promised=h.get("promised") == "1",
            reached=h.get("reached") == "1",
            tries=int(h.get("tries") or 0),
            blocked=at("blocked"),
            proposal=h.get("proposal", ""),
            guest=h.get("guest", ""),
            guest_sid=h.get("guest_sid", ""),
            guest_room=h.get("guest_room", ""),
            row=h.get("row", ""),
            door=h.get("door") == "1",
            said=self.said(h.get("said", "")),
            sums={name[4:]: float(h[name]) for name in h if name.startswith("sum:")},
        )

    def sealed(self, wish: Wish | None) -> str:
        """A wish as it lies in the store; nothing when there is none to write."""
        # Sealed and of one length also when there is none: that there is something would tell.
        if wish is None:
            return ""
        return self._seals.seal(NO_WISH if wish == Wish() else _packed(wish))

    def sealed_phone(self, number: str) -> str:
        """A caller's number as it lies in the store, of one length whatever it is."""
        return self._seals.seal(number.ljust(PHONE_LENGTH))

    def phone(self, sealed: str) -> str:
        """The number again; empty when it is gone, or was sealed with another secret."""
        try:
            return self._seals.open(sealed).strip() if sealed else ""
        except CannotUnseal:
            return ""

    def wish(self, sealed: str) -> Wish:
        """What was sealed by `sealed`; an empty wish when it cannot be read."""
        if not sealed:
            return Wish()
        try:
            text = self._seals.open(sealed)
            if text == NO_WISH:
                return Wish()
            h: Json = json.loads(zlib.decompress(base64.b64decode(text)))
            made = {name: AS[name](value) if name in AS else value for name, value in h.items()}
            return Wish(**made)
        except (CannotUnseal, ValueError, TypeError, zlib.error):
            # The secret key was replaced, or another version sealed it, while they were on the
            # line: their wish is lost, their call goes on, and so do all others of the line.
            return Wish()

    def sealed_said(self, said: Said) -> str:
        """What a caller said after a talk as it lies in the store, of one length whatever it is."""
        return self._seals.seal(json.dumps(dataclasses.asdict(said)).ljust(SAID_LENGTH))

    def said_fields(self, note: Note) -> list[str]:
        """What is to be written of what they said, as field, value."""
        return ["said", self.sealed_said(note.said)] if note.said else []

    def said(self, sealed: str) -> Said | None:
        """The same again; None when there is nothing, or it cannot be read."""
        try:
            h: Json = json.loads(self._seals.open(sealed)) if sealed else {}
            return Said(**(h | {"answers": tuple(h["answers"])})) if h else None
        except (CannotUnseal, ValueError, TypeError, KeyError):
            return None

    def mark(self, purpose: str, text: str, bits: int) -> str:
        """See `Seals`."""
        return self._seals.mark(purpose, text, bits)

    def own(self, text: str) -> str:
        """A short text of a supporter's as it lies in the store, of one length."""
        return self._seals.seal(text.ljust(OWN_LENGTH))

    def opened(self, sealed: str) -> str:
        """What was sealed by `own`. Raises CannotUnseal."""
        return self._seals.open(sealed)

    def waiting(self, out: Json) -> Waiting:
        """A call with what routing needs."""
        return Waiting(
            call=self.call(out["call"]),
            ringing=int(out["ringing"]),
            asked={sup: Asked(said) for sup, said in dict(out["asked"] or {}).items()},
            ahead=int(out["ahead"]),
            changes=changes_of(out["changes"]) if out.get("changes") else None,
        )

    def moved(self, out: Json) -> Moved:
        """A step that took place."""
        return Moved(
            before=State(out["before"]),
            call=self.call(out["call"]),
            dropped=tuple(leg_of(row) for row in listed_rows(out["dropped"])),
            peer=leg_of(out["peer"]) if out.get("peer") else None,
        )


def listed_rows(value: Any) -> list[Any]:
    """An empty Lua table arrives as an object."""
    return value if isinstance(value, list) else []


def fields(note: Note) -> list[str]:
    """A note as field, value, field, value."""
    pairs: dict[str, object] = {
        "lang": note.language,
        "sound": note.sound,
        "slow": note.slow,
        "crisis_key": note.crisis_key,
        "crisis_bridge": note.crisis_bridge,
        "keyed": note.keyed,
        "choices": note.choices,
        "round": note.round,
        "queued": note.queued,
        "bound": note.bound,
        "proposal": note.proposal,
    }
    flat: list[str] = []
    for name, value in pairs.items():
        if value is not None:
            flat += [name, str(int(value)) if isinstance(value, bool) else str(value)]
    for one in sorted(note.unmet):
        flat += [f"sum:{one}", "1"]
    return flat


def leg_of(h: Json) -> Leg:
    """One supporter's phone from its hash."""
    return Leg(
        id=h["id"],
        call=h["call"],
        line=h["line"],
        supporter=h["sup"],
        sid=h.get("sid", ""),
        state=h.get("state", ""),
        bridged=h.get("bridged") == "1",
        again=h.get("again") == "1",
        hard=h.get("hard") == "1",
        handed_over=h.get("why") == "accepted",
        debrief=h.get("debrief") == "1",
        picked_up=h.get("up") == "1",
        rests_until=float(h.get("rests_until") or 0),
    )


def troubles_of(h: Json) -> Troubles:
    """The troubles of the last hour. An empty Lua table arrives as an object or a list."""
    known = h or {}
    return Troubles(
        **{kind: int(known.get(kind) or 0) for kind in ("busy", "failed", "refused")},
        busy_at=float(known.get("busy_at") or 0),
        failed_at=float(known.get("failed_at") or 0),
        refused_at=float(known.get("refused_at") or 0),
        code=str(known.get("code") or ""),
    )


def changes_of(out: Json) -> Changes:
    """What has changed of supporters, or the first part of it."""
    rows = tuple(presence_of(row) for row in listed_rows(out["rows"]))
    return Changes(out["mark"], int(out["upto"]), bool(out["whole"]), rows)


def presence_of(h: Json) -> Presence:
    """What is true of a supporter, from their hash."""

    def number(name: str) -> float:
        return float(h.get(name) or 0)

    return Presence(
        supporter=h["sup"],
        busy=h.get("busy", ""),
        # Whoever was rung very often in a flood is left in peace as if they rested.
        rest_until=max(number("rest_until"), number("spared_until")),
        off_until=number("off_until"),
        last_help=number("last_help"),
        last_rung=number("last_rung"),
        shift=number("shift"),
        calls=int(number("calls")),
        talk_seconds=number("talk_seconds"),
        misses=int(number("misses")),
        not_before=number("not_before"),
        practice_until=number("practice_until"),
        days=_days(h),
    )


def _days(h: Json) -> tuple[tuple[date, int, float], ...]:
    named = sorted(name[8:] for name in h if name.startswith("minutes:"))
    return tuple(
        (
            date.fromisoformat(day),
            int(h.get(f"calls:{day}") or 0),
            60.0 * int(h.get(f"minutes:{day}") or 0),
        )
        for day in named
    )
