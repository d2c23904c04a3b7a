"""A passkey as the first second factor, in the place of an app.

The library adds passkeys only for whoever is signed in already. Here it is for whoever has given
their password just now, and has no second factor yet: neither an app nor a passkey.
"""

from __future__ import annotations

import json
from typing import Final

from flask import (
    Blueprint,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask_security import wan_registered
from flask_security.proxies import _datastore, _security
from webauthn import generate_registration_options, verify_registration_response
from webauthn.helpers import options_to_json_dict, parse_registration_credential_json
from webauthn.helpers.exceptions import InvalidJSONStructure, InvalidRegistrationResponse
from webauthn.registration.verify_registration_response import VerifiedRegistration
from werkzeug.wrappers import Response

from warmline.web import words
from warmline.web._forms import CODE_LIVES, store
from warmline.web._guard import ANYBODY, only_for
from warmline.web._passkeys import NAME_LENGTH
from warmline.web._people import Person

pages = Blueprint("first_passkey", __name__, url_prefix="/console")

ASKED: Final = "first-passkey"
"""Where the session has what was asked of the browser: the challenge, and the key's name."""
BEFORE_A_FACTOR: Final = {"setup_from_login", "validating_profile"}
"""What the library says of a session whose password was right, and that has nothing else yet."""


@pages.route("/first-passkey", methods=["GET", "POST"])
@only_for(ANYBODY)  # looks itself whether a password was given just now
def ask() -> str | Response:
    """What they call it; then their browser is asked for it."""
    person = _newcomer()
    if person is None:
        return redirect(url_for("security.login"), 303)
    if request.method == "GET":
        return render_template("first-passkey.html", name="", wrong="", options="")
    wrong, name = _security.webauthn_util.name_svn(request.form.get("name", "")[: NAME_LENGTH + 1])
    if wrong or not name:
        amiss = words.gettext("Give it a name of up to 40 letters and digits.")
        return render_template("first-passkey.html", name=name or "", wrong=amiss, options="")
    challenge = _security.webauthn_util.generate_challenge(64)
    session[ASKED] = {"challenge": challenge, "name": name}
    options = generate_registration_options(
        rp_id=_our_name(),
        rp_name=current_app.config["SECURITY_WAN_RP_NAME"],
        user_id=person.fs_webauthn_user_handle.encode(),
        user_name=person.username or "",
        challenge=challenge.encode(),
        authenticator_selection=_security.webauthn_util.authenticator_selection(
            person, "secondary"
        ),
    )
    written = json.dumps(options_to_json_dict(options))
    return render_template("first-passkey.html", name=name, wrong="", options=written)


@pages.post("/first-passkey/keep")
@only_for(ANYBODY)  # looks itself whether a password was given just now
def keep() -> Response:
    """Keep what the browser gave, and open the door; recovery codes are next."""
    person, asked = _newcomer(), session.pop(ASKED, None)
    if person is None or asked is None:
        return redirect(url_for("security.login"), 303)
    given = _given(asked["challenge"], request.form.get("credential", ""))
    if given is None:
        flash(words.gettext("That passkey could not be added. Try once more."))
        return redirect(url_for(".ask"), 303)
    made, transports = given
    _datastore.create_webauthn(
        person,
        name=asked["name"],
        credential_id=made.credential_id,
        public_key=made.credential_public_key,
        sign_count=made.sign_count,
        transports=transports,
        usage="secondary",
        device_type=made.credential_device_type,
        backup_state=made.credential_backed_up,
    )
    wan_registered.send(
        current_app._get_current_object(),  # type: ignore[attr-defined]  # what a signal is sent by
        user=person,
        name=asked["name"],
    )
    _security.two_factor_plugins.tf_complete(person, True)
    return redirect(url_for("security.mf_recovery_codes"), 303)


def _newcomer() -> Person | None:
    """Whoever gave their password just now and has no second factor."""
    if session.get("tf_state") not in BEFORE_A_FACTOR:
        return None
    found = _datastore.find_user(fs_uniquifier=session.get("tf_user_id", ""))
    if (
        not isinstance(found, Person)
        or not found.is_active
        or found.tf_totp_secret
        or found.webauthn
    ):
        return None
    return found


def _given(challenge: str, credential: str) -> tuple[VerifiedRegistration, list[str]] | None:
    """The passkey that a browser gave, and how it is reached; None when it is none of ours."""
    try:
        read = parse_registration_credential_json(credential)
        made = verify_registration_response(
            credential=read,
            expected_challenge=challenge.encode(),
            expected_origin=_security.webauthn_util.origin(),
            expected_rp_id=_our_name(),
        )
    except (ValueError, KeyError, InvalidJSONStructure, InvalidRegistrationResponse):
        return None
    known = _datastore.find_webauthn(credential_id=made.credential_id)
    if known or not store().first_use(f"passkey:{challenge}", CODE_LIVES):
        return None
    return made, [one.value for one in read.response.transports or []]


def _our_name() -> str:
    """The name that a passkey is bound to."""
    return request.host.split(":")[0]
