"""A changed function in place of the sound one, in a process that has imported the sound file."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from types import CodeType, FunctionType


def changed_functions(sound: str, changed: str) -> set[str] | None:
    """Qualified names of the functions whose bodies differ; None when anything else does, too."""
    before, after = _parts(sound), _parts(changed)
    if before.keys() != after.keys() or before[""] != after[""]:
        return None
    return {name for name in before if before[name] != after[name]}


def put_in_place(module: str, text: str, names: set[str]) -> None:
    """Give these functions of an imported module the bodies that they have in `text`."""
    codes = dict(_codes(compile(text, str(sys.modules[module].__file__), "exec"), ""))
    for name, function in _functions(module):
        if name in names:
            function.__code__ = codes[name]


def forget_what_was_reckoned(packages: frozenset[str]) -> None:
    """Empty the caches of all functions of these packages: they hold what a sound one said."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in packages:
            for value in list(vars(module).values()):
                if isinstance(value, _lru_cache_wrapper):
                    value.cache_clear()


def _parts(text: str) -> dict[str, str]:
    """Each function's body by its qualified name, and under the empty name all the rest."""
    found: dict[str, str] = {}

    def walk(body: list[ast.stmt], prefix: str) -> None:
        for node in body:
            if isinstance(node, ast.FunctionDef):
                name = f"{prefix}{node.name}"
                found[name] = "\n".join(map(ast.dump, node.body))
                node.body = [ast.Pass()]
            elif isinstance(node, ast.ClassDef):
                walk(node.body, f"{prefix}{node.name}.")

    tree = ast.parse(text)
    walk(tree.body, "")
    found[""] = ast.dump(tree)
    return found


def _codes(code: CodeType, prefix: str) -> Iterator[tuple[str, CodeType]]:
    for inner in code.co_consts:
        if isinstance(inner, CodeType) and "<locals>" not in inner.co_qualname:
            yield inner.co_qualname, inner
            yield from _codes(inner, inner.co_qualname)


def _functions(module: str) -> Iterator[tuple[str, FunctionType]]:
    there = sys.modules[module]
    for value in vars(there).values():
        if getattr(value, "__module__", None) != module:
            continue
        if isinstance(value, type):
            for inner in vars(value).values():
                yield from _bare(inner)
        else:
            yield from _bare(value)


def _bare(value: object) -> Iterator[tuple[str, FunctionType]]:
    """The function below a property, a class method or a cache."""
    for name in ("fget", "__func__", "__wrapped__"):
        if isinstance(inner := getattr(value, name, None), FunctionType):
            value = inner
    if isinstance(value, FunctionType):
        yield value.__qualname__, value
