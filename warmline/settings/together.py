"""What has to be said of several settings at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def unfitting(values: Mapping[str, Any], problems: Sequence[str]) -> list[str]:
    """What is wrong about settings that are right by themselves; `problems`: what is known."""
    found = []
    unreadable = any(problem.startswith("SECRET_KEY") for problem in problems)
    if values["redis_url"] and not values["secret_key"] and not unreadable:
        found.append(
            "SECRET_KEY is not set, and with REDIS_URL all processes must share one. Make one with "
            'python -c "import secrets; print(secrets.token_urlsafe(48))" and set it everywhere.'
        )
    if values["secret_key_older"] and not values["secret_key"] and not unreadable:
        found.append(
            "SECRET_KEY_OLDER goes with SECRET_KEY: set both, or let the data folder keep the keys."
        )
    if bool(values["twilio_api_key_sid"]) != bool(values["twilio_api_key_secret"]):
        found.append("TWILIO_API_KEY_SID and TWILIO_API_KEY_SECRET go together: set both or none.")
    if values["choices_at"] and values["alternatives_at"] <= values["choices_at"][-1]:
        found.append("WARMLINE_ALTERNATIVES_AT must be later than the last of WARMLINE_CHOICES_AT.")
    return found
