"""Runs a program that must not outlive the one who started it.

    python -I -S leash.py PARENT LOCK COMMAND...

It holds the file LOCK, asks the kernel for a SIGTERM when its parent dies, and becomes COMMAND.
The lock goes with it through `exec` and into what it forks, so whoever finds the lock taken knows
that some of them are still alive, however the process numbers have been handed out since.

A program of its own, not a `preexec_fn`: code between fork and exec may deadlock where threads run.
Standard library only and few imports, because every process of the warmline starts through it.
"""

from __future__ import annotations

import fcntl
import os
import sys

PR_SET_PDEATHSIG = 1
SIGTERM = 15


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


def main(arguments: list[str]) -> None:
    """Hold the lock, follow the parent, become the command."""
    parent, lock, *command = arguments
    descriptor = hold(lock)
    if descriptor is None:
        sys.exit(f"{lock} is held by another process.")
    os.set_inheritable(descriptor, True)
    die_with(int(parent))
    os.execvp(command[0], command)  # noqa: S606 - a list made by our own code, no shell


if __name__ == "__main__":
    main(sys.argv[1:])
