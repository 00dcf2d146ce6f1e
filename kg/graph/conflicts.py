"""Where the corpus contradicts itself: affirmed and denied, by whom; weaker, opposite signs in one month."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.graph.build import VALENCED, Statement, list_statements, normalise, read_sign
from kg.graph.dyads import read_period
from kg.lexicon.claim_types import ClaimType
from kg.model import Corpus

ConflictKind = Literal["disagreement", "contradiction", "opposite"]
KINDS: tuple[ConflictKind, ...] = ("disagreement", "contradiction", "opposite")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements that do not go together, on each side in document order.

    disagreement: one relation, affirmed by one holder or speaker and denied by another.
    contradiction: one relation, affirmed and denied, where a side is the text's own, or both are one's.
    opposite (weaker, as both can be true): between two in one `month`, one voice tells of something friendly
    and another of something hostile; `relation` is "" and the ids of the ends are in sorted order.
    pro, contra: what affirms and what denies, or what is friendly and what is hostile.
    """

    kind: ConflictKind
    source: str
    relation: str
    target: str
    month: str
    pro: tuple[Statement, ...]
    contra: tuple[Statement, ...]


def find_conflicts(corpus: Corpus, types: Mapping[str, ClaimType]) -> list[Conflict]:
    """The conflicts: disagreements, contradictions, opposites; within a kind those of most sources first.

    Only what is asserted counts, not what is wished, possible or asked; near-duplicate copies count once.
    """
    statements = list(_list_distinct(corpus))
    found = [*_find_denials(statements, types), *_find_opposites(statements, types)]
    return sorted(found, key=_rank)


def name_voice(statement: Statement) -> str:
    """The id of the one who says so: the innermost holder, else the speaker; "" for the text itself."""
    claim = statement.claim
    return claim.holders[-1] if claim.holders else claim.speaker or ""


def _list_distinct(corpus: Corpus) -> Iterator[Statement]:
    seen = set()
    for statement in sorted(list_statements(corpus), key=lambda item: item.place):
        claim = statement.claim
        key = (
            claim.source, claim.type, claim.target, claim.polarity, claim.holders,
            statement.group, normalise(claim.sentence),
        )  # fmt: skip
        if claim.modality == "asserted" and key not in seen:
            seen.add(key)
            yield statement


def _find_denials(statements: Iterable[Statement], types: Mapping[str, ClaimType]) -> Iterator[Conflict]:
    relations = defaultdict(list)
    for statement in statements:
        claim = statement.claim
        ends = claim.source, claim.target
        source, target = sorted(ends) if types[claim.type].symmetric else ends
        relations[source, claim.type, target].append(statement)
    for (source, relation, target), told in relations.items():
        pro, contra = _keep_opposed(
            [item for item in told if item.claim.polarity == "affirmed"],
            [item for item in told if item.claim.polarity == "negated"],
            _contradict,
        )
        if pro:
            kind: ConflictKind = "disagreement" if _have_voices(pro, contra) else "contradiction"
            yield Conflict(kind, source, relation, target, "", pro, contra)


def _find_opposites(statements: Iterable[Statement], types: Mapping[str, ClaimType]) -> Iterator[Conflict]:
    months: dict[tuple[str, str, str], dict[int, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in statements:
        claim, month = statement.claim, read_period(statement).text
        sign = read_sign(claim, types[claim.type])[0]
        if claim.polarity == "affirmed" and claim.tense != "future" and sign and len(month) == 7:
            first, second = sorted((claim.source, claim.target))
            months[first, second, month][sign].append(statement)
    for (first, second, month), told in months.items():
        pro, contra = _keep_opposed(told[1], told[-1], _differ_in_voice)
        if pro:
            yield Conflict("opposite", first, "", second, month, pro, contra)


def _keep_opposed(
    pro: Sequence[Statement], contra: Sequence[Statement], is_opposed: Callable[[Statement, Statement], bool]
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """The statements of each side that one of the other side speaks against."""
    pairs = [(one, other) for one in pro for other in contra if is_opposed(one, other)]
    first, second = ({pair[side].place for pair in pairs} for side in (0, 1))
    return (
        tuple(item for item in pro if item.place in first),
        tuple(item for item in contra if item.place in second),
    )


def _contradict(one: Statement, other: Statement) -> bool:
    """Whether the two are of one time and not of one mind; what will not be denies nothing that was."""
    first, second = one.claim, other.claim
    # The valence is that of the whole sentence: "is not happy with" says what "is angry at" does.
    if first.type in VALENCED and first.valence and first.valence == second.valence:
        return False
    if (first.tense == "future") != (second.tense == "future"):
        return False
    begins = max(first.time_start or "", second.time_start or "")
    ends = min(first.time_end or "9999", second.time_end or "9999")
    return begins <= ends


def _differ_in_voice(one: Statement, other: Statement) -> bool:
    if name_voice(one) or name_voice(other):
        return name_voice(one) != name_voice(other)
    return one.group != other.group


def _have_voices(pro: Iterable[Statement], contra: Sequence[Statement]) -> bool:
    """Whether somebody named affirms what somebody else who is named denies."""
    return any(
        name_voice(one) and name_voice(other) and name_voice(one) != name_voice(other)
        for one in pro
        for other in contra
    )


def _rank(conflict: Conflict) -> tuple[int, int, str, str, str, str]:
    sources = len({item.group for item in (*conflict.pro, *conflict.contra)})
    ends = conflict.source, conflict.relation, conflict.target, conflict.month
    return KINDS.index(conflict.kind), -sources, *ends
