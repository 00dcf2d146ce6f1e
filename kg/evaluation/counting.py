"""Found and gold lines judged one by one, and counted: precision over what was found, recall over gold.

A debatable gold line is never a miss, and what matches only such lines is neither right nor wrong.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kg.evaluation.matching import (
    LEVELS,
    Level,
    choose_match,
    compare_qualifiers,
    is_claim,
    is_mention,
)
from kg.evaluation.values import (
    Figures,
    FoundClaim,
    FoundMention,
    GoldClaim,
    GoldMention,
    Names,
    Score,
    Share,
)

F = TypeVar("F", FoundMention, FoundClaim)
G = TypeVar("G", GoldMention, GoldClaim)
QUALIFIERS = ("polarity", "modality", "valence", "stage", "time")


@dataclass(frozen=True, slots=True)
class Judged(Generic[F, G]):
    """Found lines with whether each is right, firm gold lines with whether each was found."""

    found: tuple[tuple[F, bool], ...] = ()
    gold: tuple[tuple[G, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """All lines of one document, or of several, judged; `matches` are firm gold claims with their find."""

    mentions: Judged[FoundMention, GoldMention]
    claims: dict[Level, Judged[FoundClaim, GoldClaim]]
    matches: tuple[tuple[GoldClaim, FoundClaim], ...]


def judge_document(
    mentions: tuple[Sequence[FoundMention], Sequence[GoldMention]],
    claims: tuple[Sequence[FoundClaim], Sequence[GoldClaim]],
    symmetric: Collection[str],
) -> Verdict:
    """The lines found in one document against its gold lines."""

    def match_claims(level: Level) -> Callable[[FoundClaim, GoldClaim], bool]:
        return lambda found, gold: is_claim(found, gold, level, symmetric)

    chosen = ((gold, choose_match(claims[0], gold, symmetric)) for gold in claims[1] if not gold.debatable)
    return Verdict(
        mentions=_judge(*mentions, is_mention, is_mention),
        claims={
            level: _judge(*claims, match_claims(level), match_claims("pair" if level == "pair" else "type"))
            for level in LEVELS
        },
        matches=tuple((gold, found) for gold, found in chosen if found),
    )


def _judge(
    found: Sequence[F], gold: Sequence[G], matches: Callable[[F, G], bool], excuses: Callable[[F, G], bool]
) -> Judged[F, G]:
    firm = [line for line in gold if not line.debatable]
    debatable = [line for line in gold if line.debatable]
    right = {line for line in found if any(matches(line, other) for other in firm)}
    excused = {line for line in found if any(excuses(line, other) for other in debatable)} - right
    return Judged(
        found=tuple((line, line in right) for line in found if line not in excused),
        gold=tuple((line, any(matches(other, line) for other in found)) for line in firm),
    )


def join_verdicts(verdicts: Sequence[Verdict]) -> Verdict:
    """The verdicts on several documents as one."""
    return Verdict(
        mentions=_join(verdict.mentions for verdict in verdicts),
        claims={level: _join(verdict.claims[level] for verdict in verdicts) for level in LEVELS},
        matches=tuple(pair for verdict in verdicts for pair in verdict.matches),
    )


def _join(parts: Iterable[Judged[F, G]]) -> Judged[F, G]:
    listed = list(parts)
    return Judged(
        found=tuple(line for part in listed for line in part.found),
        gold=tuple(line for part in listed for line in part.gold),
    )


def count_figures(verdict: Verdict, names: Names) -> Figures:
    """The scores of a verdict; a mention counts under the type gold gives its entity, else the build's."""
    mentions, claims = verdict.mentions, verdict.claims
    types = {line.entity: line.type for line, _ in mentions.found} | {
        entity: kind for entity, kind in names.types.items() if kind
    }
    return Figures(
        mentions=_score(mentions),
        mention_types=_score_by(
            mentions,
            lambda found: types[found.entity],
            lambda gold: types.get(gold.entities[0], "unknown"),
        ),
        mention_kinds=_share_kinds(mentions),
        pair=_score(claims["pair"]),
        type=_score(claims["type"]),
        full=_score(claims["full"]),
        claim_types=_score_by(claims["type"], lambda found: found.type, lambda gold: gold.types[0]),
        holder=_score_holders(verdict),
        qualifiers={name: _share_qualifier(verdict, name) for name in QUALIFIERS},
    )


def _score(judged: Judged[F, G]) -> Score:
    return make_score(
        sum(right for _, right in judged.found),
        len(judged.found),
        sum(recalled for _, recalled in judged.gold),
        len(judged.gold),
    )


def _score_by(
    judged: Judged[F, G], found_key: Callable[[F], str], gold_key: Callable[[G], str]
) -> dict[str, Score]:
    keys = {found_key(line) for line, _ in judged.found} | {gold_key(line) for line, _ in judged.gold}
    return {
        key: _score(
            Judged(
                found=tuple((line, right) for line, right in judged.found if found_key(line) == key),
                gold=tuple((line, recalled) for line, recalled in judged.gold if gold_key(line) == key),
            )
        )
        for key in sorted(keys)
    }


def _score_holders(verdict: Verdict) -> Score:
    """Named holders: of those found, how many are right; of those in gold, how many were found."""
    found = [found.holder in gold.holders for gold, found in verdict.matches if found.holder]
    gold = [found.holder in gold.holders for gold, found in verdict.matches if None not in gold.holders]
    return make_score(sum(found), len(found), sum(gold), len(gold))


def _share_kinds(mentions: Judged[FoundMention, GoldMention]) -> dict[str, Share]:
    """Gold mentions found, by gold's kind: a build may call the kind otherwise."""
    kinds = sorted({line.kind for line, _ in mentions.gold})
    return {kind: _share(right for line, right in mentions.gold if line.kind == kind) for kind in kinds}


def _share_qualifier(verdict: Verdict, name: str) -> Share:
    compared = (compare_qualifiers(found, gold) for gold, found in verdict.matches)
    return _share(agrees[name] for agrees in compared if name in agrees)


def _share(truths: Iterable[bool]) -> Share:
    listed = list(truths)
    return Share(sum(listed), len(listed), sum(listed) / len(listed) if listed else None)


def make_score(right: int, found: int, recalled: int, gold: int) -> Score:
    """Counts with their figures."""
    precision = right / found if found else None
    recall = recalled / gold if gold else None
    return Score(right, found, recalled, gold, precision, recall, _balance(precision, recall))


def _balance(precision: float | None, recall: float | None) -> float | None:
    if precision is None and recall is None:
        return None
    total = (precision or 0) + (recall or 0)
    return 2 * (precision or 0) * (recall or 0) / total if total else 0.0
