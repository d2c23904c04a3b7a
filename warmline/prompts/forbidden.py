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
    "tl": (
        # clinical
        r"assessments?",
        r"cases?",
        r"clients?",
        r"compliance",
        r"diagnosis",
        r"dekompensas\w*",
        r"ebalwasyon",
        r"gamutan",
        r"kaso",
        r"klinik\w*",
        r"kliyente",
        r"konsumer",
        r"nagpapatiwakal",
        r"pasyente",
        r"patients?",
        r"sintomas?",
        r"symptoms?",
        r"terap\w*",
        r"therap\w*",
        r"treatments?",
        r"triage",
        # orders
        r"dapat",
        r"kailangan (?:ninyo|niyo|ninyong|niyong)",
        r"makinig (?:kayo )?na(?:ng)? mabuti",
        r"obligado",
        r"utos",
        # blame
        r"error",
        r"hindi wasto",
        r"invalid",
        r"mal(?:i|ing)",
        r"nagkamali",
        r"palpak",
        # the manners of a call centre
        r"agents?",
        r"ahente",
        r"customers?",
        r"hold",
        r"kinatawan",
        r"mahalaga (?:sa amin )?ang (?:inyong )?tawag",
        r"naka-hold",
        r"operators?",
        r"representatives?",
        r"staff",
        r"tauhan",
        # promises nobody can make
        r"ligtas (?:na )?kayo",
        # too near: the caller is "kayo"
        r"ikaw",
        r"ka",
        r"mo",
        r"iyo",
    ),
}


CLINICAL: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        r"assess(?:es|ed|ing|ments?)?",
        r"cases?",
        r"clients?",
        r"complian(?:ce|t)",
        r"decompensat(?:e|es|ed|ing|ion)",
        r"diagnos(?:e|es|ed|is|tic)",
        r"patients?",
        r"symptoms?",
        r"triag(?:e|es|ed|ing)",
    ),
    "es": (
        r"casos?",
        r"client[ea]s?",
        r"cumplimiento",
        r"descompens\w*",
        r"diagnósticos?",
        r"evaluaci(?:ón|ones)",
        r"pacientes?",
        r"síntomas?",
        r"triaje",
    ),
    "tl": (
        r"assessments?",
        r"compliance",
        r"dekompensas\w*",
        r"diagnosis",
        r"ebalwasyon",
        r"kaso",
        r"kliyente",
        r"pasyente",
        r"sintomas?",
        r"triage",
    ),
}
"""The words that nobody here is called or done to. Not even a name that is read out has them."""


def clinical_words(text: str, language: str) -> tuple[str, ...]:
    """The clinical words in a name or statement that somebody else has worded."""
    return _found(text, CLINICAL[language])


def forbidden_words(text: str, language: str) -> tuple[str, ...]:
    """The words in a text that the line never says. KeyError for a language without a list."""
    marks = tuple(mark for mark in EVERYWHERE if mark in text)
    return marks + _found(text, FORBIDDEN[language])


def _found(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    said = text.replace("’", "'")
    found: list[str] = []
    for word in words:
        found += re.findall(rf"(?<!\w)({word})(?!\w)", said, re.IGNORECASE)
    return tuple(found)
