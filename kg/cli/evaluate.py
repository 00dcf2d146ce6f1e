"""`kg evaluate`: the scores of a build against gold, and what was missed, sentence by sentence."""

import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from kg.cli.terminal import clean, count, quote, say
from kg.evaluation import Figures, Score, Scores, Share, evaluate, to_json

COLUMNS = ("precision", "recall", "F1", "right", "found", "gold")


def run_evaluate(build: Path, gold: Path, misses: int, *, as_json: bool) -> None:
    """Print the scores. Raises: InputError, OutputError."""
    scores = evaluate(build, gold)
    if as_json:
        typer.echo(json.dumps(to_json(scores), ensure_ascii=False, indent=1))
        return
    _print_documents(scores)
    _print_figures(scores.overall)
    if misses:
        _print_misses(scores, misses)


def _print_documents(scores: Scores) -> None:
    """F1 by document."""
    table = _open_table("F1 by document", ("document", "mentions", "pair", "type", "full", "holder"))
    for name, figures in (*scores.documents.items(), ("all documents", scores.overall)):
        parts = (figures.mentions, figures.pair, figures.type, figures.full, figures.holder)
        table.add_row(clean(name), *(_show(part.f1) for part in parts))
    _print(table)


def _print_figures(figures: Figures) -> None:
    claims = {"pair": figures.pair, "type": figures.type, "full": figures.full, "holder": figures.holder}
    _print_scores("Mentions", {"all": figures.mentions, **figures.mention_types})
    _print_shares("Gold mentions found, by kind", figures.mention_kinds)
    _print_scores("Claims by level", claims)
    _print_scores("Claims by type", figures.claim_types)
    _print_shares("Qualifiers of the gold claims found", figures.qualifiers)


def _print_scores(title: str, scores: Mapping[str, Score]) -> None:
    table = _open_table(title, ("", *COLUMNS))
    for name, score in scores.items():
        figures = (_show(score.precision), _show(score.recall), _show(score.f1))
        table.add_row(clean(name), *figures, *(str(part) for part in (score.right, score.found, score.gold)))
    _print(table)


def _print_shares(title: str, shares: Mapping[str, Share]) -> None:
    table = _open_table(title, ("", "share", "right", "gold"))
    for name, share in shares.items():
        if share.total:
            table.add_row(clean(name), _show(share.share), str(share.right), str(share.total))
    _print(table)


def _print_misses(scores: Scores, limit: int) -> None:
    """At most `limit` of each kind."""
    for kind, group in groupby(scores.misses, key=lambda miss: miss.kind):
        listed = list(group)
        say()
        say(f"{kind}: {len(listed)}", "bold")
        for miss in listed[:limit]:
            say(f"  {miss.note}", "cyan")
            say(f"    {quote(miss.sentence)} {miss.doc}:{miss.start}-{miss.end}")
        if len(listed) > limit:
            say(f"  and {count(len(listed) - limit, 'other')}", "dim")


def _open_table(title: str, columns: Iterable[str]) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=not number, overflow="fold")
    return table


def _print(table: Table) -> None:
    console = Console(highlight=False, markup=False, emoji=False)
    console.print(table)
    console.print()


def _show(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.3f}"
