"""Claims and co-occurrences of a corpus to networkx graphs, one edge per (source, type, target, status).

Nodes (the entities of claims, their holders and speakers, and of co-occurrence pairs) carry
    name str · entity_type str · subtype str · state str, the id of the state it belongs to ("" if none)
    aliases tuple[str] · mentions int · documents int · sources int, independent ones that mention it

Edges of `build_graph` have the key "RUS VIOLATES inf-treaty (attributed)" and carry
    relation str        the claim type                 label str       relation with its status in brackets
    status str          "" for a plain statement, else attributed, denied, desired, possible, asked,
                        joined with ", " in alphabetical order
    family str          of the claim type              directed bool   False for symmetric types
    sign int            -1, 0, +1: of the sum over the claims; a denial leaves it, the status tells
    score float         -10..10: mean over the claims  confidence float   the best claim's, 0..1
    weight int          distinct statements, > 0: near-duplicates and verbatim repeats count once
    sources int         independent sources: groups of near-duplicate documents
    first_date, last_date str     dates of the documents, ISO 8601 ("" if none is known)
    event_start, event_end str    when it happened, as far as the text says ("" if it does not)
    holders tuple[str]  entity ids to whom it is attributed, sorted
    evidence str        the best sentence, with evidence_doc str, evidence_start int, evidence_end int
    claims tuple[str]   ids of all claims of the edge, in document order

Co-occurrence has graphs of its own (`cooccurrence.py`) and never mixes with what is stated. One edge per pair
and window (sentence, paragraph, document), keyed "CHN CO_OCCURS USA (sentence)" where windows are together:
    relation str        "CO_OCCURS"                    label str       relation with its window in brackets
    window str · directed bool, False · count int, windows that name both · weight int, the same
    sources int         independent documents that name both in such a window
    npmi float          -1..1: 0 as by chance, above it more often, 1 only together
    log_likelihood float   Dunning's G² of both, either and none, over the windows that name any entity
    p_value float       of G²: the chance of a count so far from the expected one, above or below
    q_value float       Benjamini and Hochberg (1995), over all pairs named often enough to be kept: of the
                        edges up to q, a share of about q at most is chance; 1 for less often than chance
    disparity float     Serrano, Boguñá and Vespignani (2009): the alpha above which the disparity filter
                        keeps the edge, by the end for which it tells more
    backbone bool       disparity below alpha, by default 0.05
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kg.errors import LexiconError
from kg.lexicon.claim_types import ClaimType
from kg.model import Claim, Corpus, Document, Entity

VALENCED = ("REGARDS", "SUPPORT")
VALENCE_SIGNS = {"positive": 1, "neutral": 0, "negative": -1}
ISO_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
NOT_A_WORD = re.compile(r"\W+")

EdgeId = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with the document that makes it and the group of near-duplicates the document is in."""

    claim: Claim
    document: Document
    group: str

    @property
    def place(self) -> tuple[str, int, int, int, str]:
        """Where it stands in the corpus, for sorting."""
        claim = self.claim
        return self.document.id, claim.start, claim.source_start, claim.target_start, claim.id


def build_graph(corpus: Corpus, types: Mapping[str, ClaimType]) -> nx.MultiDiGraph:
    """The graph of what the corpus states. Raises: LexiconError for a claim type that `types` lacks."""
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(list_nodes(corpus))
    for edge, statements in sorted(_group_statements(corpus, types).items()):
        source, relation, target, status = edge
        label = f"{relation} ({status})" if status else relation
        data = _describe_edge(edge, label, types[relation], statements)
        graph.add_edge(source, target, key=f"{source} {relation} {target}{label[len(relation) :]}", **data)
    return graph


def read_status(claim: Claim) -> str:
    """How a claim is stated: "" for a plain fact, else the qualifiers that apply, joined with ", "."""
    qualifiers = {
        "attributed": bool(claim.holders),
        "denied": claim.polarity == "negated",
        claim.modality: claim.modality != "asserted",
    }
    return ", ".join(sorted(name for name, holds in qualifiers.items() if holds))


def read_sign(claim: Claim, claim_type: ClaimType) -> tuple[int, float]:
    """Sign and score of a claim: its type's, but those of the attitude where the type says there is one."""
    if claim.type not in VALENCED or claim.valence is None:
        return claim_type.sign, claim_type.score
    sign = VALENCE_SIGNS[claim.valence]
    return sign, sign * max(abs(claim_type.score), 1.0)


def list_statements(corpus: Corpus) -> Iterator[Statement]:
    """Every claim with its document and group, in the order of the extractions."""
    for extraction in corpus.extractions:
        document = extraction.document
        group = corpus.source_groups.get(document.id, document.id)
        yield from (Statement(claim, document, group) for claim in extraction.claims)


def _group_statements(corpus: Corpus, types: Mapping[str, ClaimType]) -> dict[EdgeId, list[Statement]]:
    edges = defaultdict(list)
    for statement in sorted(list_statements(corpus), key=lambda item: item.place):
        claim = statement.claim
        if claim.type not in types:
            raise LexiconError(
                f"relations.toml: claim {claim.id} of {statement.document.id} has the unknown type "
                f"{claim.type!r}; add it to relations.toml or build anew"
            )
        ends = claim.source, claim.target
        source, target = sorted(ends) if types[claim.type].symmetric else ends
        edges[source, claim.type, target, read_status(claim)].append(statement)
    return edges


def _describe_edge(
    edge: EdgeId, label: str, claim_type: ClaimType, statements: Sequence[Statement]
) -> dict[str, Any]:
    claims = [statement.claim for statement in statements]
    best = min(statements, key=lambda item: (-item.claim.confidence, item.place))
    signs, scores = zip(*(read_sign(claim, claim_type) for claim in claims), strict=True)
    dates = [item.document.date for item in statements]
    return {
        "relation": edge[1],
        "label": label,
        "status": edge[3],
        "family": claim_type.family,
        "directed": not claim_type.symmetric,
        "sign": (sum(signs) > 0) - (sum(signs) < 0),
        "score": round(sum(scores) / len(scores), 3),
        "weight": len({(item.group, normalise(item.claim.sentence)) for item in statements}),
        "sources": len({item.group for item in statements}),
        "confidence": float(best.claim.confidence),
        "first_date": min(_iso_dates(dates), default=""),
        "last_date": max(_iso_dates(dates), default=""),
        "event_start": min(_iso_dates(claim.time_start for claim in claims), default=""),
        "event_end": max(_iso_dates(claim.time_end for claim in claims), default=""),
        "holders": tuple(sorted({claim.holders[-1] for claim in claims if claim.holders})),
        "evidence": best.claim.sentence,
        "evidence_doc": best.document.id,
        "evidence_start": best.claim.start,
        "evidence_end": best.claim.end,
        "claims": tuple(claim.id for claim in claims),
    }


def normalise(sentence: str) -> str:
    """A sentence as verbatim repeats share it: letters and digits alone, in lower case."""
    return NOT_A_WORD.sub(" ", sentence.casefold()).strip()


def _iso_dates(values: Iterable[str | None]) -> Iterator[str]:
    return (value for value in values if value and ISO_DATE.fullmatch(value))


def list_nodes(corpus: Corpus) -> list[tuple[str, dict[str, Any]]]:
    """Every entity that takes part in a claim or a co-occurrence, with its attributes, by id."""
    mentions: Counter[str] = Counter()
    documents: defaultdict[str, set[str]] = defaultdict(set)
    taking_part = {end for pair in corpus.cooccurrences for end in (pair.first, pair.second)}
    for extraction in corpus.extractions:
        for link in extraction.links:
            mentions[link.entity] += 1
            documents[link.entity].add(extraction.document.id)
        for claim in extraction.claims:
            taking_part |= {claim.source, claim.target, *claim.holders, *filter(None, [claim.speaker])}
    groups = corpus.source_groups
    return [
        (
            entity,
            _describe_entity(corpus.entities.get(entity) or Entity(entity, entity, "ORG"))
            | {
                "mentions": mentions[entity],
                "documents": len(documents[entity]),
                "sources": len({groups.get(document, document) for document in documents[entity]}),
            },
        )
        for entity in sorted(taking_part)
    ]


def _describe_entity(entity: Entity) -> dict[str, Any]:
    return {
        "name": entity.name,
        "entity_type": entity.type,
        "subtype": entity.subtype,
        "state": entity.state,
        "aliases": tuple(sorted(entity.aliases)),
    }
