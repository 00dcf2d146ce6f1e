"""How each two actors stood, month by month: statements of events by PLOVER's quad classes, and their score.

An event is a plain statement of one of PLOVER's sixteen actions: asserted, affirmed, told by the text itself,
and not of what is to come. Everything else is counted beside it and never enters the score. What is counted
are distinct statements: near-duplicate copies and verbatim repeats count once, two sources that tell of one
meeting count twice.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.graph.build import Statement, list_statements, normalise, read_sign
from kg.lexicon.claim_types import TYPE_GROUPS, ClaimType
from kg.model import Claim, Corpus

QUAD_CLASSES = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?", re.ASCII)
RANKS = ("event", "document", "")

ActsFor = Callable[[str, str], str]  # id, ISO date -> id


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two actors (ids in sorted order) in a month.

    year, month: "2018" and "2018-11"; "" where not known so closely.
    dated_by: event (the text says when), document (its date), "event | document", or "" for no date.
    by_first, by_second: the events in which one acts upon the other; in the rest both act together.
    score_sum, score_mean: PLOVER scores of the events, -10 (conflict) to +10 (cooperation) each.
    attributed ... announced: statements that are no events, each counted in one column.
    """

    first: str
    second: str
    year: str
    month: str
    dated_by: str
    events: int
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int
    by_first: int
    by_second: int
    score_sum: float
    score_mean: float
    sign: int
    sources: int
    attributed: int
    denied: int
    desired: int
    possible: int
    asked: int
    announced: int


@dataclass(frozen=True, slots=True)
class Period:
    """The month as far as it is known, and what it is known from; `rank` orders the better known first."""

    rank: int
    text: str

    @property
    def dated_by(self) -> str:
        """event, document or ""."""
        return RANKS[self.rank]


@dataclass(frozen=True, slots=True)
class _Told:
    """A distinct statement between two actors; `actor` is "" where both act together."""

    actor: str
    period: Period
    kind: str
    family: str
    score: float
    group: str


def count_dyads(
    corpus: Corpus, types: Mapping[str, ClaimType], *, acts_for: ActsFor | None = None
) -> list[Dyad]:
    """Every month of every two actors between whom an action is stated, by date, the undated last.

    Places, treaties, laws and events are no actors; the edges of the graph have them.

    `acts_for` rolls an actor up to its state at a date; what then has one end twice is left out.
    """
    cells: dict[tuple[str, str, str], list[_Told]] = defaultdict(list)
    for (first, second), told in _list_told(corpus, types, acts_for or (lambda key, date: key)):
        cells[told.period.text, first, second].append(told)
    ordered = sorted(cells.items(), key=lambda cell: (not cell[0][0], cell[0]))
    return [_make_dyad(first, second, text, told) for (text, first, second), told in ordered]


def read_period(statement: Statement) -> Period:
    """When it happened, as far as one month or year holds it; else when the document is from."""
    claim = statement.claim
    start, end = (
        value if MONTH.fullmatch(value or "") else "" for value in (claim.time_start, claim.time_end)
    )
    if start or end:
        return Period(0, _read_interval(start or "", end or ""))
    date = statement.document.date or ""
    return Period(1, date[:7]) if MONTH.fullmatch(date) else Period(2, "")


def _read_interval(start: str, end: str) -> str:
    if start and end:
        return next((start[:size] for size in (7, 4) if start[:size] == end[:size]), "")
    # A whole year is written by its first and last day: "since 2014" does not tell the month.
    date = start or end
    return date[:4] if date.endswith(("-01-01", "-12-31")) else date[:7]


def read_kind(claim: Claim) -> str:
    """ "event" for a plain statement of what happened; else what keeps it from being one."""
    if claim.polarity == "negated":
        return "denied"
    if claim.modality != "asserted":
        return claim.modality
    if claim.holders:
        return "attributed"
    return "announced" if claim.tense == "future" else "event"


def _list_told(
    corpus: Corpus, types: Mapping[str, ClaimType], acts_for: ActsFor
) -> Iterator[tuple[tuple[str, str], _Told]]:
    distinct: dict[tuple[str, ...], _Told] = {}
    for statement in sorted(list_statements(corpus), key=lambda item: item.place):
        claim, claim_type = statement.claim, types[statement.claim.type]
        if claim_type.family not in QUAD_CLASSES:
            continue
        date = claim.time_start or claim.time_end or statement.document.date or ""
        ends = acts_for(claim.source, date), acts_for(claim.target, date)
        if ends[0] == ends[1] or not _are_actors(corpus, claim):
            continue
        actor = "" if claim_type.symmetric else ends[0]
        sign, score = read_sign(claim, claim_type)
        # what is backed with a negative attitude is opposed
        family = claim_type.family.replace("cooperation", "conflict") if sign < 0 else claim_type.family
        kind = read_kind(claim)
        told = _Told(actor, read_period(statement), kind, family, score, statement.group)
        first, second = sorted(ends)
        key = (first, second, actor, claim.type, kind, statement.group, normalise(claim.sentence))
        known = distinct.setdefault(key, told)
        if (told.period.rank, told.period.text) < (known.period.rank, known.period.text):
            distinct[key] = told
    return (((key[0], key[1]), told) for key, told in distinct.items())


def _are_actors(corpus: Corpus, claim: Claim) -> bool:
    entities = (corpus.entities.get(end) for end in (claim.source, claim.target))
    return all(entity is None or entity.type in TYPE_GROUPS["actor"] for entity in entities)


def _make_dyad(first: str, second: str, text: str, told: Sequence[_Told]) -> Dyad:
    kinds = Counter(item.kind for item in told)
    events = [item for item in told if item.kind == "event"]
    families = Counter(item.family.replace(" ", "_") for item in events)
    total = sum(item.score for item in events)
    ranks = sorted({item.period.rank for item in told})
    return Dyad(
        first=first,
        second=second,
        year=text[:4],
        month=text if len(text) == 7 else "",
        dated_by=" | ".join(RANKS[rank] for rank in ranks if RANKS[rank]),
        events=len(events),
        **{name.replace(" ", "_"): families[name.replace(" ", "_")] for name in QUAD_CLASSES},
        by_first=sum(item.actor == first for item in events),
        by_second=sum(item.actor == second for item in events),
        score_sum=round(total, 3),
        score_mean=round(total / len(events), 3) if events else 0.0,
        sign=(total > 0) - (total < 0),
        sources=len({item.group for item in events}),
        **{
            name: kinds[name]
            for name in ("attributed", "denied", "desired", "possible", "asked", "announced")
        },
    )
