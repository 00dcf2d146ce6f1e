"""The values that pass between the steps: frozen and plain, without work of their own.

Offsets are characters, half-open `[start, end)`, into `Document.text`. Dates are ISO 8601 text
("2018", "2018-11" or "2018-11-27"). An entity id is the lexicon's (`RUS`, `inf-treaty`); within one
`Extraction` a name the lexicon lacks has the local id `<doc>#<slug>`, which `assemble` replaces.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

EntityType = Literal[
    "STATE", "PERSON", "IGO", "ORG", "ARMED_GROUP", "BLOC", "GROUP", "PLACE", "TREATY", "LAW", "EVENT"
]
BlockKind = Literal["paragraph", "heading", "question", "byline", "boilerplate"]
MentionKind = Literal["name", "demonym", "metonym", "description", "pronoun"]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "desired", "possible", "asked"]
Valence = Literal["positive", "neutral", "negative"]
Tense = Literal["past", "present", "future", ""]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, question, byline or boilerplate line; `speaker` is the span of the name of
    the person whose turn it is."""

    start: int
    end: int
    kind: BlockKind = "paragraph"
    speaker: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One text as read from its source, with what its structure tells."""

    id: str
    text: str
    path: str = ""
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    language: str = "en"
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that was left out or read with loss: which, why and the remedy, in one line."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One actor, place, treaty, law or event. `state` is the id of the state it belongs to, if any."""

    id: str
    name: str
    type: EntityType
    subtype: str = ""
    aliases: tuple[str, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)
    state: str = ""
    sector: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names or refers to an entity, before it is known to which.

    `candidates` are the lexicon ids the span can stand for, likeliest first; empty when the lexicon
    does not know it. `found_by` is the recogniser: lexicon, pattern, model, description, pronoun.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    type: EntityType
    candidates: tuple[str, ...] = ()
    found_by: str = "lexicon"


@dataclass(frozen=True, slots=True)
class Link:
    """A mention resolved to an entity: `method` says why, `inferred` that context decided it.

    `metonymic` is true where a place name stands for its government, people or team.
    """

    mention: Mention
    entity: str
    method: str
    metonymic: bool = False
    inferred: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A span that was seen and left alone, and why."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `block` is its index in `Document.blocks`."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence states between two entities, according to whom, with the spans that show it.

    `holders` are entity ids, outermost first; `speaker` is the entity whose turn it is; `rule` names
    the frame and the syntactic path; `id` is a hash of document, spans and type (stable across merges).
    """

    id: str
    start: int
    end: int
    sentence: str
    source: str
    source_start: int
    source_end: int
    type: str
    target: str
    target_start: int
    target_end: int
    cue: str
    cue_start: int
    cue_end: int
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    holders: tuple[str, ...] = ()
    speaker: str | None = None
    valence: Valence | None = None
    stage: str = ""
    tense: Tense = ""
    time_start: str | None = None
    time_end: str | None = None
    time_text: str = ""
    inferred: bool = False
    confidence: float = 0.5
    rule: str = ""
    extractor: str = "frames"


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document gives: depends on the document, lexicon, configuration and model alone.

    `entities` holds every entity a link or claim names. `fingerprint` is that of the pipeline.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    links: tuple[Link, ...]
    claims: tuple[Claim, ...]
    unresolved: tuple[Unresolved, ...] = ()
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class CoOccurrence:
    """How often two entities (ids in sorted order) stand in one window, against chance."""

    first: str
    second: str
    window: Literal["sentence", "paragraph", "document"]
    count: int
    sources: int
    npmi: float
    log_likelihood: float
    p_value: float


@dataclass(frozen=True, slots=True)
class Corpus:
    """The assembled corpus: extractions sorted by document id, with corpus-wide entity ids throughout.

    `source_groups` maps a document id to the smallest id among its near-duplicates (itself if none).
    """

    extractions: tuple[Extraction, ...]
    entities: Mapping[str, Entity]
    source_groups: Mapping[str, str]
    cooccurrences: tuple[CoOccurrence, ...] = ()
    problems: tuple[Problem, ...] = ()
