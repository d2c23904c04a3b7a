"""Texts and calls to supporters about themselves."""

from __future__ import annotations

from typing import Final

from warmline.domain.kept import DAY, Class, Field, Kept, Reader

ERRANDS: Final = (
    Kept(
        "wl:errand:<errand>",
        "a text or call to a supporter about themselves, under a random id: a code for their own "
        "page, whether their number may be rung, a practice call",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "10 minutes",
        600,
        kind="hash",
        fields=(
            Field("kind", "what it is about", Class.SUPPORTER),
            Field("line", "the line", Class.SETTING),
            Field("sup", "whose it is", Class.SUPPORTER),
        ),
    ),
    Kept(
        "wl:surge:<line>",
        "which supporters a coordinator has asked to come on, and when",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "2 hours",
        7200,
        kind="string",
    ),
    Kept(
        "wl:errands:<what>",
        "how many of a kind a supporter was sent, or how often a code was tried",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "a day after the first at most",
        DAY,
        kind="string",
    ),
    Kept(
        "wl:errand:used:<what>",
        "that an errand was run, or a code used",
        Class.SUPPORTER,
        Reader.OPERATOR,
        "10 minutes",
        600,
        kind="string",
    ),
)
