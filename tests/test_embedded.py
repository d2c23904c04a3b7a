"""The store that comes with the warmline, tried with the real server."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from warmline.embedded import LONGEST_SOCKET_PATH, EmbeddedStore, socket_path
from warmline.processes import ProcessError, wait_for

OWNER = """
import sys, time
from pathlib import Path
from warmline.embedded import EmbeddedStore
with EmbeddedStore(Path(sys.argv[1])):
    print("ready", flush=True)
    time.sleep(60)
"""


def client(store: EmbeddedStore) -> redis.Redis:
    return redis.Redis.from_url(store.url, decode_responses=True)


@pytest.fixture
def owner(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that owns the store in the test's folder."""
    process = subprocess.Popen([sys.executable, "-c", OWNER, tmp_path], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_what_it_was_told_is_there_after_an_orderly_end(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path) as store, client(store) as redis_:
        redis_.set("call", "waiting")
    assert not store.lives()
    assert not store.socket.exists()
    with EmbeddedStore(tmp_path) as store, client(store) as redis_:
        assert redis_.get("call") == "waiting"


def test_what_it_was_told_survives_the_sudden_end_of_its_owner(
    tmp_path: Path, owner: subprocess.Popen[bytes]
) -> None:
    with client(EmbeddedStore(tmp_path)) as redis_:
        redis_.set("call", "waiting")
    owner.kill()
    owner.wait()
    with EmbeddedStore(tmp_path) as store, client(store) as redis_:
        assert redis_.get("call") == "waiting"


def test_what_it_was_told_survives_its_own_sudden_end(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path) as store:
        with client(store) as redis_:
            redis_.set("call", "waiting")
        assert store.pid is not None
        os.kill(store.pid, signal.SIGKILL)
        assert wait_for(lambda: store.exit_status() is not None, 2)
        store.start()
        store.wait_until_ready()
        with client(store) as redis_:
            assert redis_.get("call") == "waiting"


def test_a_server_that_was_left_behind_is_ended_at_the_next_start(tmp_path: Path) -> None:
    left = EmbeddedStore(tmp_path)
    left.start()
    left.wait_until_ready()
    left._owner.leave()  # as if its owner had been killed where no kernel tells the child
    with client(left) as redis_:
        redis_.set("call", "waiting")
    with EmbeddedStore(tmp_path) as store, client(store) as redis_:
        assert left.exit_status() == 0
        assert redis_.get("call") == "waiting"


def test_a_second_owner_is_refused_in_words(tmp_path: Path, owner: subprocess.Popen[bytes]) -> None:
    second = EmbeddedStore(tmp_path)
    with pytest.raises(ProcessError, match=rf"Another warmline \(process {owner.pid}\)"):
        second.start()
    with client(second) as redis_:
        assert redis_.ping(), "the first one is not disturbed"


def test_it_cannot_be_started_twice(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path) as store, pytest.raises(ProcessError, match="already runs"):
        store.start()


def test_it_listens_on_no_port_and_only_to_us(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "store") as store, client(store) as redis_:
        assert redis_.config_get("port") == {"port": "0"}
        assert stat.S_IMODE(store.socket.stat().st_mode) == 0o700
        assert stat.S_IMODE(store.socket.parent.stat().st_mode) == 0o700


def test_it_keeps_what_it_has_when_memory_is_short(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path) as store, client(store) as redis_:
        assert redis_.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}
        assert redis_.config_get("append*") | {"appendonly": "yes", "appendfsync": "everysec"} == (
            redis_.config_get("append*")
        )


def test_a_long_path_gets_a_short_socket(tmp_path: Path) -> None:
    folder = tmp_path / ("county" * 20)
    with EmbeddedStore(folder) as store, client(store) as redis_:
        assert len(os.fsencode(store.socket)) <= LONGEST_SOCKET_PATH
        assert stat.S_IMODE(store.socket.parent.stat().st_mode) == 0o700
        assert redis_.ping()
    assert socket_path(folder) == store.socket, "everybody who asks finds the same place"
    store.socket.parent.rmdir()


def test_a_folder_that_somebody_else_put_there_is_refused(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder = tmp_path / ("county" * 20)
    trap = socket_path(folder).parent
    trap.symlink_to(elsewhere)
    try:
        with pytest.raises(ProcessError, match="not a folder of ours"):
            EmbeddedStore(folder).start()
    finally:
        trap.unlink()


def test_a_folder_with_spaces_and_quotes_is_fine(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / """our "own" line's data""") as store, client(store) as redis_:
        assert redis_.ping()
