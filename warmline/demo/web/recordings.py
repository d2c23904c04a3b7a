"""What a line's recordings say, so that a page can show and speak them."""

from __future__ import annotations

import re
from typing import Final

from warmline.domain.errors import StoreTrouble
from warmline.domain.own_words import Recording
from warmline.ports import WordStore

_ADDRESS: Final = re.compile(r"/sound/words/([0-9a-f]+)\.wav$")


class Recordings:
    """The recordings of all lines, by the address from which the telephone company has them."""

    def __init__(self, words: WordStore) -> None:
        """A recording's name is its hash: what is known of it stays true."""
        self._words = words
        self._known: dict[str, Recording] = {}

    def __call__(self, url: str) -> Recording | None:
        """The recording behind an address; None for another sound, or one that is gone."""
        found = _ADDRESS.search(url)
        if found is None:
            return None
        if found[1] not in self._known:
            self._look()
        return self._known.get(found[1])

    def _look(self) -> None:
        try:
            own = self._words.own_words().values()
        except StoreTrouble:
            return
        self._known |= {one.sound: one for words in own for one in words.sounds}
