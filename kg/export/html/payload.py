"""What the page knows: nodes and edges to draw, and the claims, sentences and documents behind them."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import networkx as nx

from kg.export.html.evidence import Evidence
from kg.export.html.layout import Box, place_nodes
from kg.export.html.terse import USUAL, shorten_edges, shorten_nodes
from kg.export.palette import SIGN_COLOURS, TYPE_STYLES
from kg.graph import STATED, RollUp, find_communities, rank_backbone
from kg.lexicon.claim_types import ClaimType
from kg.model import Corpus

BACKBONE_LIMIT = 300  # nodes the page opens on
LABEL_WIDTH = 26  # characters to which labels.js shortens a name
BACKBONE_TIES = 1.6  # ties a node of it, at most: more is a hairball

SIZES = {"STATE": 10, "TREATY": 13}  # of a node with no statement, in pixels at scale 1; others take 7

Row = dict[str, Any]
Pairs = set[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Payload:
    """Plain values for JSON. Nodes and edges have numbers as ids and refer to claims by position."""

    nodes: list[Row]
    edges: list[Row]
    claims: list[Row]
    sentences: list[str]
    documents: list[Row]
    relations: dict[str, Row]


def list_payload(
    corpus: Corpus, graph: nx.MultiDiGraph, cooccurrence_graph: nx.Graph, types: Mapping[str, ClaimType]
) -> Payload:
    """All that the page of a corpus shows."""
    acts_for = _roll_up(corpus, {*graph, *cooccurrence_graph})
    shown = {*graph, *cooccurrence_graph, *acts_for.values()}
    numbers = {node: number for number, node in enumerate(sorted(shown))}
    evidence = Evidence(corpus, types, numbers)
    backbone = _choose_backbone(graph)
    stated = list(_list_edges(graph, numbers, evidence, backbone))
    together = list(_list_cooccurrences(cooccurrence_graph, numbers, first_id=len(stated)))
    return Payload(
        nodes=_list_nodes(graph, cooccurrence_graph, numbers, corpus, backbone, acts_for),
        edges=stated + together,
        claims=evidence.claims,
        sentences=evidence.list_sentences(),
        documents=evidence.list_documents(),
        relations=_list_relations(types, {edge["relation"] for edge in stated}),
    )


def format_payload(payload: Payload, *, nodes: list[Row], edges: list[Row]) -> str:
    """The payload as JSON, with the nodes and edges as pyvis holds them, less what the script can tell."""
    tables = {
        "nodes": shorten_nodes(nodes),
        "edges": shorten_edges(edges),
        "usual": USUAL,
        "claims": payload.claims,
        "sentences": payload.sentences,
        "documents": payload.documents,
        "relations": payload.relations,
        "types": {name: asdict(style) for name, style in TYPE_STYLES.items()},
        "signs": {str(sign): asdict(colour) for sign, colour in SIGN_COLOURS.items()},
    }
    return json.dumps(tables, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _list_nodes(
    graph: nx.MultiDiGraph,
    cooccurrence_graph: nx.Graph,
    numbers: Mapping[str, int],
    corpus: Corpus,
    backbone: Pairs | None,
    acts_for: Mapping[str, str],
) -> list[Row]:
    described = {
        node: cooccurrence_graph.nodes.get(node) or graph.nodes.get(node) or _describe_state(corpus, node)
        for node in numbers
    }
    groups = _number_communities(graph)
    weights = {node: graph.degree(node, weight="weight") if node in graph else 0 for node in numbers}
    sizes = {
        node: round(min(SIZES.get(described[node]["entity_type"], 7) + 2.4 * weights[node] ** 0.5, 30), 1)
        for node in numbers
    }
    boxes = {node: _measure_box(described[node]["name"], sizes[node]) for node in numbers}
    positions = place_nodes(_list_ties(graph, cooccurrence_graph, numbers, backbone), boxes)
    return [
        {
            "id": number,
            "label": described[node]["name"],
            "shape": TYPE_STYLES[described[node]["entity_type"]].shape,
            "color": TYPE_STYLES[described[node]["entity_type"]].colour,
            "size": sizes[node],
            "x": positions[node][0],
            "y": positions[node][1],
            "entity": node,
            "type": described[node]["entity_type"],
            "subtype": described[node]["subtype"],
            "state": _name_state(described[node]["state"], node, corpus),
            "fold": numbers[acts_for.get(node, node)],
            "community": groups.get(node, -1),
            "aliases": list(described[node]["aliases"]),
            "mentions": described[node]["mentions"],
            "documents": described[node]["documents"],
            "sources": described[node]["sources"],
        }
        for node, number in numbers.items()
    ]


def _name_state(state: str, node: str, corpus: Corpus) -> str:
    return "" if state in ("", node) else corpus.entities[state].name if state in corpus.entities else state


def _roll_up(corpus: Corpus, nodes: Iterable[str]) -> dict[str, str]:
    """The state of each person and organ, if the corpus knows both."""
    name_actor = RollUp(corpus.entities, {}).name_actor
    states = ((node, name_actor(node, "")) for node in sorted(nodes))
    return {node: state for node, state in states if state != node and state in corpus.entities}


def _describe_state(corpus: Corpus, node: str) -> Row:
    """A state that only its people and organs stand for in the texts, as the graph describes a node."""
    entity = corpus.entities[node]
    figures = {"mentions": 0, "documents": 0, "sources": 0}
    described = {"name": entity.name, "entity_type": entity.type, "subtype": entity.subtype}
    return described | {"state": entity.state, "aliases": sorted(entity.aliases)} | figures


def _number_communities(graph: nx.MultiDiGraph) -> dict[str, int]:
    """The number of each node's community, the largest 0; nodes on their own have none."""
    groups = (group for group in find_communities(graph) if len(group) > 2)
    return {node: number for number, group in enumerate(groups) for node in group}


def _list_relations(types: Mapping[str, ClaimType], names: Iterable[str]) -> dict[str, Row]:
    chosen = ((name, types[name]) for name in sorted(names))
    return {
        name: {"gloss": kind.gloss, "family": kind.family, "sign": kind.sign, "score": kind.score}
        for name, kind in chosen
    }


def _measure_box(name: str, size: float) -> Box:
    return Box(width=max(2 * size, 7 * min(len(name), LABEL_WIDTH)) + 12, height=2 * size + 26)


def _list_ties(
    graph: nx.MultiDiGraph, cooccurrence_graph: nx.Graph, numbers: Mapping[str, int], backbone: Pairs | None
) -> nx.Graph:
    ties = nx.Graph()
    ties.add_nodes_from(numbers)
    pairs: Counter[tuple[str, ...]] = Counter()
    for source, target, status in graph.edges(data="status"):
        if source != target:
            pairs[tuple(sorted((source, target)))] += status in STATED
    for pair, number in sorted(pairs.items()):
        ties.add_edge(*pair, edges=max(number, 1), backbone=backbone is None or frozenset(pair) in backbone)
    # Co-occurrence decides only where a node that nothing is stated of stands.
    for node in sorted(node for node in cooccurrence_graph if not ties.degree(node)):
        near = cooccurrence_graph[node]
        ties.add_edge(
            node,
            min(near, key=lambda other: (-near[other]["count"], other)),
            edges=1,
            backbone=backbone is None,
        )
    return ties


def _list_edges(
    graph: nx.MultiDiGraph, numbers: Mapping[str, int], evidence: Evidence, backbone: Pairs | None
) -> Iterable[Row]:
    ordered = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[2])
    for number, (source, target, _, data) in enumerate(ordered):
        yield {
            "id": number,
            "from": numbers[source],
            "to": numbers[target],
            "arrows": "to" if data["directed"] else "",
            "relation": data["relation"],
            "status": data["status"].split(", ") if data["status"] else [],
            "weight": data["weight"],
            "sources": data["sources"],
            "claims": [evidence.refer(claim) for claim in data["claims"]],
            "backbone": backbone is None or frozenset((source, target)) in backbone,
        }


def _list_cooccurrences(graph: nx.Graph, numbers: Mapping[str, int], *, first_id: int) -> Iterable[Row]:
    pairs = sorted(tuple(sorted(pair)) for pair in graph.edges)
    for number, (first, second) in enumerate(pairs, start=first_id):
        data = graph.edges[first, second]
        yield {
            "id": number,
            "from": numbers[first],
            "to": numbers[second],
            "arrows": "",
            "relation": "CO_OCCURS",
            "window": data["window"],
            "weight": data["count"],
            "sources": data["sources"],
            "npmi": round(data["npmi"], 3),
            "likelihood": round(data["log_likelihood"], 2),
            "p": float(f"{data['p_value']:.3g}"),
        }


def _choose_backbone(graph: nx.MultiDiGraph) -> Pairs | None:
    """The pairs of the most telling ties that touch up to `BACKBONE_LIMIT` nodes; None if all do."""
    if len(graph) <= BACKBONE_LIMIT:
        return None
    pairs: Pairs = set()
    nodes: set[str] = set()
    for first, second, _ in rank_backbone(graph):
        is_new = not {first, second} <= nodes
        if len(nodes | {first, second}) > BACKBONE_LIMIT:
            continue
        if is_new or len(pairs) < BACKBONE_TIES * BACKBONE_LIMIT:
            nodes |= {first, second}
            pairs.add(frozenset((first, second)))
    return pairs
