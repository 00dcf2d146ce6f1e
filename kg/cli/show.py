"""`kg show`: the claims about one actor, or between two, each with its sentence."""

from collections.abc import Iterator
from pathlib import Path

from kg.api import KnowledgeGraph, load
from kg.cli.terminal import count, quote, say
from kg.graph import rank_edges
from kg.model import Claim, Document, Entity

Statement = tuple[Claim, Document]


def run_show(out: Path, actor: str, other: str | None) -> None:
    """Print the claims, edge by edge, the best attested first. Raises: OutputError, InputError."""
    graph = load(out)
    ends = [graph.find(name) for name in (actor, other) if name is not None]
    statements = {
        claim.id: (claim, item.document) for item in graph.corpus.extractions for claim in item.claims
    }
    edges = list(_select_edges(graph, ends))
    _print_heading(graph, ends, edges)
    for edge in edges:
        _print_edge(graph, edge, statements)


def _select_edges(graph: KnowledgeGraph, ends: list[Entity]) -> Iterator[tuple[str, str, str]]:
    wanted = {entity.id for entity in ends}
    return (edge for edge in rank_edges(graph.nx) if wanted <= set(edge[:2]))


def _print_heading(graph: KnowledgeGraph, ends: list[Entity], edges: list[tuple[str, str, str]]) -> None:
    names = " and ".join(f"{entity.name} ({entity.type}, {entity.id})" for entity in ends)
    claims = sum(len(graph.nx.edges[edge]["claims"]) for edge in edges)
    say(f"{names}: {count(claims, 'claim') if claims else 'no claim'}", "bold")


def _print_edge(graph: KnowledgeGraph, edge: tuple[str, str, str], statements: dict[str, Statement]) -> None:
    source, target, _ = edge
    data = graph.nx.edges[edge]
    name = graph.nx.nodes
    say()
    say(f"{name[source]['name']} {data['label']} {name[target]['name']}", "bold cyan")
    for key in data["claims"]:
        claim, document = statements[key]
        say(f"  {quote(claim.sentence)}")
        say(f"    {_describe(graph, claim, document)}", "dim")


def _describe(graph: KnowledgeGraph, claim: Claim, document: Document) -> str:
    entities = graph.corpus.entities
    holders = " → ".join(entities[holder].name for holder in claim.holders)
    speaker = entities[claim.speaker].name if claim.speaker else ""
    parts = [
        f"{document.id}:{claim.start}-{claim.end}",
        document.date or "",
        document.publisher or "",
        f"according to {holders}" if holders else "",
        f"spoken by {speaker}" if speaker else "",
        f"confidence {claim.confidence:.2f}",
        f"claim {claim.id}",
    ]
    return " · ".join(part for part in parts if part)
