"""How much of what links two actors in a corpus the lexicon knows, and which words it does not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.corpus import clean_for_parsing
from kg.extract import BATCH, Reader
from kg.lexicon import Lexicon
from kg.model import Document
from kg.ner import find_mentions, parse
from kg.relations import find_claims
from kg.relations.frames.predicates import Knowledge, Pair, Predicate, find_predicates
from kg.resolution import resolve

KNOWN: tuple[Knowledge, ...] = ("frame", "context", "no relation")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that links two actors: how often, how often a claim was found between them, what is known of it,
    and the first sentence it stands in."""

    lemma: str
    word_class: str
    knowledge: Knowledge
    count: int
    found: int
    example: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """The words, the most frequent first."""

    words: tuple[Word, ...]

    @property
    def total(self) -> int:
        """How often two actors are linked by a word."""
        return sum(word.count for word in self.words)

    @property
    def share(self) -> float:
        """The share of these links, by frequency, whose word has a frame or a stated meaning; 1 if none."""
        return self.count(*KNOWN) / self.total if self.total else 1.0

    @property
    def read_share(self) -> float:
        """The share of these links that are read: a claim was found between the two, or the word is listed as
        no relation; 1 if none."""
        read = sum(word.count if word.knowledge == "no relation" else word.found for word in self.words)
        return read / self.total if self.total else 1.0

    @property
    def found(self) -> int:
        """How many links a claim was found for."""
        return sum(word.found for word in self.words)

    def count(self, *knowledge: Knowledge) -> int:
        """How many links are made by words of that knowledge."""
        return sum(word.count for word in self.words if word.knowledge in knowledge)


def measure_coverage(documents: Iterable[Document], reader: Reader) -> Coverage:
    """The words that link two actors in the documents. Parses them anew; offsets play no part."""
    counts: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Predicate] = {}
    for predicate, is_found in _read_predicates(documents, reader):
        key = predicate.word_class, predicate.lemma
        counts[key] += 1
        found[key] += is_found
        first.setdefault(key, predicate)
    ordered = sorted(counts, key=lambda key: (-counts[key], key))
    return Coverage(
        tuple(
            Word(key[1], key[0], first[key].knowledge, counts[key], found[key], first[key].sentence)
            for key in ordered
        )
    )


def _read_predicates(documents: Iterable[Document], reader: Reader) -> Iterator[tuple[Predicate, bool]]:
    for batch in _split(documents):
        with reader.nlp.memory_zone():
            for document, doc in parse(reader.nlp, ((one, clean_for_parsing(one)) for one in batch)):
                yield from list(_read_document(document, doc, reader.lexicon))


def _read_document(document: Document, doc: Doc, lexicon: Lexicon) -> Iterator[tuple[Predicate, bool]]:
    """The words of a document, each with whether its sentence claims something between two that it links."""
    read = resolve(doc, document, find_mentions(doc, document, lexicon), lexicon)
    claimed: dict[int, set[Pair]] = defaultdict(set)
    for claim in find_claims(doc, document, read.links, read.entities, read.speakers, lexicon):
        claimed[claim.start].add(frozenset((claim.source, claim.target)))
    for predicate in find_predicates(doc, read.links, lexicon):
        yield predicate, not claimed[predicate.start].isdisjoint(predicate.pairs)


def _split(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
