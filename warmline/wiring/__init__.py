"""From settings to services: the only place where adapters are chosen and put together.

One room a topic: `connections`, `keys`, `process` (its adapters), and what is made of them:
`watching`, `supporters`, `houses` (conversations and jobs), `web` (console, own pages).
"""

from __future__ import annotations

from warmline.wiring.connections import (
    connect,
    live_calls,
    plain_roster,
    provider_of,
    pulse,
    redis_url,
    rq_jobs,
    sealer,
    spells,
    test_calls,
    twilio,
)
from warmline.wiring.houses import phone_house, work_house
from warmline.wiring.keys import folding, renew_seals, retire_keys
from warmline.wiring.process import World, from_environment, world
from warmline.wiring.supporters import (
    debriefs,
    errands,
    flags,
    own_duty,
    reminding,
    surge,
    swapping,
    text_words,
)
from warmline.wiring.watching import alarms, selftest, vigils_of_the_web, watch
from warmline.wiring.web import emergency, lines, own_pages, pages, settings_file

__all__ = [
    "World",
    "alarms",
    "connect",
    "debriefs",
    "emergency",
    "errands",
    "flags",
    "folding",
    "from_environment",
    "lines",
    "live_calls",
    "own_duty",
    "own_pages",
    "pages",
    "phone_house",
    "plain_roster",
    "provider_of",
    "pulse",
    "redis_url",
    "reminding",
    "renew_seals",
    "retire_keys",
    "rq_jobs",
    "sealer",
    "selftest",
    "settings_file",
    "spells",
    "surge",
    "swapping",
    "test_calls",
    "text_words",
    "twilio",
    "vigils_of_the_web",
    "watch",
    "work_house",
    "world",
]
