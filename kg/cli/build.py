"""`kg build`: runs the pipeline with a progress bar and says what came out."""

from collections import Counter
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kg.cli.terminal import count, say, tell_config, warn
from kg.config import load_config
from kg.graph import rank_edges
from kg.pipeline import BuildResult, build

STRONGEST = 10
STOPPED = 130  # what shells expect of a command ended by Ctrl-C
NO_ACTORS = ("TREATY", "LAW", "EVENT", "PLACE")


def run_build(paths: list[str], out: Path, config: Path | None, **settings: Any) -> None:
    """Build, then print the warnings to standard error and the summary to standard output."""
    chosen = load_config(tell_config(config), **settings)
    console = Console(stderr=True)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)
        try:
            result = build(
                paths, out, chosen, lambda done, total: bar.update(task, completed=done, total=total)
            )
        except KeyboardInterrupt:
            warn("stopped; the same command goes on where it was")
            raise typer.Exit(STOPPED) from None
    for problem in result.corpus.problems:
        warn(f"{problem.path}: {problem.message}")
    print_summary(result)


def print_summary(result: BuildResult) -> None:
    """Print how much was found, the strongest edges and where the files are."""
    corpus, graph = result.corpus, result.graph
    documents = len(corpus.extractions)
    sources = len(set(corpus.source_groups.values()))
    say(
        f"{count(documents, 'document')}, {count(sources, 'independent source')} "
        f"({result.read:,} read, {documents - result.read:,} known from before)"
    )
    kinds = Counter(kind for _, kind in graph.nodes(data="entity_type"))
    actors = kinds.total() - sum(kinds[kind] for kind in NO_ACTORS)
    treaties = kinds["TREATY"] + kinds["LAW"]
    say(f"{count(actors, 'actor')}, {treaties:,} {'treaty or law' if treaties == 1 else 'treaties and laws'}")
    _print_families(result)
    _print_strongest(result)
    say(f"written to {result.folder}: {', '.join(path.name for path in result.files)}")


def _print_families(result: BuildResult) -> None:
    families = Counter(
        result.types[claim.type].family for item in result.corpus.extractions for claim in item.claims
    )
    say(f"{count(families.total(), 'claim')}, {count(result.graph.number_of_edges(), 'edge')}")
    for family, number in sorted(families.items(), key=lambda item: (-item[1], item[0])):
        say(f"  {number:>6,}  {family}")


def _print_strongest(result: BuildResult) -> None:
    graph = result.graph
    if edges := rank_edges(graph)[:STRONGEST]:
        say("strongest edges (independent sources, statements)")
    for source, target, key in edges:
        data = graph.edges[source, target, key]
        names = graph.nodes[source]["name"], graph.nodes[target]["name"]
        say(f"  {data['sources']:>3} {data['weight']:>3}  {names[0]} {data['label']} {names[1]}")
