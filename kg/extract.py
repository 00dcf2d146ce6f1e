"""One document → one Extraction: the pure kernel every engine runs, and the reader that holds its tools."""

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.config import Config
from kg.corpus import clean_for_parsing
from kg.lexicon import Lexicon, load_lexicon
from kg.model import Document, Extraction, Link, Sentence
from kg.ner import find_mentions, load_nlp, parse
from kg.relations import find_claims
from kg.resolution import resolve

BATCH = 32  # documents whose strings are held before the model forgets them
PACKAGE = Path(__file__).parent
KERNEL = ("extract.py", "model.py", "corpus", "lexicon", "ner", "resolution", "relations")
LATER_SETTINGS = ("processes", "windows", "minimum_cooccurrence", "decisions")


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading needs: model, lexicon, settings, and the fingerprint of all three and the code."""

    nlp: Language = field(repr=False)
    lexicon: Lexicon = field(repr=False)
    config: Config
    fingerprint: str


@cache
def open_reader(config: Config) -> Reader:
    """The reader of a configuration, loaded once in a process. Raises: ModelError, LexiconError."""
    nlp, lexicon = load_nlp(config.model), load_lexicon()
    return Reader(nlp, lexicon, config, hash_pipeline(nlp, lexicon, config))


def hash_pipeline(nlp: Language, lexicon: Lexicon, config: Config) -> str:
    """A hash of everything an extraction depends on beside its document."""
    settings = {key: value for key, value in asdict(config).items() if key not in LATER_SETTINGS}
    parts = [settings, nlp.meta, version("spacy"), lexicon.version, _hash_code(PACKAGE)]
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()[:16]


def extract(document: Document, doc: Doc, lexicon: Lexicon, config: Config) -> Extraction:
    """What `document` says; `doc` is its parsed text."""
    mentions = find_mentions(doc, document, lexicon)
    resolution = resolve(doc, document, mentions, lexicon, metonyms=config.metonyms)
    claims = find_claims(doc, document, resolution.links, resolution.entities, resolution.speakers, lexicon)
    return Extraction(
        document=document,
        sentences=tuple(_list_sentences(doc, document)),
        entities=tuple(resolution.entities),
        links=tuple(_spell_as_read(link, document) for link in resolution.links),
        claims=tuple(claims),
        unresolved=tuple(resolution.unresolved),
    )


def extract_documents(documents: Iterable[Document], reader: Reader) -> Iterator[Extraction]:
    """The extraction of each document, in order; those without words are empty."""
    remaining = iter(documents)
    while batch := list(islice(remaining, BATCH)):
        # Within the zone the model may learn new strings, and forgets them on leaving: memory stays flat.
        with reader.nlp.memory_zone():
            read = {item.document.id: item for item in _read_batch(batch, reader)}
        for document in batch:
            extraction = read.get(document.id) or Extraction(document, (), (), (), ())
            yield replace(extraction, fingerprint=reader.fingerprint)


def _read_batch(documents: Iterable[Document], reader: Reader) -> Iterator[Extraction]:
    cleaned = ((document, clean_for_parsing(document)) for document in documents)
    for document, doc in parse(reader.nlp, cleaned):
        yield extract(document, doc, reader.lexicon, reader.config)


def _spell_as_read(link: Link, document: Document) -> Link:
    """The link with its mention as the document spells it: names are found in a text with plain quotes."""
    mention = link.mention
    return replace(link, mention=replace(mention, text=document.text[mention.start : mention.end]))


def _list_sentences(doc: Doc, document: Document) -> Iterator[Sentence]:
    starts = [block.start for block in document.blocks]
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if words:
            start, end = words[0].idx, words[-1].idx + len(words[-1])
            yield Sentence(start, end, max(bisect_right(starts, start) - 1, 0))


def _hash_code(package: Path) -> str:
    """A hash of the kernel's own files: a changed rule reads every document again."""
    digest = hashlib.sha256()
    for part in KERNEL:
        path = package / part
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            digest.update(f"{file.relative_to(package)}\0".encode() + file.read_bytes())
    return digest.hexdigest()
