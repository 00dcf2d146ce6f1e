"""`kg decide`: records one decision and writes the graph anew."""

from pathlib import Path

from kg.cli.terminal import count, say
from kg.deciding import decide
from kg.identity import Decision


def run_decide(out: Path, kind: str, arguments: list[str], why: str, *, rebuild: bool) -> None:
    """Decide and print what follows. Raises: InputError, ConfigError, OutputError."""
    decision, graph = decide(out, kind, *arguments, why=why, rebuild=rebuild)
    say(f"{describe(decision)}: noted in {decision.where}")
    if graph is None:
        say(f"the files in {out} are as before; the next build or decision applies it")
        return
    claims = sum(len(item.claims) for item in graph.corpus.extractions)
    say(f"{len(graph.corpus.entities):,} entities, {count(claims, 'claim')} in {out}")


def describe(decision: Decision) -> str:
    """A decision in one line."""
    value = decision.name or decision.type or decision.claim
    return f"{decision.kind} {', '.join(decision.entities)}{f' {value}' if value else ''}".replace("  ", " ")
