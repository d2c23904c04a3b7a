"""What the page shows: the phones as the emulator knows them, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from warmline.demo.web.cast import Cast, Person
from warmline.demo.web.words import capital, readable, unbroken
from warmline.domain.own_words import Recording

Json = dict[str, Any]

SET_TO = {
    "busy": "Busy with another call",
    "off": "Switched off",
}
DUTY = {
    "resting": "Resting after a call",
    "off": "Off duty for now",
}
ENDED = {
    "no answer": "Missed a call",
    "declined": "Declined the call",
    "hung up": "Hung up",
}
SOUNDS = {"ringback": "It rings.", "play": "A soft sound."}
Recorded = Callable[[str], Recording | None]


def no_recordings(_url: str) -> None:
    """A line that is spoken by voices alone."""


def page_view(
    cast: Cast, snapshot: Json, duty: Mapping[str, str], recorded: Recorded = no_recordings
) -> Json:
    """Everything that the page needs to draw itself. `duty`: who rests or is off, by number.

    `recorded`: what a recording says, by its address.
    """
    handsets = {one["number"]: one for one in snapshot["handsets"]}
    return {
        "phones": [
            _phone(cast, person, handsets[person.number], duty.get(person.number, ""), recorded)
            for person in cast.people
            # Somebody who has joined since the snapshot was made is in the next one.
            if person.number in handsets
        ],
        "may_add_caller": cast.may_add_caller,
    }


def _phone(cast: Cast, person: Person, handset: Json, duty: str, recorded: Recorded) -> Json:
    call = handset["call"] or {}
    state = "idle" if handset["state"] == "idle" else call["state"]
    partners = [cast.by_number(number) for number in call.get("talking_with", ())]
    told = [one.told if one else "somebody" for one in partners]
    if state == "in-progress" and told:
        state = "talking"
    choice = _choice(person, handset["behaviour"])
    return {
        "key": person.key,
        "role": person.role,
        "name": person.name,
        "number": readable(person.number),
        "hint": f"The line’s number is {unbroken(cast.line)}." if person.role == "caller" else "",
        "state": state,
        "words": _on_the_phone(person, state, call, told) or _at_rest(person, call, choice, duty),
        "off_duty": duty == "off" and state == "idle",
        "together": _together(told) if state == "talking" else "",
        "partners": [one.key for one in partners if one],
        "captions": _captions(call, recorded),
        "listens": call.get("gather_open", False),
        "choice": choice,
        "choices": [[one.key, one.label] for one in person.choices],
        "texts": [one["body"] for one in handset["messages"]],
    }


def _choice(person: Person, behaviour: str) -> str:
    return next((one.key for one in person.choices if one.kind.__name__ == behaviour), "")


def _on_the_phone(person: Person, state: str, call: Json, told: list[str]) -> str:
    match state:
        case "dialing":
            return "Dialing the line"
        case "ringing":
            return f"Ringing: shows {unbroken(call['other'])}"
        case "talking":
            return f"Talking with {_listed(told)}"
        case "in-progress":
            return "On the line" if person.role == "caller" else "Picked up"
    return ""


def _at_rest(person: Person, call: Json, choice: str, duty: str) -> str:
    if choice in SET_TO:
        return SET_TO[choice]
    if duty:
        return DUTY[duty]
    if call and not call["outgoing"] and call["answered_at"] is None:
        return ENDED.get(call["ended_because"], "Stopped ringing")
    if call:
        return ENDED.get(call["ended_because"], "The call has ended")
    return "Ready to dial" if person.role == "caller" else "Quiet"


def _together(told: list[str]) -> str:
    return capital(_listed(["you", *told])) + " hear each other."


def _listed(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _captions(call: Json, recorded: Recorded) -> list[Json]:
    """What the phone hears, as lines to read. Silence and live voices are no lines."""
    found: list[Json] = []
    for one in (_as_said(one, recorded) for one in call.get("heard", ())):
        spoken = one["kind"] in {"say", "voice"}
        text = one["text"] if spoken else SOUNDS.get(one["kind"], "")
        if not text:
            continue
        caption = {
            # The call and the moment name a sound: the list is cut at its beginning.
            "id": f"{call['began']:.3f}-{one['at']:.3f}-{one['kind']}",
            "after": round(max(0.0, one["at"] - call["began"])),
            "kind": one["kind"],
            "text": text,
            "language": one["language"].partition("-")[0] if spoken else "",
            "live": not one["over"],
            "cut": spoken and one["over"] and not one["complete"],
        }
        if not spoken and found and found[-1]["text"] == text:
            # A sound that goes round and round is one line, named after its first round.
            caption["id"], caption["after"] = found[-1]["id"], found[-1]["after"]
            found.pop()
        found.append(caption)
    return found


def _as_said(one: Json, recorded: Recorded) -> Json:
    """A recording of a sentence is read, and spoken by the page, like the sentence itself."""
    found = recorded(one["text"]) if one["kind"] == "play" else None
    if found is None:
        return one
    return {**one, "kind": "say", "text": found.said, "language": found.language}
