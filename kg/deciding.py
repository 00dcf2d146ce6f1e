"""Decides and reviews: writes the user's decisions and puts a build together anew, without reading."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import cast

from kg.api import KnowledgeGraph, find_entity
from kg.assemble import collect_entities, settle
from kg.errors import InputError
from kg.export.files import write_text
from kg.identity import Decision, Outcome, find_decisions, load_decisions, merge_local
from kg.identity.decisions import (
    TYPES,
    Kind,
    append_block,
    format_decision,
    format_unsure,
    read_text,
    read_unsure,
)
from kg.identity.references import Names
from kg.identity.review import Suspect, find_suspects
from kg.model import Corpus, Extraction
from kg.pipeline import export, load_build, read_store

FORMS = {
    "same": "ENTITY ENTITY...",
    "different": "ENTITY ENTITY...",
    "rename": "ENTITY NAME",
    "retype": "ENTITY TYPE",
    "drop": "ENTITY",
    "reject": "CLAIM",
}
FEWEST = {"same": 2, "different": 2, "rename": 2, "retype": 2, "drop": 1, "reject": 1}


@dataclass(frozen=True, slots=True)
class Desk:
    """A build as decisions see it: its extractions, the corpus they make, and the file of decisions."""

    folder: Path
    file: Path
    extractions: Sequence[Extraction]
    decisions: tuple[Decision, ...]
    corpus: Corpus
    outcome: Outcome


def open_desk(folder: str | Path) -> Desk:
    """The build in `folder`, ready for decisions. Raises: OutputError, ConfigError."""
    folder = Path(folder)
    extractions, config = read_store(folder)
    file = find_decisions(folder, config)
    decisions = load_decisions(file)
    renamed, outcome = settle(extractions, decisions)
    corpus = Corpus(renamed, collect_entities(renamed), {})
    return Desk(folder, file, extractions, decisions, corpus, outcome)


def decide(
    folder: str | Path, kind: str, *arguments: str, why: str = "", rebuild: bool = True
) -> tuple[Decision, KnowledgeGraph | None]:
    """Record a decision and, with `rebuild`, write the graph anew; no document is read.

    Entities are ids, names or aliases; ENTITY@DOCUMENT is what one document knows as the entity.
    Raises: InputError, ConfigError, OutputError; then nothing has changed.
    """
    desk = open_desk(folder)
    decision = _make_decision(desk, kind, arguments)
    if known := [row for row in desk.decisions if replace(row, why="", date="") == decision]:
        raise InputError(f"that is decided already, in {known[0].where}")
    settle(desk.extractions, (*desk.decisions, decision))
    record(desk, [replace(decision, why=why)])
    decision = replace(decision, where=str(desk.file))
    return decision, rebuild_graph(desk.folder) if rebuild else None


class Answers:
    """The answers of one sitting: each is written at once, and what follows from them is not asked."""

    def __init__(self, desk: Desk) -> None:
        self.given = 0
        self._desk = desk
        self._one: dict[str, set[str]] = {}
        self._apart = {frozenset(pair) for pair in desk.outcome.apart}

    def give(self, question: Suspect, is_one: bool | None) -> None:
        """Write down that the entities of a question are one, are not, or that nobody knows (None)."""
        keys = question.entities
        if is_one is None:
            record_unsure(self._desk, keys)
            return
        record(
            self._desk,
            [Decision("same" if is_one else "different", keys, why=f"kg review asked: {question.why}")],
        )
        self.given += 1
        if is_one:
            joined = set().union(*(self._one.get(key, {key}) for key in keys))
            self._one.update(dict.fromkeys(joined, joined))
        else:
            self._apart |= {frozenset(pair) for pair in combinations(keys, 2)}

    def follows(self, question: Suspect) -> bool:
        """Whether what has been said answers the question."""
        first, *others = (self._one.get(key, {key}) for key in question.entities)
        return all(
            first is other or any(frozenset((a, b)) in self._apart for a in first for b in other)
            for other in others
        )


def find_open_questions(desk: Desk, *, again: bool = False) -> list[Suspect]:
    """Likely duplicates and wrong merges that nobody has answered; `again` asks the unsure ones once more."""
    answered = {frozenset(row.entities) for row in desk.decisions if row.kind in ("same", "different")}
    if not again:
        answered |= {frozenset(keys) for keys in read_unsure(read_text(desk.file))}
    suspects = find_suspects(desk.corpus, desk.outcome.apart)
    return [suspect for suspect in suspects if frozenset(suspect.entities) not in answered]


def record(desk: Desk, decisions: Iterable[Decision]) -> None:
    """Append decisions of today to the file; what stands there stays. Raises: OutputError."""
    names = {key: entity.name for key, entity in desk.corpus.entities.items()}
    text = read_text(desk.file)
    for decision in decisions:
        text = append_block(text, format_decision(replace(decision, date=f"{date.today()}"), names))
    write_text(desk.file.resolve(), text)


def record_unsure(desk: Desk, entities: Iterable[str]) -> None:
    """Remember in the file that a question has no answer. Raises: OutputError."""
    write_text(desk.file.resolve(), append_block(read_text(desk.file), format_unsure(entities)))


def rebuild_graph(folder: Path) -> KnowledgeGraph:
    """Put the graph together anew and write it; no document is read. Raises: OutputError, ConfigError."""
    return KnowledgeGraph(export(load_build(folder)))


def _make_decision(desk: Desk, kind: str, arguments: Sequence[str]) -> Decision:
    if kind not in FORMS:
        raise InputError(f"{kind!r} is no decision; give one of {', '.join(FORMS)}")
    many = kind in ("same", "different")
    if len(arguments) < FEWEST[kind] or (len(arguments) > FEWEST[kind] and not many):
        raise InputError(
            f"{kind} takes {FORMS[kind]}, not {len(arguments)} words; put names in quotation marks"
        )
    if blank := [item for item in arguments if not item.strip()]:
        raise InputError(f"{kind} takes {FORMS[kind]}, and none may be empty as {blank[0]!r} is")
    made = Decision(cast(Kind, kind), where=f"kg decide {kind}")
    if kind == "reject":
        return replace(made, claim=_find_claim(desk, arguments[0]))
    entities = tuple(_find_id(desk, item) for item in (arguments if many else arguments[:1]))
    if kind == "same" and len(set(entities)) < len(entities):
        raise InputError(f"{' and '.join(arguments)} are one entity already: {entities[0]}")
    if kind == "retype" and arguments[1].upper() not in TYPES:
        raise InputError(f"unknown type {arguments[1]!r}; types are {', '.join(TYPES)}")
    name, type_ = arguments[1] if kind == "rename" else "", arguments[1].upper() if kind == "retype" else ""
    return replace(made, entities=entities, name=" ".join(name.split()), type=type_)


def _find_id(desk: Desk, text: str) -> str:
    """The id of what the user calls `text`, as decisions can speak of it. Raises: InputError."""
    if text in desk.corpus.entities:
        return text
    ordered = sorted(desk.extractions, key=lambda item: item.document.id)
    names = Names(ordered, merge_local(ordered))
    if text in names.entities:
        return text
    part = names.find_part(text, "kg decide")
    return part.text if part else find_entity(desk.corpus, text).id


def _find_claim(desk: Desk, text: str) -> str:
    ids = sorted(claim.id for item in desk.corpus.extractions for claim in item.claims)
    if len(found := [key for key in ids if key == text] or [key for key in ids if key.startswith(text)]) == 1:
        return found[0]
    reason = f"{len(found)} claims have ids that begin with" if found else "no claim of this build has the id"
    raise InputError(f"{reason} {text!r}; the ids are in claims.jsonl, and kg show prints them")
