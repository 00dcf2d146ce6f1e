"""The knowledge graph as a notebook holds it: build or load it, then ask for tables, graphs and the page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd

from kg import pipeline
from kg.config import load_config
from kg.errors import InputError
from kg.export import make_page
from kg.export.conflicts import list_conflicts
from kg.export.dyads import DYAD_COLUMNS, list_dyads
from kg.export.jsonl import list_claims, list_documents, list_entities, list_mentions
from kg.export.tables import COOCCURRENCE_COLUMNS, PAIR_COLUMNS, list_cooccurrences
from kg.graph import Dyad, RollUp, build_cooccurrences, count_dyads, find_conflicts, read_status
from kg.identity.references import fold
from kg.lexicon import load_lexicon
from kg.model import Corpus, Entity
from kg.pipeline import BuildResult, Progress

CLAIM_COLUMNS = (
    "id", "doc", "start", "end", "sentence",
    "source", "source_name", "source_start", "source_end", "type",
    "target", "target_name", "target_start", "target_end", "cue", "cue_start", "cue_end",
    "polarity", "modality", "holder", "holder_name", "holders", "speaker", "valence", "stage", "tense",
    "time_start", "time_end", "time_text", "inferred", "confidence", "rule", "extractor", "doc_date",
    "status",
)  # fmt: skip
EVIDENCE_COLUMNS = (
    "doc_date", "doc", "source_name", "type", "target_name", "status", "holder_name", "sentence",
    "confidence",
)  # fmt: skip
ENTITY_COLUMNS = (
    "id", "name", "type", "subtype", "state", "aliases", "ids", "mentions", "documents",
    "independent_sources",
)  # fmt: skip
MENTION_COLUMNS = (
    "doc", "start", "end", "text", "kind", "type", "entity", "name", "method", "metonymic", "inferred",
    "confidence",
)  # fmt: skip
DOCUMENT_COLUMNS = (
    "doc", "path", "title", "author", "publisher", "date", "url", "language", "source_group", "characters",
    "text",
)  # fmt: skip

SIDE_COLUMNS = ("count", "said_by_name", "sentence", "doc", "date", "claim")
CONFLICT_COLUMNS = (
    "kind", "source", "source_name", "type", "target", "target_name", "month",
    *(f"{side}_{column}" for side in ("pro", "contra") for column in SIDE_COLUMNS),
)  # fmt: skip


def build(
    paths: str | Path | Iterable[str | Path],
    out: str | Path = "output",
    *,
    config: str | Path | None = None,
    progress: Progress = lambda done, total: None,
    **settings: Any,
) -> "KnowledgeGraph":
    """Build the graph of some documents into the folder `out`; `settings` are those of kg.toml.

    Raises: KgError of any kind.
    """
    chosen = load_config(Path(config) if config else None, **settings)
    several = [paths] if isinstance(paths, str | Path) else paths
    return KnowledgeGraph(pipeline.build(several, Path(out), chosen, progress))


def load(folder: str | Path = "output") -> "KnowledgeGraph":
    """The graph that a build wrote into `folder`. Raises: OutputError."""
    return KnowledgeGraph(pipeline.load_build(Path(folder)))


class KnowledgeGraph:
    """Who does what to whom, according to which sentence.

    corpus: the assembled values. nx: the graph of claims. cooccurrence: who is named together.
    Wherever an entity is asked for, its id, name or alias will do, in any case and without accents.
    """

    def __init__(self, result: BuildResult) -> None:
        self._result = result
        self.folder = result.folder
        self.corpus: Corpus = result.corpus
        self.nx: nx.MultiDiGraph = result.graph
        self.cooccurrence: nx.Graph = result.cooccurrence_graph

    def find(self, name: str) -> Entity:
        """The entity of that id, name or alias. Raises: InputError, with the names that come near."""
        return find_entity(self.corpus, name)

    def entities(self) -> pd.DataFrame:
        """The entities, most mentioned first."""
        frame = _make_frame(list_entities(self.corpus), ENTITY_COLUMNS)
        return frame.sort_values(["mentions", "id"], ascending=[False, True], ignore_index=True)

    def claims(self, a: str | None = None, b: str | None = None) -> pd.DataFrame:
        """The claims: all, those about `a`, or those between `a` and `b` in either direction."""
        ends = {self.find(name).id for name in (a, b) if name is not None}
        statuses = {claim.id: read_status(claim) for item in self.corpus.extractions for claim in item.claims}
        rows = ({**row, "status": statuses[row["id"]]} for row in list_claims(self.corpus))
        return _make_frame((row for row in rows if ends <= {row["source"], row["target"]}), CLAIM_COLUMNS)

    def evidence(self, a: str, b: str) -> pd.DataFrame:
        """The sentences that link `a` and `b`, by date: who does what to whom, and who says so."""
        return self.claims(a, b)[list(EVIDENCE_COLUMNS)].sort_values(
            "doc_date", kind="stable", na_position="last", ignore_index=True
        )

    def mentions(self, entity: str | None = None) -> pd.DataFrame:
        """The mentions, of all entities or of one, each with the reason it was resolved so."""
        wanted = self.find(entity).id if entity is not None else None
        rows = (row for row in list_mentions(self.corpus) if wanted in (None, row["entity"]))
        return _make_frame(rows, MENTION_COLUMNS)

    def documents(self) -> pd.DataFrame:
        """The documents; near-duplicates share a `source_group`."""
        return _make_frame(list_documents(self.corpus), DOCUMENT_COLUMNS)

    def dyads(self, a: str | None = None, b: str | None = None, *, roll_up: bool = False) -> pd.DataFrame:
        """How each two actors stood, month by month; with `a` or `b` only their pairs.

        `roll_up` counts persons and state organs as the state, or the body, they act for at the date.
        """
        dyads, entities = self.list_dyads(a, b, roll_up=roll_up)
        return _make_frame(list_dyads(dyads, entities), DYAD_COLUMNS)

    def list_dyads(
        self, a: str | None = None, b: str | None = None, *, roll_up: bool = False
    ) -> tuple[list[Dyad], Mapping[str, Entity]]:
        """The dyads as values, with the entities that their ids mean."""
        ends = {self.find(name).id for name in (a, b) if name is not None}
        entities, acts_for = self.corpus.entities, None
        if roll_up:
            entries = load_lexicon().entries
            acts_for = RollUp(entities, entries).name_actor
            entities = {key: entry.entity for key, entry in entries.items()} | dict(entities)
        dyads = count_dyads(self.corpus, self._result.types, acts_for=acts_for)
        return [dyad for dyad in dyads if ends <= {dyad.first, dyad.second}], entities

    def conflicts(self, a: str | None = None, b: str | None = None) -> pd.DataFrame:
        """Where the texts contradict each other, with the surest sentence of each side."""
        return _make_frame(map(_flatten_conflict, self.list_conflicts(a, b)), CONFLICT_COLUMNS)

    def list_conflicts(self, a: str | None = None, b: str | None = None) -> list[dict[str, Any]]:
        """The conflicts with all their sentences, as plain values."""
        ends = {self.find(name).id for name in (a, b) if name is not None}
        conflicts = find_conflicts(self.corpus, self._result.types)
        chosen = (item for item in conflicts if ends <= {item.source, item.target})
        return list(list_conflicts(self.corpus, chosen))

    def cooccurrences(self, window: str | None = None) -> pd.DataFrame:
        """Who is named together, with what tells it from chance: in all windows, or in one."""
        rows = list_cooccurrences(build_cooccurrences(self.corpus))
        chosen = (row for row in rows if window in (None, row["window"]))
        return _make_frame(chosen, (*PAIR_COLUMNS, *COOCCURRENCE_COLUMNS))

    def problems(self) -> pd.DataFrame:
        """What this build left out or read with loss, and the remedy; empty for a loaded graph."""
        rows = ({"path": problem.path, "message": problem.message} for problem in self.corpus.problems)
        return _make_frame(rows, ("path", "message"))

    def _repr_html_(self) -> str:
        result = self._result
        title = f"{self.nx.number_of_nodes()} entities, {self.nx.number_of_edges()} edges"
        page = make_page(result.corpus, result.graph, result.cooccurrence_graph, result.types, title=title)
        return str(page._repr_html_())


def _make_frame(rows: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(columns))


def _flatten_conflict(conflict: Mapping[str, Any]) -> dict[str, Any]:
    row = {name: value for name, value in conflict.items() if name not in ("pro", "contra")}
    for side in ("pro", "contra"):
        best = conflict[side][0] | {"count": len(conflict[side])}
        row |= {f"{side}_{column}": best[column] for column in SIDE_COLUMNS}
    return row


def find_entity(corpus: Corpus, name: str) -> Entity:
    """The entity of that id, name or alias, or named so in the texts. Raises: InputError."""
    if name in corpus.entities:
        return corpus.entities[name]
    wanted = fold(name)
    found = {key for text, key in _list_names(corpus) if fold(text) == wanted}
    named_so = {key for key in found if fold(corpus.entities[key].name) == wanted}
    if len(found := named_so or found) > 1:
        options = " or ".join(f"{corpus.entities[key].name} ({key})" for key in sorted(found))
        raise InputError(f"{name!r} can be {options}; give the id in brackets")
    mentioned = Counter(
        link.entity for item in corpus.extractions for link in item.links if fold(link.mention.text) == wanted
    )
    if likeliest := sorted(found) or sorted(mentioned, key=lambda key: (-mentioned[key], key)):
        return corpus.entities[likeliest[0]]
    raise InputError(f"no entity {name!r} in this build{_suggest(corpus, name)}; all are in entities.jsonl")


def _list_names(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Each id, name and alias with the id of its entity."""
    for key, entity in sorted(corpus.entities.items()):
        yield from ((text, key) for text in (key, entity.name, *entity.aliases))


def _suggest(corpus: Corpus, name: str) -> str:
    names = {fold(text): corpus.entities[key].name for text, key in _list_names(corpus)}
    near = dict.fromkeys(
        names[text] for text in get_close_matches(fold(name), sorted(names), n=5, cutoff=0.7)
    )
    return f"; did you mean {', '.join(near)}?" if near else ""
