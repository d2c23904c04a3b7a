"""`python -m warmline.inventory`: the page `docs/data-inventory.md`."""

from __future__ import annotations

import sys

from warmline.inventory.paper import paper

if __name__ == "__main__":
    sys.stdout.write(paper())
