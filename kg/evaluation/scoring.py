"""A build against gold: the one way in."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from kg.evaluation.build import list_claims, list_mentions, read_build
from kg.evaluation.counting import Verdict, count_figures, join_verdicts, judge_document
from kg.evaluation.gold import read_gold
from kg.evaluation.misses import list_misses
from kg.evaluation.values import Build, FoundClaim, FoundMention, Gold, GoldClaim, GoldMention, Scores
from kg.lexicon import load_lexicon

L = TypeVar("L", FoundClaim, FoundMention, GoldClaim, GoldMention)


def evaluate(build: str | Path, gold: str | Path) -> Scores:
    """The scores of a build folder against a folder of gold. Raises: InputError, OutputError."""
    types = load_lexicon().types
    found = read_build(Path(build))
    expected = read_gold(Path(gold), found.texts, types)
    symmetric = {name for name, claim_type in types.items() if claim_type.symmetric}
    verdicts = _judge(found, expected, symmetric)
    overall = join_verdicts(list(verdicts.values()))
    return Scores(
        overall=count_figures(overall, expected.names),
        documents={doc: count_figures(verdict, expected.names) for doc, verdict in verdicts.items()},
        misses=list_misses(overall, found.texts, symmetric),
    )


def _judge(build: Build, gold: Gold, symmetric: set[str]) -> dict[str, Verdict]:
    """The verdict on each annotated document; what gold has no file for is not scored."""
    mentions = _group(list_mentions(build, gold)) if gold.has_mentions else {}
    claims = _group(list_claims(build, gold)) if gold.has_claims else {}
    gold_mentions, gold_claims = _group(gold.mentions), _group(gold.claims)
    return {
        doc: judge_document(
            (mentions.get(doc, []), gold_mentions.get(doc, [])),
            (claims.get(doc, []), gold_claims.get(doc, [])),
            symmetric,
        )
        for doc in sorted(gold.passages)
    }


def _group(lines: Iterable[L]) -> dict[str, list[L]]:
    ordered = sorted(lines, key=lambda line: (line.doc, line.start, line.end, repr(line)))
    return {doc: list(group) for doc, group in groupby(ordered, key=lambda line: line.doc)}
