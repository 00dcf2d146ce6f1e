"""Who is named together more often than chance: counts by window, NPMI and log-likelihood.

NPMI: Bouma (2009), "Normalized (pointwise) mutual information in collocation extraction".
Log-likelihood ratio:
Dunning (1993), "Accurate methods for the statistics of surprise and coincidence"; its p-value is that of a
chi-squared variable with one degree of freedom.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal

from kg.model import CoOccurrence, Extraction

Window = Literal["sentence", "paragraph", "document"]
WINDOWS: tuple[Window, ...] = ("sentence", "paragraph", "document")


def count_cooccurrences(
    extractions: Iterable[Extraction], source_groups: Mapping[str, str], windows: Sequence[str], minimum: int
) -> tuple[CoOccurrence, ...]:
    """The pairs named together at least `minimum` times, sorted.
    Near-duplicates (one source group) count once.

    Pronouns and inferred links do not count: only what the text names.
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
        for entities in _windows(extraction, window):
            total += 1
            singles.update(entities)
            for pair in combinations(sorted(entities), 2):
                pairs[pair] += 1
                documents[pair].add(extraction.document.id)
    for (first, second), count in sorted(pairs.items()):
        if count >= minimum:
            ratio = log_likelihood(count, singles[first], singles[second], total)
            yield CoOccurrence(
                first, second, window, count, len(documents[first, second]),
                npmi(count, singles[first], singles[second], total), ratio, p_value(ratio),
            )  # fmt: skip


def _windows(extraction: Extraction, window: Window) -> Iterator[set[str]]:
    places: dict[int, set[str]] = defaultdict(set)
    sentences = extraction.sentences
    links = sorted(
        (link for link in extraction.links if not link.inferred), key=lambda link: link.mention.start
    )
    index = 0
    for link in links:
        while index + 1 < len(sentences) and sentences[index + 1].start <= link.mention.start:
            index += 1
        if sentences:
            place = {"sentence": index, "paragraph": sentences[index].block, "document": 0}[window]
            places[place].add(link.entity)
    return (entities for _, entities in sorted(places.items()))


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
