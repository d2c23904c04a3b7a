"""Several machines, as far as one machine can play them: one store, one database, one balancer."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.load.house import WARMLINE, House, free_port
from warmline import leash
from warmline.demo.stage import ACCOUNT, LINE, TOKEN
from warmline.domain.links import Links
from warmline.emulator import Emulator, HttpTransport, RealClock
from warmline.processes import answers, wait_for
from warmline.running import run_folder


class Balancer:
    """Passes each connection to the next machine that takes it, as a load balancer would."""

    def __init__(self, ports: list[int]) -> None:
        self._ports = list(ports)
        self._turn = 0
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port: int = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                threading.Thread(target=self._pass_on, args=[client], daemon=True).start()

    def _pass_on(self, client: socket.socket) -> None:
        self._turn += 1
        ports = self._ports
        for index in range(len(ports)):
            port = ports[(self._turn + index) % len(ports)]
            try:
                server = socket.create_connection(("127.0.0.1", port), timeout=20)
                break
            except OSError:
                continue
        else:
            client.close()
            return
        back = threading.Thread(target=_pump, args=[server, client], daemon=True)
        back.start()
        _pump(client, server)
        back.join()
        client.close()
        server.close()

    def cut(self, port: int) -> None:
        """Nobody is passed on to that machine any more."""
        self._ports = [other for other in self._ports if other != port]

    def close(self) -> None:
        self._listening.close()


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
    with contextlib.suppress(OSError):
        sink.shutdown(socket.SHUT_WR)


@dataclass
class Box:
    """One machine: `warmline serve` and what it has started."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] = field(repr=False)
    env: Mapping[str, str] = field(repr=False)
    """For further commands on it."""
    cut: Callable[[], None] = field(repr=False)
    """Have the balancer connect nobody to it any more."""

    def is_open(self) -> bool:
        return answers(f"http://127.0.0.1:{self.port}/healthz")()

    def loses_power(self) -> None:
        """Everything on it ends at once, without a word; when this returns nothing of it is left.

        Nobody can connect to a machine without power, whatever its processes still hold.
        """
        self.cut()
        locks = [lock for lock in run_folder(self.folder).glob("*.lock") if lock.stem != "owner"]
        groups = [group for lock in locks if (group := int(lock.read_text() or 0))]
        self.process.kill()
        for group in groups:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(group, signal.SIGKILL)
        self.process.wait()
        gone = wait_for(lambda: not any(leash.is_held(str(lock)) for lock in locks), 20)
        assert gone, "something of a machine without power goes on"

    def ends(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


@contextmanager
def standing(
    folder: Path, toml: str, env: Mapping[str, str], boxes: int
) -> Iterator[tuple[House, list[Box]]]:
    """So many machines that share the store and the database named in `env`."""
    with ExitStack() as stack:
        emulator = Emulator(
            account_sid=ACCOUNT,
            auth_token=TOKEN,
            clock=RealClock(),
            transport=HttpTransport(),
            calls_per_second=None,
        )
        stack.callback(emulator.close)
        server = emulator.serve("127.0.0.1", 0)
        stack.callback(server.stop)
        ports = [free_port() for _ in range(boxes)]
        balancer = Balancer(ports)
        stack.callback(balancer.close)
        address = f"http://127.0.0.1:{balancer.port}"
        shared = {
            **os.environ,
            "PUBLIC_URL": address,
            "SECRET_KEY": "one-key-that-all-machines-of-this-test-share-0123456789",
            "TWILIO_ACCOUNT_SID": ACCOUNT,
            "TWILIO_AUTH_TOKEN": TOKEN,
            "TWILIO_API_BASE_URL": server.url,
            "WARMLINE_LOG_LEVEL": "warning",
            "WARMLINE_RING_WORKERS": "1",
            "WARMLINE_WEB_WORKERS": "1",
            **env,
        }
        (folder / "line.toml").write_text(toml)
        for command in (["db", "upgrade"], ["apply", str(folder / "line.toml")]):
            one = {**shared, "WARMLINE_DATA": str(folder / "box-0")}
            subprocess.run([*WARMLINE, *command], env=one, check=True, capture_output=True)
        log = stack.enter_context((folder / "serve.log").open("w"))
        started = []
        for index, port in enumerate(ports):
            own = {"WARMLINE_DATA": str(folder / f"box-{index}")}
            own["WARMLINE_BIND"] = f"127.0.0.1:{port}"
            process = subprocess.Popen(
                [*WARMLINE, "serve"], env={**shared, **own}, stdout=log, stderr=log
            )
            cut = partial(balancer.cut, port)
            box = Box(folder / f"box-{index}", port, process, {**shared, **own}, cut)
            stack.callback(box.ends)
            started.append(box)
        for box in started:
            assert wait_for(box.is_open, 60), (folder / "serve.log").read_text()
        links = Links(address)
        emulator.add_number(
            LINE,
            voice_url=links.arrival,
            voice_fallback_url=links.fallback,
            status_callback=links.ended,
            sms_url=links.message,
        )
        house = House(emulator, address, env["REDIS_URL"], folder, started[0].process.pid)
        yield house, started
