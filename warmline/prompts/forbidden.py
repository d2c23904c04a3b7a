"""Words that the line never says: clinical ones, ones that give orders, ones that blame.

Peers do not speak of each other as patients or cases, and nobody who calls is told what they
must do. The lists are for whole words; each entry is a regular expression between word ends.
"""

from __future__ import annotations

import re
from typing import Final

EVERYWHERE: Final = ("!", "¡")
"""Nobody is shouted at, in any language."""

FORBIDDEN: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        # clinical
        r"assess(?:es|ed|ing|ments?)?",
        r"cases?",
        r"clients?",
        r"clinical(?:ly)?",
        r"complian(?:ce|t)",
        r"consumers?",
        r"decompensat(?:e|es|ed|ing|ion)",
        r"diagnos(?:e|es|ed|is|tic)",
        r"non-?complian(?:ce|t)",
        r"patients?",
        r"service users?",
        r"session notes?",
        r"suicidal",
        r"symptoms?",
        r"therap(?:y|ies|ists?)",
        r"treatments?",
        r"triag(?:e|es|ed|ing)",
        # orders
        r"have to listen",
        r"listen carefully",
        r"must",
        r"(?<!don't )have to",
        r"you need to",
        r"you are required",
        # blame
        r"error",
        r"failed",
        r"incorrect",
        r"invalid",
        r"wrong",
        # the manners of a call centre
        r"agents?",
        r"customers?",
        r"hold(?:ing|s)?",
        r"operators?",
        r"options have changed",
        r"representatives?",
        r"staff",
        r"valued?",
        r"your call is important",
        # promises nobody can make
        r"privileged",
        r"you(?:'re| are) safe",
    ),
    "es": (
        # clinical
        r"adherencia",
        r"caso",
        r"casos",
        r"clientes?",
        r"clientas?",
        r"clínic[oa]s?",
        r"consumidor(?:a|as|es)?",
        r"cumplimiento",
        r"descompens\w*",
        r"diagnosticar",
        r"diagnósticos?",
        r"evaluaci(?:ón|ones)",
        r"evaluar",
        r"pacientes?",
        r"síntomas?",
        r"terapias?",
        r"terapeutas?",
        r"tratamientos?",
        r"triaje",
        r"usuari[oa]s?",
        # orders
        r"deb(?:e|en|erá|erán)",
        r"es obligatorio",
        r"escuche (?:con atención|atentamente|cuidadosamente)",
        r"necesita (?:oprimir|marcar|hacer)",
        r"tendrá que",
        r"(?<!no )tiene que",
        # blame
        r"equivocad[oa]s?",
        r"error",
        r"incorrect[oa]s?",
        r"inválid[oa]s?",
        r"no válid[oa]s?",
        r"se equivocó",
        # the manners of a call centre
        r"agentes?",
        r"en espera",
        r"no cuelgue",
        r"operador(?:a|as|es)?",
        r"(?:el|nuestro) personal",
        r"representantes?",
        r"sus? llamadas? (?:es|son) (?:muy )?importantes?",
        # too near: the caller is "usted"
        r"tú",
        r"tu",
        r"tus",
        r"contigo",
    ),
}


def forbidden_words(text: str, language: str) -> tuple[str, ...]:
    """The words in a text that the line never says. KeyError for a language without a list."""
    said = text.replace("’", "'")
    found = [mark for mark in EVERYWHERE if mark in said]
    for word in FORBIDDEN[language]:
        found += re.findall(rf"(?<!\w)({word})(?!\w)", said, re.IGNORECASE)
    return tuple(found)
