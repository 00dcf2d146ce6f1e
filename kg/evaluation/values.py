"""The values of an evaluation: gold lines, what a build found, and scores.

Offsets are characters, half-open, into the text of `documents.jsonl`. Entities are gold's canonical names.
Where gold allows alternatives a field is a tuple: the first is the annotator's choice, any of them is right.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.evaluation.rows import Row
from kg.model import Span

Interval = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A span that a reader resolves to an entity."""

    doc: str
    start: int
    end: int
    text: str
    kind: str
    entities: tuple[str, ...]
    debatable: bool = False


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """What a sentence states; in `holders` None is the author, `time` None is nothing said."""

    doc: str
    start: int
    end: int
    sentence: str
    sources: tuple[str, ...]
    types: tuple[str, ...]
    targets: tuple[str, ...]
    polarities: tuple[str, ...]
    modalities: tuple[str, ...]
    holders: tuple[str | None, ...]
    cue: str = ""
    valence: str = ""
    stage: str = ""
    time: Interval | None = None
    debatable: bool = False


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A resolved mention of a build."""

    doc: str
    start: int
    end: int
    text: str
    kind: str
    type: str
    entity: str


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim of a build; `holder` is the innermost."""

    doc: str
    start: int
    end: int
    sentence: str
    source: str
    type: str
    target: str
    polarity: str
    modality: str
    holder: str | None
    valence: str
    stage: str
    time: Interval


@dataclass(frozen=True, slots=True)
class Names:
    """Gold's entities: canonical names by folded name, alias or id, and types by canonical name."""

    canonical: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gold:
    """What a reader found; `passages` are the spans that were annotated, by document."""

    names: Names
    mentions: tuple[GoldMention, ...]
    claims: tuple[GoldClaim, ...]
    passages: Mapping[str, tuple[Span, ...]]
    has_mentions: bool
    has_claims: bool


@dataclass(frozen=True, slots=True)
class Build:
    """The rows of a build, and the text of each of its documents."""

    texts: Mapping[str, str]
    mentions: tuple[Row, ...]
    claims: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """`right` of `found` hold, `recalled` of `gold` were found; a figure without a denominator is None."""

    right: int
    found: int
    recalled: int
    gold: int
    precision: float | None
    recall: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `total`; None of nothing."""

    right: int
    total: int
    share: float | None


@dataclass(frozen=True, slots=True)
class Figures:
    """The scores of one document, or of all.

    `mention_kinds` are the gold mentions found, by kind. `qualifiers` (polarity, modality, valence, stage,
    time) say how many are right among the gold claims found at the level `type`; `holder` likewise, for
    named holders.
    """

    mentions: Score
    mention_types: Mapping[str, Score]
    mention_kinds: Mapping[str, Share]
    pair: Score
    type: Score
    full: Score
    claim_types: Mapping[str, Score]
    holder: Score
    qualifiers: Mapping[str, Share]


@dataclass(frozen=True, slots=True)
class Miss:
    """What was missed or falsely found: `kind` groups it, `sentence` shows it, `note` says what it is."""

    kind: str
    doc: str
    start: int
    end: int
    note: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Scores:
    """All that an evaluation says; documents and misses are in order."""

    overall: Figures
    documents: Mapping[str, Figures]
    misses: tuple[Miss, ...]
