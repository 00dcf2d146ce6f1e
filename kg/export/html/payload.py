"""What the page knows: nodes and edges to draw, and the claims, sentences and documents behind them."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import networkx as nx

from kg.export.html.layout import Box, place_nodes
from kg.export.palette import SIGN_COLOURS, TYPE_STYLES
from kg.graph import STATED, rank_backbone
from kg.lexicon.claim_types import ClaimType
from kg.model import Claim, Corpus, Document

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
    glosses: dict[str, str]


def list_payload(
    corpus: Corpus, graph: nx.MultiDiGraph, cooccurrence_graph: nx.Graph, types: Mapping[str, ClaimType]
) -> Payload:
    """All that the page of a corpus shows."""
    numbers = {node: number for number, node in enumerate(sorted({*graph, *cooccurrence_graph}))}
    documents = {extraction.document.id: extraction.document for extraction in corpus.extractions}
    evidence = _Evidence(corpus, documents)
    backbone = _choose_backbone(graph)
    stated = list(_list_edges(graph, numbers, evidence, backbone))
    together = list(_list_cooccurrences(cooccurrence_graph, numbers, first_id=len(stated)))
    relations = sorted({edge["relation"] for edge in stated})
    return Payload(
        nodes=_list_nodes(graph, cooccurrence_graph, numbers, corpus, backbone),
        edges=stated + together,
        claims=evidence.claims,
        sentences=list(evidence.sentences),
        documents=[_describe_document(documents[key], corpus.source_groups) for key in evidence.documents],
        glosses={name: types[name].gloss for name in relations},
    )


def format_payload(payload: Payload, *, nodes: list[Row], edges: list[Row]) -> str:
    """The payload as JSON, with the nodes and edges as pyvis holds them."""
    tables = {
        "nodes": nodes,
        "edges": edges,
        "claims": payload.claims,
        "sentences": payload.sentences,
        "documents": payload.documents,
        "glosses": payload.glosses,
        "types": {name: asdict(style) for name, style in TYPE_STYLES.items()},
        "signs": {str(sign): asdict(colour) for sign, colour in SIGN_COLOURS.items()},
    }
    return json.dumps(tables, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


class _Evidence:
    """Claims, with each sentence and document they refer to stored once."""

    def __init__(self, corpus: Corpus, documents: Mapping[str, Document]) -> None:
        self.claims: list[Row] = []
        self.sentences: dict[str, int] = {}
        self.documents: dict[str, int] = {}
        self._entities = corpus.entities
        self._groups = corpus.source_groups
        self._known = {
            claim.id: (claim, documents[extraction.document.id])
            for extraction in corpus.extractions
            for claim in extraction.claims
        }

    def refer(self, claim_id: str) -> int:
        """The position of the claim in `claims`, where it is put."""
        claim, document = self._known[claim_id]
        self.claims.append(self._describe(claim, document))
        return len(self.claims) - 1

    def _describe(self, claim: Claim, document: Document) -> Row:
        row = {
            "s": self.sentences.setdefault(claim.sentence, len(self.sentences)),
            "d": self.documents.setdefault(document.id, len(self.documents)),
            "marks": _list_marks(claim),
            "polarity": "" if claim.polarity == "affirmed" else claim.polarity,
            "modality": "" if claim.modality == "asserted" else claim.modality,
            "holders": self.name(claim.holders),
            "speaker": "".join(self.name([claim.speaker] if claim.speaker else [])),
            "valence": claim.valence or "",
            "stage": claim.stage,
            "time": _describe_time(claim),
            "inferred": claim.inferred,
            "confidence": round(claim.confidence, 2),
        }
        return {name: value for name, value in row.items() if value not in ("", []) and value is not False}

    def name(self, ids: Iterable[str]) -> list[str]:
        """The names of entities."""
        return [self._entities[entity].name if entity in self._entities else entity for entity in ids]


def _list_nodes(
    graph: nx.MultiDiGraph,
    cooccurrence_graph: nx.Graph,
    numbers: Mapping[str, int],
    corpus: Corpus,
    backbone: Pairs | None,
) -> list[Row]:
    described = {
        node: {**cooccurrence_graph.nodes.get(node, {}), **graph.nodes.get(node, {})} for node in numbers
    }
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
            "aliases": list(described[node]["aliases"]),
            "mentions": described[node]["mentions"],
            "documents": described[node]["documents"],
            "sources": described[node]["sources"],
        }
        for node, number in numbers.items()
    ]


def _name_state(state: str, node: str, corpus: Corpus) -> str:
    return "" if state in ("", node) else corpus.entities[state].name if state in corpus.entities else state


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
    graph: nx.MultiDiGraph, numbers: Mapping[str, int], evidence: _Evidence, backbone: Pairs | None
) -> Iterable[Row]:
    ordered = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[2])
    for number, (source, target, key, data) in enumerate(ordered):
        yield {
            "id": number,
            "from": numbers[source],
            "to": numbers[target],
            "arrows": "to" if data["directed"] else "",
            "key": key,
            "relation": data["relation"],
            "status": data["status"].split(", ") if data["status"] else [],
            "family": data["family"],
            "sign": data["sign"],
            "score": data["score"],
            "weight": data["weight"],
            "sources": data["sources"],
            "confidence": round(data["confidence"], 2),
            "first": data["first_date"],
            "last": data["last_date"],
            "holders": evidence.name(data["holders"]),
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
            "key": f"{first} CO_OCCURS {second}",
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


def _describe_document(document: Document, groups: Mapping[str, str]) -> Row:
    names = ("id", "title", "author", "publisher", "date", "url")
    row = {name: value for name in names if (value := getattr(document, name))}
    group = groups.get(document.id, document.id)
    return row if group == document.id else row | {"copy": group}


def _describe_time(claim: Claim) -> str:
    ends = [day for day in (claim.time_start, claim.time_end) if day]
    when = " to ".join(dict.fromkeys(ends))
    return f"{claim.time_text} ({when})" if claim.time_text and when else claim.time_text or when


def _list_marks(claim: Claim) -> list[int]:
    """Start and end of source, target and cue in the sentence, in the UTF-16 units scripts count in."""
    spans = (
        (claim.source_start, claim.source_end),
        (claim.target_start, claim.target_end),
        (claim.cue_start, claim.cue_end),
    )
    return [_count_units(claim.sentence, offset - claim.start) for span in spans for offset in span]


def _count_units(text: str, length: int) -> int:
    return len(text[: max(length, 0)].encode("utf-16-le", "surrogatepass")) // 2
