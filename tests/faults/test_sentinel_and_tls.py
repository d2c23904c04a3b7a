"""Redis as larger installations have it: a primary that Sentinel names, and TLS. Both for real."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import ipaddress
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import redis
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.databases import new_sqlite
from tests.faults.boxes import standing
from tests.faults.real_evening import LIMITS, Evening
from tests.load.house import free_port, line_toml
from warmline import wiring
from warmline.embedded import _server
from warmline.processes import wait_for

SERVICE = "warmline"
HERE = "127.0.0.1"


@contextmanager
def valkey(*words: str, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A server of this test's, ended at its end."""
    with log.open("w") as output:
        process = subprocess.Popen([str(_server()), *words], stdout=output, stderr=output)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def answers(port: int) -> bool:
    try:
        with socket.create_connection((HERE, port), timeout=1) as line:
            line.sendall(b"PING\r\n")
            return line.recv(16).startswith(b"+PONG")
    except OSError:
        return False


@contextmanager
def watched_pair(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A primary, its replica, and a sentinel that watches both; the address, and the primary."""
    ports = [free_port() for _ in range(3)]
    first, second, sentinel = ports
    config = folder / "sentinel.conf"
    config.write_text(
        f"port {sentinel}\nbind {HERE}\ndir {folder}\n"
        f"sentinel monitor {SERVICE} {HERE} {first} 1\n"
        f"sentinel down-after-milliseconds {SERVICE} 1000\n"
        f"sentinel failover-timeout {SERVICE} 5000\n"
    )

    def server(port: int, *more: str) -> list[str]:
        data = folder / f"valkey-{port}"
        data.mkdir()
        return ["--port", str(port), "--bind", HERE, "--dir", str(data), "--save", "", *more]

    with (
        valkey(*server(first), log=folder / "first.log") as primary,
        valkey(*server(second, "--replicaof", HERE, str(first)), log=folder / "second.log"),
        valkey(str(config), "--sentinel", log=folder / "sentinel.log"),
    ):
        assert wait_for(lambda: all(map(answers, ports)), 20)
        with redis.Redis(host=HERE, port=sentinel, decode_responses=True) as watcher:
            # Before it knows the replica it has nobody to put in the primary's place.
            assert wait_for(lambda: watcher.sentinel_slaves(SERVICE) != [], 30)
            followers = watcher.sentinel_slaves(SERVICE)
            assert followers
        with redis.Redis(host=HERE, port=second) as replica:
            assert wait_for(
                lambda: dict(replica.info("replication")).get("master_link_status") == "up", 30
            )
        yield f"redis+sentinel://{HERE}:{sentinel}/{SERVICE}/0", primary


@pytest.mark.slow
def test_the_primary_dies_with_a_caller_waiting_and_they_get_a_peer(tmp_path: Path) -> None:
    toml = line_toml(1, first_wave=1, wave_every=5, limits=LIMITS)
    with watched_pair(tmp_path) as (url, primary):
        env = {"REDIS_URL": url, "DATABASE_URL": new_sqlite(tmp_path)}
        with standing(tmp_path, toml, env, boxes=1) as (house, _):
            evening = Evening(house)
            talking = evening.caller(0)
            evening.takes(0)
            evening.until(lambda: evening.talks(talking, 0), "they talk")
            waiting = evening.caller(1)
            evening.until(lambda: any("wait" in r.url for r in house.emulator.requests), "waits")

            primary.kill()
            primary.wait()
            assert evening.talks(talking, 0)
            talking.hang_up()
            evening.takes(0)
            evening.until(lambda: evening.talks(waiting, 0), "who waited talks")
            waiting.hang_up()
            evening.until(lambda: not house.emulator.handset("+16505550101").engaged, "all is over")
            assert waiting.ended_because == "hung up"


def certificates(folder: Path) -> tuple[Path, Path, Path]:
    """A certificate authority of this test's, and what it vouches for: (ca, certificate, key)."""
    began = dt.datetime.now(dt.UTC) - dt.timedelta(minutes=5)
    keys = [ec.generate_private_key(ec.SECP256R1()) for _ in range(2)]
    names = [
        x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)]) for name in ("ca", HERE)
    ]
    paths = folder / "ca.pem", folder / "server.pem", folder / "server.key"
    for index, path in enumerate(paths[:2]):
        builder = (
            x509.CertificateBuilder()
            .subject_name(names[index])
            .issuer_name(names[0])
            .public_key(keys[index].public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(began)
            .not_valid_after(began + dt.timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=index == 0, path_length=None), critical=True)
        )
        if index:
            here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HERE))])
            builder = builder.add_extension(here, critical=False)
        made = builder.sign(keys[0], hashes.SHA256())
        path.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths[2].write_bytes(
        keys[1].private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return paths


@contextmanager
def behind_tls(port: int, certificate: Path, key: Path) -> Iterator[int]:
    """A TLS front before a plain server, as stunnel is: the Valkey we bring has no TLS itself."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    loop = asyncio.new_event_loop()

    async def pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while data := await source.read(65536):
                sink.write(data)
                await sink.drain()
        sink.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(HERE, port)
        await asyncio.gather(pump(reader, back), pump(there, writer))

    async def begin() -> asyncio.Server:
        return await asyncio.start_server(serve, HERE, 0, ssl=context)

    async def end(server: asyncio.Server) -> None:
        server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    # In a thread of its own: the browser tests of the same process have a loop in this one.
    running = threading.Thread(target=loop.run_forever)
    running.start()
    server = asyncio.run_coroutine_threadsafe(begin(), loop).result(10)
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        asyncio.run_coroutine_threadsafe(end(server), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        running.join()
        loop.close()


def test_the_store_is_reached_over_tls_and_only_when_its_certificate_is_vouched_for(
    tmp_path: Path,
) -> None:
    ca, certificate, key = certificates(tmp_path)
    plain = free_port()
    words = ["--port", str(plain), "--bind", HERE, "--dir", str(tmp_path), "--save", ""]
    with valkey(*words, log=tmp_path / "valkey.log"):
        assert wait_for(lambda: answers(plain), 10)
        with behind_tls(plain, certificate, key) as port:
            address = f"rediss://{HERE}:{port}/0"
            with wiring.connect(f"{address}?ssl_ca_certs={ca}") as web:
                web.lpush("wl:test", "a job")
            with wiring.connect(f"{address}?ssl_ca_certs={ca}", to_wait=True) as worker:
                assert worker.brpop("wl:test") == (b"wl:test", b"a job")
            with (
                wiring.connect(address) as stranger,
                pytest.raises(redis.ConnectionError, match="certificate verify failed"),
            ):
                stranger.ping()
