"""Redis through Sentinel."""

from __future__ import annotations

import pytest

from warmline.settings import SentinelAddress, sentinel_address
from warmline.settings.declared import BadValue


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (
            "redis+sentinel://one:26380,two/peers/3",
            SentinelAddress((("one", 26380), ("two", 26379)), "peers", 3),
        ),
        ("redis+sentinel://[::1]:5/peers", SentinelAddress((("::1", 5),), "peers")),
        (
            "redis+sentinel://me:p%40ss@one/peers",
            SentinelAddress((("one", 26379),), "peers", 0, "me", "p@ss"),
        ),
        (
            "redis+sentinel://:pass@one/peers/",
            SentinelAddress((("one", 26379),), "peers", 0, None, "pass"),
        ),
    ],
)
def test_the_parts_of_an_address(url: str, address: SentinelAddress) -> None:
    assert sentinel_address(url) == address
    assert "pass" not in repr(sentinel_address(url))


@pytest.mark.parametrize(
    "url",
    ["redis+sentinel://", "redis+sentinel://one", "redis+sentinel:///peers", "redis://one/0"],
)
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(BadValue, match="Write it like"):
        sentinel_address(url)
