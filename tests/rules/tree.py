"""The project's own files, as the rules read them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ("warmline/", "call_flows/", "workers/", "wsgi.py")


@cache
def files() -> tuple[str, ...]:
    """Every file that is tracked, or will be: paths from the top."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    return tuple(sorted(name for name in set(listed) if (ROOT / name).is_file()))


@cache
def text(name: str) -> str:
    """Its text; nothing for pictures, sounds and the like."""
    try:
        return (ROOT / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def texts() -> Iterator[tuple[str, str]]:
    """Every file with its text."""
    return ((name, text(name)) for name in files())


def papers() -> Iterator[tuple[str, str]]:
    """What is written for people."""
    return ((name, words) for name, words in texts() if name.endswith(".md"))


def source() -> Iterator[tuple[str, str]]:
    """The Python files of the warmline itself."""
    return ((n, t) for n, t in texts() if n.startswith(SOURCE) and n.endswith(".py"))


def python() -> Iterator[tuple[str, str]]:
    """Every Python file, tests included."""
    return ((n, t) for n, t in texts() if n.endswith(".py"))


def module(name: str) -> str:
    """`warmline/web/__init__.py` is the module `warmline.web`."""
    return name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imports(name: str, code: str) -> Iterator[tuple[int, str]]:
    """Each imported module with its line, relative ones resolved.

    `from warmline import leash` is told as `warmline.leash`: a name may be a module.
    """
    package = module(name) if name.endswith("__init__.py") else module(name).rpartition(".")[0]
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = package.split(".")[: -node.level + 1 or None] if node.level else []
            base = ".".join([*parts, *filter(None, [node.module])])
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def lies_in(module_name: str, room: str) -> bool:
    """Tell whether a module is the room or stands in it."""
    return module_name == room or module_name.startswith(f"{room}.")
