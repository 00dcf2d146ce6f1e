"""Which documents tell of one circle: they name the same others, whom few documents name."""

import tomllib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from kg.identity.person_names import read_person
from kg.lexicon.loader import DATA
from kg.model import Entity, Extraction, Sentence

FEWEST = 2  # others in common
FEWEST_FOR_COMMON = 3  # for a surname that many bear
MOST_DOCUMENTS = 25  # who is named in more of them says nothing about any two
SHORTEST_COPY = 8  # words of a sentence that two documents have by copying only

# document → documents of its circle → what both name
Circles = Mapping[str, Mapping[str, frozenset[str]]]


@cache
def load_common_names() -> frozenset[str]:
    """The frequent surnames and the given names, as they sound."""
    tables = {
        file: tomllib.loads((DATA / f"words_{file}.toml").read_text(encoding="utf-8"))
        for file in ("descriptions", "pronouns")
    }
    given = (*tables["pronouns"]["male"], *tables["pronouns"]["female"])
    names = (*tables["descriptions"]["common_surnames"], *given)
    return frozenset("".join(read_person(name).sounds) for name in names)


def find_circles(extractions: Iterable[Extraction], label: Callable[[Entity], str]) -> Circles:
    """The documents that name the same others; `label` is what documents know one of them by, if anything."""
    labels = {
        item.document.id: frozenset(label(entity) for entity in item.entities) - {""} for item in extractions
    }
    documents: dict[str, list[str]] = defaultdict(list)
    for document, found in sorted(labels.items()):
        for name in found:
            documents[name].append(document)
    telling = {name for name, found in documents.items() if 1 < len(found) <= MOST_DOCUMENTS}
    return {
        document: _list_circle(document, found & telling, labels, documents)
        for document, found in labels.items()
    }


def _list_circle(
    document: str,
    telling: frozenset[str],
    labels: Mapping[str, frozenset[str]],
    documents: Mapping[str, list[str]],
) -> dict[str, frozenset[str]]:
    shared = Counter(other for name in telling for other in documents[name])
    return {
        other: telling & labels[other]
        for other, count in sorted(shared.items())
        if count >= FEWEST and other != document
    }


def count_company(circles: Circles, first: str, second: str, name: str) -> int:
    """How many others beside `name` two documents have in common, 0 if too few to tell anything."""
    count = len(circles[first].get(second, frozenset()) - {name})
    return count if count >= (FEWEST_FOR_COMMON if name in load_common_names() else FEWEST) else 0


def list_copied_sentences(extraction: Extraction) -> Iterator[tuple[str, str]]:
    """Each entity's id with the words of a sentence that names it, where they are enough to tell a copy."""
    starts = [sentence.start for sentence in extraction.sentences]
    texts: dict[int, str] = {}
    for link in extraction.links:
        place = bisect_right(starts, link.mention.start) - 1
        if place < 0:
            continue
        if place not in texts:
            texts[place] = _read_words(extraction, extraction.sentences[place])
        if texts[place]:
            yield link.entity, texts[place]


def _read_words(extraction: Extraction, sentence: Sentence) -> str:
    words = extraction.document.text[sentence.start : sentence.end].casefold().split()
    return " ".join(words) if len(words) >= SHORTEST_COPY else ""
