"""CRISIS, DEBRIEF and FLAG, as they are texted: in a talk, or after it."""

from __future__ import annotations

from warmline.domain.beside import Proposal
from warmline.services.beside import Beside
from warmline.services.supporters.answers import Answer, Asker, say
from warmline.services.supporters.debriefs import Debriefs
from warmline.services.supporters.flags import Flags
from warmline.services.supporters.texts import Word


def after_words(beside: Beside, debriefs: Debriefs, flags: Flags) -> list[Word]:
    """The words about a talk."""

    def crisis(asker: Asker, _rest: str) -> Answer:
        asked = beside.propose_by_text(asker.person.id, Proposal.CRISIS)
        return (say("text-crisis" if asked else "text-crisis-no-talk"),)

    def debrief(asker: Asker, _rest: str) -> Answer:
        return debriefs.call_me(asker)

    def flag(asker: Asker, _rest: str) -> Answer:
        return flags.flag_last(asker)

    def unflag(asker: Asker, _rest: str) -> Answer:
        return flags.unflag_last(asker)

    return [
        Word(("DEBRIEF", "HABLAR", "USAP"), debrief, "text-help-debrief"),
        Word(("CRISIS", "KRISIS"), crisis, "text-help-crisis"),
        Word(("FLAG", "MARCAR", "MARKA"), flag, "text-help-flag"),
        Word(("UNFLAG", "DESMARCAR", "BAWIIN"), unflag, "text-help-unflag"),
    ]
