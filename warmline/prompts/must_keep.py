"""What a sentence must not lose, whoever words it: the facts of crisis, privacy and staying on.

Words of ours stand beside words that a coordinator may choose instead: each fact is a tuple of
ways to say it, one of which must be there. Tests hold our own catalogues to the same.
"""

from __future__ import annotations

from typing import Final

Fact = tuple[str, ...]

MUST_KEEP: Final[dict[str, dict[str, tuple[Fact, ...]]]] = {
    "greeting-crisis": {
        "en": (("hang up",), ("dial nine one one", "call nine one one")),
        "es": (("cuelgue",), ("marque nueve uno uno", "llame al nueve uno uno")),
        "tl": (("ibaba",), ("tumawag sa nine one one",)),
    },
    "greeting-privacy": {
        "en": (("record",), ("your number",)),
        "es": (("graba",), ("su número",)),
        "tl": (("nire-record",), ("number ninyo",)),
    },
    "crisis-door": {
        "en": (
            ("never call nine one one", "never dial nine one one"),
            ("our number, not yours",),
            ("may send",),
        ),
        "es": (
            ("nunca llamamos al nueve uno uno", "nunca marcamos el nueve uno uno"),
            ("nuestro número, no el suyo",),
            ("pueden mandar", "pueden enviar"),
        ),
        "tl": (
            ("hindi kami kailanman tatawag sa nine one one",),
            ("number namin, hindi ang inyo",),
            ("maaaring magpadala",),
        ),
    },
    "crisis-menu": {
        "en": (("hang up, and call or text nine eight eight yourself",),),
        "es": (("colgar y llamar o escribir usted al nueve ocho ocho",),),
        "tl": (("kayo mismo ang tumawag o mag-text sa nine eight eight",),),
    },
    "main-menu": {
        "en": (("stay on the line",),),
        "es": (("quédese en la línea",),),
        "tl": (("manatili lang sa linya",),),
    },
    "main-menu-choosing": {
        "en": (("stay on the line",), ("other work",)),
        "es": (("quédese en la línea",), ("otro trabajo",)),
        "tl": (("manatili lang sa linya",), ("ibang trabaho",)),
    },
    "callback-promised": {
        "en": (("hang up",), ("can't be sure",)),
        "es": (("puede colgar",), ("no es seguro",)),
        "tl": (("ibaba",), ("hindi ako makatitiyak",)),
    },
    "privacy": {
        "en": (
            ("record",),
            ("your number",),
            ("not people",),
            ("law requires", "law asks"),
            ("phone bill",),
        ),
        "es": (("grabamos",), ("su número",), ("no personas",), ("la ley",), ("recibo",)),
        "tl": (
            ("nire-record",),
            ("number ninyo",),
            ("hindi mga tao",),
            ("batas",),
            ("phone bill",),
        ),
    },
}
"""By message and language. A language that is not here has no facts of its own to keep yet."""


def lost(text: str, message: str, language: str) -> tuple[str, ...]:
    """The facts that a text has lost, each as our own sentence says it."""
    said = text.casefold()
    facts = MUST_KEEP.get(message, {}).get(language, ())
    return tuple(ways[0] for ways in facts if not any(way.casefold() in said for way in ways))
