"""Connection overrides in the fragment of a webhook URL: `#ct=1000&rt=5000&tt=12000&rc=2&rp=5xx`.

Times in the fragment are milliseconds; in `Overrides` they are seconds. Unreadable or
out-of-range values are ignored. `e` (edges) and `sni` have no meaning here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urldefrag

_RANGES = {"ct": (100, 10000), "rt": (100, 15000), "tt": (100, 15000), "rc": (0, 5)}
_POLICIES = {"4xx", "5xx", "ct", "rt", "all"}


@dataclass(frozen=True, slots=True)
class Overrides:
    """How one webhook is connected and retried; the defaults are Twilio's."""

    connect: float = 5.0
    read: float = 15.0
    total: float = 15.0
    retries: int = 1
    policy: frozenset[str] = frozenset({"ct"})

    def retries_on(self, failure: str) -> bool:
        """Say whether a failure ("ct", "rt", "4xx", "5xx") is tried again."""
        return failure in self.policy or ("all" in self.policy and failure != "none")


def split_overrides(url: str) -> tuple[str, Overrides]:
    """Return the URL without its fragment, and what the fragment asks for."""
    bare, fragment = urldefrag(url)
    result = Overrides()
    for name, value in parse_qsl(fragment):
        if name == "rp":
            policy = frozenset(value.split(",")) & _POLICIES
            result = replace(result, policy=policy or result.policy)
        elif name in _RANGES and value.isdigit():
            low, high = _RANGES[name]
            if low <= int(value) <= high:
                result = _apply(result, name, int(value))
    return bare, result


def _apply(result: Overrides, name: str, value: int) -> Overrides:
    if name == "ct":
        return replace(result, connect=value / 1000)
    if name == "rt":
        return replace(result, read=value / 1000)
    if name == "tt":
        return replace(result, total=value / 1000)
    return replace(result, retries=value)
