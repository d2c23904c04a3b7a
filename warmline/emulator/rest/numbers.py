"""/IncomingPhoneNumbers: read, list and set the URLs of the account's numbers."""

from __future__ import annotations

from ..numbers import OwnedNumber
from ..resources import NUMBER_SETTINGS, Json, number_json
from .common import RestCall, not_found, page


def _number(call: RestCall, sid: str) -> OwnedNumber:
    found = call.emu.numbers.get(sid)
    if found is None:
        raise not_found(call)
    return found


def search(call: RestCall) -> tuple[int, Json]:
    """GET /IncomingPhoneNumbers: filtered by PhoneNumber (a part is enough) and FriendlyName."""
    found = []
    for one in call.emu.numbers.values():
        shown = number_json(call.emu, one)
        if call.filter("FriendlyName") not in {"", shown["friendly_name"]}:
            continue
        if call.filter("PhoneNumber").replace("*", "") in one.number:
            found.append((one.serial, shown))
    return 200, page(call, "incoming_phone_numbers", found)


def fetch(call: RestCall, sid: str) -> tuple[int, Json]:
    """GET one number."""
    return 200, number_json(call.emu, _number(call, sid))


def update(call: RestCall, sid: str) -> tuple[int, Json]:
    """POST one number: VoiceUrl, StatusCallback and so on; an empty value clears."""
    number = _number(call, sid)
    for name in NUMBER_SETTINGS:
        parameter = "".join(part.capitalize() for part in name.split("_"))
        if parameter in call.form:
            value = call.url(parameter) if name.endswith(("_url", "callback")) else ""
            number.settings[name] = value or call.one(parameter)
    number.updated = call.emu.now
    return 200, number_json(call.emu, number)
