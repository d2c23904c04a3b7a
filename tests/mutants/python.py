"""Mutants of Python, by its own syntax tree.

Changed are comparisons, `and` and `or`, `not`, numbers, arithmetic, True and False; and each call,
`raise`, `continue` or `break` that is a statement of its own, and each change of a value in place,
is left out once.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from tests.mutants.mutant import Mutant, numbered, on_one_line

COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
MOST_OF_A_LINE = 160
"""Characters of a statement that is told whole."""
Change = Callable[[ast.AST], None]
"""Changes a node of a copy of the tree."""


def mutants(file: str, text: str) -> list[Mutant]:
    """Every mutant of a Python file. Comments are lost in them; nobody reads them."""
    tree = ast.parse(text)
    skipped = _not_run(tree)
    whole = [ast.unparse(top) for top in tree.body]
    found = []
    for place, top in enumerate(tree.body):
        for node, around in _with_what_is_around(top, ()):
            for change in () if id(node) in skipped else _changes(node):
                statement = next(one for one in reversed(around) if isinstance(one, ast.stmt))
                told = _readable(node, statement, around)
                line, was = statement.lineno, _head(told)
                before = _noted(node)
                change(node)
                becomes = _head(told)
                changed = [*whole[:place], ast.unparse(top), *whole[place + 1 :]]
                node.__class__, node.__dict__ = before  # as it was
                line = getattr(node, "lineno", line)
                found.append(Mutant(file, line, was, becomes, "\n".join(changed) + "\n"))
    return numbered(sorted(found, key=lambda one: one.line))


def _with_what_is_around(
    node: ast.AST, around: tuple[ast.AST, ...]
) -> Iterator[tuple[ast.AST, tuple[ast.AST, ...]]]:
    """Each node with all that holds it, and itself."""
    around = (*around, node)
    yield node, around
    for inner in ast.iter_child_nodes(node):
        yield from _with_what_is_around(inner, around)


def _readable(node: ast.AST, statement: ast.stmt, around: tuple[ast.AST, ...]) -> ast.AST:
    """The smallest statement that holds a node; of one that is very long, the part around it."""
    parts = around[around.index(statement) :]
    small = (one for one in parts[:-1] if isinstance(one, ast.stmt | ast.expr | ast.keyword))
    return next((one for one in small if len(_head(one)) <= MOST_OF_A_LINE), node)


def _noted(node: ast.AST) -> tuple[type, dict[str, object]]:
    """What a node is, with lists of its own: a change may put something else into them."""
    held = {k: list(v) if isinstance(v, list) else v for k, v in vars(node).items()}
    return node.__class__, held


def _not_run(tree: ast.AST) -> set[int]:
    """Annotations and decorators: what they say decides nothing when a call comes in."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        for part in ("annotation", "returns"):
            if isinstance(noted := getattr(node, part, None), ast.AST):
                skipped |= {id(one) for one in ast.walk(noted)}
        for decorator in getattr(node, "decorator_list", ()):
            skipped |= {id(one) for one in ast.walk(decorator)}
    for node in getattr(tree, "body", ()):
        # Names of types: `Span = tuple[float, float] | None`.
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp | ast.Subscript):
            skipped |= {id(one) for one in ast.walk(node.value) if isinstance(one, ast.BinOp)}
    return skipped


def _head(statement: ast.AST) -> str:
    """A statement in words; of a block its first line."""
    if isinstance(statement, ast.Pass):
        return ""
    text = ast.unparse(statement)
    block = isinstance(statement, ast.If | ast.For | ast.While | ast.With | ast.FunctionDef)
    return on_one_line(text.splitlines()[0] if block else text)


def _changes(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Compare():
            for place, op in enumerate(node.ops):
                for other in COMPARED.get(type(op), ()):
                    yield _compared(place, other)
        case ast.BoolOp():
            yield _set("op", ast.Or() if isinstance(node.op, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not()):
            yield _not_denied
        case ast.BinOp() if type(node.op) in RECKONED:
            yield _set("op", RECKONED[type(node.op)]())
        case ast.Constant(value=bool()):
            yield _set("value", not node.value)
        case ast.Constant(value=int() | float() as number):
            yield _set("value", number + 1)
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Raise():
            yield _left_out
        case ast.Continue() | ast.Break():
            yield _left_out


def _compared(place: int, other: type[ast.cmpop]) -> Change:
    def change(node: ast.AST) -> None:
        assert isinstance(node, ast.Compare)
        node.ops[place] = other()

    return change


def _set(field: str, value: object) -> Change:
    return lambda node: setattr(node, field, value)


def _not_denied(node: ast.AST) -> None:
    """`not x` becomes `bool(x)`."""
    assert isinstance(node, ast.UnaryOp)
    held = {"func": ast.Name("bool", ast.Load()), "args": [node.operand], "keywords": []}
    node.__class__ = ast.Call  # type: ignore[assignment]
    node.__dict__ = {**held, "lineno": node.lineno, "col_offset": node.col_offset}


def _left_out(node: ast.AST) -> None:
    node.__class__ = ast.Pass
    node.__dict__ = {"lineno": node.lineno, "col_offset": node.col_offset}  # type: ignore[attr-defined]
