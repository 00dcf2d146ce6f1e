"""Who is named together more often than chance: counts by window, NPMI and log-likelihood.

NPMI: Bouma (2009), "Normalized (pointwise) mutual information in collocation extraction".
Log-likelihood ratio: Dunning (1993), "Accurate methods for the statistics of surprise and coincidence"; its
p-value is that of a chi-squared variable with one degree of freedom. What needs all pairs of a window at
once, the correction for many tests and the backbone, is in `graph/cooccurrence.py`.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal

from kg.model import CoOccurrence, Extraction, Link

Window = Literal["sentence", "paragraph", "document"]
WINDOWS: tuple[Window, ...] = ("sentence", "paragraph", "document")
Named = dict[str, tuple[int, int]]  # entity -> where its earliest mention ends and its latest starts


def count_cooccurrences(
    extractions: Iterable[Extraction], source_groups: Mapping[str, str], windows: Sequence[str], minimum: int
) -> tuple[CoOccurrence, ...]:
    """The pairs named together at least `minimum` times, sorted.
    Near-duplicates (one source group) count once.

    Pronouns and inferred links do not count: only what the text names. Two whose mentions all overlap, such
    as Russia within "the Russian foreign ministry", are not named together.
    """
    originals = [
        extraction
        for extraction in extractions
        if source_groups[extraction.document.id] == extraction.document.id
    ]
    return tuple(
        pair for window in WINDOWS if window in windows for pair in _count_window(originals, window, minimum)
    )


def _count_window(extractions: Sequence[Extraction], window: Window, minimum: int) -> Iterator[CoOccurrence]:
    singles: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    documents: dict[tuple[str, str], set[str]] = defaultdict(set)
    total = 0
    for extraction in extractions:
        for named in _windows(extraction, window):
            total += 1
            singles.update(named.keys())
            for pair in combinations(sorted(named), 2):
                if _stand_apart(named[pair[0]], named[pair[1]]):
                    pairs[pair] += 1
                    documents[pair].add(extraction.document.id)
    for (first, second), count in sorted(pairs.items()):
        if count >= minimum:
            ratio = log_likelihood(count, singles[first], singles[second], total)
            yield CoOccurrence(
                first, second, window, count, len(documents[first, second]),
                npmi(count, singles[first], singles[second], total), ratio, p_value(ratio),
            )  # fmt: skip


def _windows(extraction: Extraction, window: Window) -> Iterator[Named]:
    places: dict[int, Named] = defaultdict(dict)
    sentences = extraction.sentences
    index = 0
    for link in sorted(filter(_is_naming, extraction.links), key=lambda link: link.mention.start):
        mention = link.mention
        while index + 1 < len(sentences) and sentences[index + 1].start <= mention.start:
            index += 1
        if sentences:
            place = {"sentence": index, "paragraph": sentences[index].block, "document": 0}[window]
            end, start = places[place].get(link.entity, (mention.end, mention.start))
            places[place][link.entity] = min(end, mention.end), max(start, mention.start)
    return (named for _, named in sorted(places.items()))


def _is_naming(link: Link) -> bool:
    return not link.inferred and link.mention.kind != "pronoun"


def _stand_apart(first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether some mention of one ends before some mention of the other starts."""
    return first[0] <= second[1] or second[0] <= first[1]


def npmi(count: int, first: int, second: int, total: int) -> float:
    """Normalised pointwise mutual information in [-1, 1], of windows that hold both, each, and any."""
    if count == total:
        return 1.0
    joint = count / total
    return round(math.log(joint * total * total / (first * second)) / -math.log(joint), 6)


def log_likelihood(count: int, first: int, second: int, total: int) -> float:
    """Dunning's G² of the two-by-two table."""
    table = (count, first - count, second - count, total - first - second + count)
    rows, columns = (first, total - first), (second, total - second)
    expected = (
        rows[0] * columns[0] / total, rows[0] * columns[1] / total, rows[1] * columns[0] / total,
        rows[1] * columns[1] / total,
    )  # fmt: skip
    return round(
        max(0.0, 2 * sum(o * math.log(o / e) for o, e in zip(table, expected, strict=True) if o and e)), 6
    )


def p_value(ratio: float) -> float:
    """The chance of a chi-squared variable with one degree of freedom above `ratio`."""
    return float(f"{math.erfc(math.sqrt(ratio / 2)):.6g}")
