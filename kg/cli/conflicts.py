"""`kg conflicts`: where the texts contradict each other, with the sentences of both sides."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import typer

from kg.api import load
from kg.cli.terminal import count, quote, say

Row = Mapping[str, Any]

TITLES = {
    "disagreement": "one affirms, another denies",
    "contradiction": "affirmed and denied",
    "opposite": "weaker: friendly and hostile in one month, by different voices; both can be true",
}
SIDES = {
    "disagreement": {"pro": "affirmed", "contra": "denied"},
    "contradiction": {"pro": "affirmed", "contra": "denied"},
    "opposite": {"pro": "friendly", "contra": "hostile"},
}
SHOWN = 3  # sentences of a side


def run_conflicts(out: Path, actor: str | None, other: str | None, as_json: bool) -> None:
    """Print the conflicts, or all their sentences as JSON. Raises: OutputError, InputError."""
    conflicts = load(out).list_conflicts(actor, other)
    if as_json:
        # Escapes keep what a document holds from reaching the terminal as control characters.
        typer.echo(json.dumps(conflicts, indent=2))
    elif not conflicts:
        say("no conflicts: nothing is both affirmed and denied, and no two voices differ in one month")
    else:
        for kind, title in TITLES.items():
            _print_kind(kind, title, [row for row in conflicts if row["kind"] == kind])


def _print_kind(kind: str, title: str, conflicts: list[Row]) -> None:
    if conflicts:
        say(f"{title}: {count(len(conflicts), 'conflict')}", "bold")
        say()
    for conflict in conflicts:
        say(_name(conflict), "bold cyan")
        for side, word in SIDES[kind].items():
            _print_side(word, conflict[side], with_type=not conflict["type"])
        say()


def _name(conflict: Row) -> str:
    if conflict["type"]:
        return f"{conflict['source_name']} {conflict['type']} {conflict['target_name']}"
    return f"{conflict['source_name']} – {conflict['target_name']}, {conflict['month']}"


def _print_side(word: str, statements: list[Row], *, with_type: bool) -> None:
    for statement in statements[:SHOWN]:
        label = f"{word} {statement['type']}" if with_type else word
        say(f"  {label}  {quote(statement['sentence'])}")
        say(f"    {' · '.join(_list_facts(statement))}", "dim")
    if (left := len(statements) - SHOWN) > 0:
        say(f"  and {count(left, 'more sentence')}; --json gives all", "dim")


def _list_facts(statement: Row) -> Iterable[str]:
    yield f"{statement['doc']}:{statement['start']}-{statement['end']}"
    said_by = f"says {statement['said_by_name']}" if statement["said_by"] else "the text itself"
    yield from filter(
        None, (statement["date"], statement["publisher"], said_by, f"claim {statement['claim']}")
    )
