"""Runs a program that must not outlive the one who started it.

    python -I -S leash.py PARENT LOCK SOCKET COMMAND...

It holds the file LOCK, asks the kernel for a SIGTERM when its parent dies, and becomes COMMAND.
The lock goes with it through `exec` and into what it forks, so whoever finds the lock taken knows
that some of them are still alive, however the process numbers have been handed out since.

SOCKET is the descriptor of a listening socket to hand on as systemd does (gunicorn knows it), or -.

A program of its own, not a `preexec_fn`: code between fork and exec may deadlock where threads run.
Standard library only and few imports, because every process of the warmline starts through it.
"""

from __future__ import annotations

import fcntl
import os
import sys

PR_SET_PDEATHSIG = 1
SIGTERM = 15
LISTEN_FDS_START = 3
"""Where systemd puts the first socket that it hands on."""
READY_MARK = "READY_MARK"
"""The variable that names the file which a program makes once it is ready for work."""


def hold(path: str) -> int | None:
    """Take the lock at `path` and write our process number in it; None when somebody has it.

    The lock ends with the returned file descriptor, at the latest with the process.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, str(os.getpid()).encode(), 0)
    return descriptor


def is_held(path: str) -> bool:
    """Tell whether somebody holds the lock at `path`."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def die_with(parent: int) -> None:
    """Have the kernel end us when our parent ends. Elsewhere than on Linux: nothing."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, SIGTERM)
    if os.getppid() != parent:
        sys.exit("The process that started this one has already ended.")


def tell_ready() -> None:
    """Called by the program itself, once it is ready for work: whoever replaces it may wait."""
    if path := os.environ.get(READY_MARK):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))


def hand_on(listening: int, lock: int) -> int:
    """Put a listening socket where systemd would, and return where the lock is then."""
    if lock == LISTEN_FDS_START:
        # Not closed: a lock goes with the last copy of its descriptor.
        lock = os.dup(lock)
    os.dup2(listening, LISTEN_FDS_START, inheritable=True)
    if listening != LISTEN_FDS_START:
        os.close(listening)
    os.environ |= {"LISTEN_FDS": "1", "LISTEN_PID": str(os.getpid())}
    return lock


def main(arguments: list[str]) -> None:
    """Hold the lock, follow the parent, become the command."""
    parent, lock, listening, *command = arguments
    descriptor = hold(lock)
    if descriptor is None:
        sys.exit(f"{lock} is held by another process.")
    if listening != "-":
        descriptor = hand_on(int(listening), descriptor)
    os.set_inheritable(descriptor, True)
    die_with(int(parent))
    os.execvp(command[0], command)  # noqa: S606 - a list made by our own code, no shell


if __name__ == "__main__":
    main(sys.argv[1:])
