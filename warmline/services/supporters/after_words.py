"""CRISIS and DEBRIEF, as they are texted: in a talk, or after it."""

from __future__ import annotations

from warmline.domain.live import Proposal
from warmline.services.beside import Beside
from warmline.services.supporters.answers import Answer, Asker, say
from warmline.services.supporters.debriefs import Debriefs
from warmline.services.supporters.texts import Word


def after_words(beside: Beside, debriefs: Debriefs) -> list[Word]:
    """The words about a talk."""

    def crisis(asker: Asker, _rest: str) -> Answer:
        asked = beside.propose_by_text(asker.person.id, Proposal.CRISIS)
        return (say("text-crisis" if asked else "text-crisis-no-talk"),)

    def debrief(asker: Asker, _rest: str) -> Answer:
        return debriefs.call_me(asker)

    return [
        Word(("DEBRIEF", "HABLAR", "USAP"), debrief, "text-help-debrief"),
        Word(("CRISIS", "KRISIS"), crisis, "text-help-crisis"),
    ]
