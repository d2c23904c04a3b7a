"""What a caller may say after a talk: three answers from 1 to 5, and the code of a study.

None of it is ever together with the call: answers have the month and the language, a code is sealed
with the evaluator's public key before it is kept anywhere.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

QUESTIONS: Final = 3
ANSWERS: Final = ("1", "2", "3", "4", "5")
CODE_DIGITS: Final = 6
CODE_KEYS: Final = "1234567"
"""What a code is made of: 9, 0, 8 and star mean the same everywhere, here too."""
PLAIN_LENGTH: Final = 96
"""Characters of what is sealed for the evaluator, filled up: its length tells nothing."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one caller said after a talk. The keys are random and name it where it is kept: the
    answers and the box each by one of their own, so that nothing joins them.
    """

    key: str
    box_key: str
    answers: tuple[int | None, ...] = (None,) * QUESTIONS
    box: str = ""
    """The code with month and answers, sealed for the evaluator; empty without one."""

    def answering(self, question: int, answer: int) -> Said:
        """With this answer to a question, 1 to 3."""
        answers = [*self.answers]
        answers[question - 1] = answer
        return replace(self, answers=tuple(answers))

    def boxed(self, box: str) -> Said:
        """With what was sealed for the evaluator."""
        return replace(self, box=box)

    @property
    def answered(self) -> bool:
        """Whether any question was answered."""
        return any(answer is not None for answer in self.answers)


def is_code(keys: str) -> bool:
    """Whether these keys may be a study code."""
    return len(keys) == CODE_DIGITS and set(keys) <= set(CODE_KEYS)


def plain(code: str, month: date, answers: tuple[int | None, ...]) -> str:
    """What the evaluator reads, of one length whatever it is."""
    said = {"code": code, "month": f"{month:%Y-%m}", "answers": list(answers)}
    return json.dumps(said).ljust(PLAIN_LENGTH)
