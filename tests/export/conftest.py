"""A corpus as an analyst would meet it: some thirty actors and treaties, sixty claims, nine documents."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations, cycle
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.graph import build_cooccurrence_graph, build_graph
from kg.lexicon.claim_types import ClaimType
from kg.model import Claim, CoOccurrence, Corpus, Document, Entity, Extraction, Link, Mention, Sentence

TYPES = {
    row[0]: ClaimType(name=row[0], family=row[1], sign=row[2], score=row[3], symmetric=row[4], gloss=row[5])
    for row in (
        ("AGREE", "verbal cooperation", 1, 3.0, True, "agrees or means to cooperate"),
        ("CONSULT", "verbal cooperation", 1, 1.5, True, "meets, visits or negotiates with"),
        ("SUPPORT", "verbal cooperation", 1, 3.5, False, "endorses, praises or defends"),
        ("CONCEDE", "verbal cooperation", 1, 5.0, False, "yields or eases"),
        ("COOPERATE", "material cooperation", 1, 6.0, True, "trades or works together with"),
        ("AID", "material cooperation", 1, 7.0, False, "gives money, arms or relief to"),
        ("RETREAT", "material cooperation", 1, 7.0, False, "withdraws forces or returns something"),
        ("REQUEST", "verbal conflict", 0, -1.0, False, "asks or demands something of"),
        ("ACCUSE", "verbal conflict", -1, -3.0, False, "accuses, blames or criticises"),
        ("REJECT", "verbal conflict", -1, -4.0, False, "refuses or opposes"),
        ("THREATEN", "verbal conflict", -1, -5.0, False, "threatens"),
        ("SANCTION", "material conflict", -1, -6.5, False, "puts sanctions on or cuts ties with"),
        ("MOBILIZE", "material conflict", -1, -7.0, False, "builds up forces against"),
        ("COERCE", "material conflict", -1, -7.5, False, "seizes, arrests or annexes"),
        ("ASSAULT", "material conflict", -1, -9.0, False, "attacks or fights"),
        ("LEADS", "standing", 0, 0.0, False, "heads"),
        ("MEMBER_OF", "standing", 0, 0.0, False, "is a member of"),
        ("ALLY_OF", "standing", 1, 4.0, True, "is an ally of"),
        ("ADVERSARY_OF", "standing", -1, -4.0, True, "is a rival of"),
        ("REGARDS", "standing", 0, 0.0, False, "holds an attitude to"),
        ("NEGOTIATES", "treaty", 1, 2.0, False, "negotiates"),
        ("PARTY_TO", "treaty", 1, 4.0, False, "has signed or is party to"),
        ("UPHOLDS", "treaty", 1, 4.0, False, "keeps or defends"),
        ("VIOLATES", "treaty", -1, -6.0, False, "breaks"),
        ("WITHDRAWS_FROM", "treaty", -1, -6.0, False, "leaves"),
    )
}
ENTITIES = {
    row[0]: Entity(id=row[0], type=row[1], name=row[2], aliases=row[3], state=row[4])
    for row in (
        ("USA", "STATE", "United States", ("America", "U.S.", "Washington"), "USA"),
        ("RUS", "STATE", "Russia", ("Kremlin", "Moscow", "Russian"), "RUS"),
        ("UKR", "STATE", "Ukraine", ("Kyiv", "Ukrainian"), "UKR"),
        ("CHN", "STATE", "China", ("Beijing", "Chinese"), "CHN"),
        ("IRN", "STATE", "Iran", ("Tehran",), "IRN"),
        ("ISR", "STATE", "Israel", ("Jerusalem",), "ISR"),
        ("FRA", "STATE", "France", ("Paris", "French"), "FRA"),
        ("DEU", "STATE", "Germany", ("Berlin", "German"), "DEU"),
        ("CIV", "STATE", "Côte d’Ivoire", ("Ivory Coast",), "CIV"),
        ("SYR", "STATE", "Syria", ("Damascus",), "SYR"),
        ("TUR", "STATE", "Türkiye", ("Ankara", "Turkey"), "TUR"),
        ("PRK", "STATE", "North Korea", ("Pyongyang",), "PRK"),
        ("putin", "PERSON", "Vladimir Putin", ("Putin",), "RUS"),
        ("obama", "PERSON", "Barack Obama", ("Obama",), "USA"),
        ("macron", "PERSON", "Emmanuel Macron", ("Macron",), "FRA"),
        ("trenin", "PERSON", "Dmitri Trenin", ("Trenin",), "RUS"),
        ("guterres", "PERSON", "António Guterres", ("Guterres",), ""),
        ("nato", "IGO", "NATO", ("North Atlantic Treaty Organization", "the alliance"), ""),
        ("un", "IGO", "United Nations", ("UN",), ""),
        ("eu", "IGO", "European Union", ("EU", "Brussels"), ""),
        ("congress", "ORG", "United States Congress", ("Congress",), "USA"),
        ("hezbollah", "ARMED_GROUP", "Hezbollah", (), ""),
        ("syr-reb", "GROUP", "Syrian rebels", (), "SYR"),
        ("west", "BLOC", "the West", (), ""),
        ("crimea", "PLACE", "Crimea", (), "UKR"),
        ("inf-treaty", "TREATY", "INF Treaty", ("Intermediate-Range Nuclear Forces Treaty",), ""),
        ("jcpoa", "TREATY", "Joint Comprehensive Plan of Action", ("JCPOA", "nuclear deal"), ""),
        ("minsk", "TREATY", "Minsk agreements", ("Minsk",), ""),
        ("caatsa", "LAW", "CAATSA", ("Countering America's Adversaries Through Sanctions Act",), "USA"),
        ("g20", "EVENT", "G20 summit", (), ""),
    )
}
DOCUMENTS = {
    name: Document(name, "", title=title, publisher=publisher, author=author, date=date, url=url)
    for name, title, publisher, author, date, url in (
        ("arms.txt", "Arms control after the cold war", "Review A", None, "2018-11-27", None),
        ("arms-copy.txt", "Arms control after the cold war", "Wire", None, "2018-11-28", None),
        ("speech.md", "Remarks in Munich", None, "Office of the press", "2015-02-07", None),
        ("iran.md", "The nuclear deal", "Review B", None, "2018-05-08", None),
        ("ukraine.md", "War and talks", "Gazette", None, "2022-03", "https://example.org/war"),
        ("syria.md", "A war of many fronts", None, None, "2016", None),
        ("interview.txt", "Interview with D. Trenin", None, None, "2018-12-02", None),
        ("asia.txt", "Notes on Asia", None, None, "2019-06-30", None),
        ("undated.txt", None, None, None, None, None),
    )
}
COPIES = {"arms-copy.txt": "arms.txt"}
# a line: document, claim type, qualifiers, and the sentence with its source {s ID|text}, target {t ID|text},
# cue {c|text} and further mentions {m ID|text}
CLAIMS = Path(__file__).with_name("arms_and_talks.jsonl")
MARK = re.compile(r"\{(?P<role>[stmc]) ?(?P<id>[^|}]*)\|(?P<text>[^}]*)\}")


@pytest.fixture(scope="session")
def types() -> Mapping[str, ClaimType]:
    return TYPES


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    lines = [json.loads(line) for line in CLAIMS.read_text(encoding="utf-8").split("\n") if line]
    return make_corpus(lines, ENTITIES, DOCUMENTS)


@pytest.fixture(scope="session")
def graph(corpus: Corpus) -> nx.MultiDiGraph:
    return build_graph(corpus, TYPES)


@pytest.fixture(scope="session")
def together(corpus: Corpus) -> nx.Graph:
    return build_cooccurrence_graph(corpus)


@pytest.fixture(scope="session")
def make_small_corpus() -> Callable[..., Corpus]:
    """Makes a corpus of marked sentences; its entities are those of the large one if none are given."""
    return lambda lines, documents, entities=ENTITIES: make_corpus(lines, entities, documents)


HOSTILE = (
    "<img src=x onerror=window.hacked=1>",
    "</script><script>window.hacked=1</script>",
    "<!--<script>",
    "javascript:window.hacked=1",
    '" href="javascript:window.hacked=1" onmouseover="window.hacked=1',
    "{{ 7 * 7 }}{% raw %}",
    "=HYPERLINK(\"http://example.org\")",
    "line\u2028break\u2029and\x85more",
    "NUL \x00 bell \x07 escape \x1b",
    "lone \ud800 surrogate \udfff",
    "__proto__",
    "&amp;&lt;b&gt;]]>",
)  # fmt: skip


@pytest.fixture(scope="session")
def hostile_corpus() -> Corpus:
    """Every name, id, alias, title, address, date, sentence and cue is an attack or unfit for a format."""
    number = len(HOSTILE)
    entities = {
        text: Entity(text, text, kind, text, (text, f"alias {text}"), {"wikidata": text}, text)
        for text, kind in zip(HOSTILE, cycle(("STATE", "TREATY")), strict=False)
    }
    documents = {
        text: Document(text, "", text, text, text, text, text, f"javascript:{text}") for text in HOSTILE
    }
    extractions = []
    for index, text in enumerate(HOSTILE):
        other = HOSTILE[(index + 1) % number]
        sentence = f"{text} accused {other} of it."
        start, end = 0, len(sentence)
        claim = Claim(
            id=f"{index}{text}", start=start, end=end, sentence=sentence,
            source=text, source_start=0, source_end=len(text), type="ACCUSE" if index % 2 else "AGREE",
            target=other, target_start=len(text) + 9, target_end=len(text) + 9 + len(other),
            cue=text, cue_start=len(text) + 1, cue_end=len(text) + 8,
            holders=() if index % 3 else (text,), speaker=text, stage=text,
            time_text=text, time_start=text,
        )  # fmt: skip
        mention = Mention(0, len(text), text, "name", "STATE")
        document = Document(**{**_fields(documents[text]), "text": sentence})
        extractions.append(
            Extraction(document, (), tuple(entities.values()), (Link(mention, text, text),), (claim,))
        )
    pairs = (CoOccurrence(*sorted(HOSTILE[:2]), "sentence", 2, 1, 0.5, 1.0, 0.01),)
    extractions.sort(key=lambda extraction: extraction.document.id)
    return Corpus(tuple(extractions), entities, {text: text for text in HOSTILE}, pairs)


def _fields(document: Document) -> dict[str, Any]:
    return {name: getattr(document, name) for name in Document.__slots__}


def make_corpus(
    lines: Iterable[Mapping[str, Any]],
    entities: Mapping[str, Entity],
    documents: Mapping[str, Document],
) -> Corpus:
    """The corpus of sentences whose spans are marked in their text."""
    texts = dict.fromkeys(documents, "")
    links: dict[str, list[Link]] = {name: [] for name in documents}
    claims: dict[str, list[Claim]] = {name: [] for name in documents}
    together: dict[tuple[str, str], set[str]] = {}
    for number, line in enumerate(lines):
        values = {key: tuple(value) if isinstance(value, list) else value for key, value in line.items()}
        name, start = values.pop("doc"), len(texts[line["doc"]])
        sentence, spans, found = read_marks(values.pop("marked"), start, entities)
        texts[name] += f"{sentence}\n\n"
        links[name] += found
        claims[name].append(
            Claim(id=f"c{number:03}", start=start, end=start + len(sentence), sentence=sentence,
                  **spans, **values)
        )  # fmt: skip
        for first, second in combinations(sorted({link.entity for link in found}), 2):
            together.setdefault((first, second), set()).add(f"{name}{start}")
    extractions = tuple(
        Extraction(
            Document(**{**_fields(document), "text": texts[name]}),
            tuple(Sentence(claim.start, claim.end, 0) for claim in claims[name]),
            tuple(entities.values()), tuple(links[name]), tuple(claims[name]),
        )
        for name, document in sorted(documents.items())
    )  # fmt: skip
    pairs = tuple(
        CoOccurrence(*pair, "sentence", len(places), 1, 0.4, 3.2, 0.04)
        for pair, places in sorted(together.items())
    )
    return Corpus(extractions, entities, {name: COPIES.get(name, name) for name in documents}, pairs)


def read_marks(
    marked: str, start: int, entities: Mapping[str, Entity]
) -> tuple[str, dict[str, Any], list[Link]]:
    """The sentence without its marks, the spans of source, target and cue, and its mentions."""
    sentence, last, spans, links = "", 0, {}, []
    for match in MARK.finditer(marked):
        sentence += marked[last : match.start()]
        begin, end = start + len(sentence), start + len(sentence) + len(match["text"])
        sentence, last = sentence + match["text"], match.end()
        role = {"s": "source", "t": "target", "c": "cue"}.get(match["role"])
        if role:
            spans |= {role: match["id"] or match["text"], f"{role}_start": begin, f"{role}_end": end}
        if match["id"]:
            mention = Mention(begin, end, match["text"], "name", entities[match["id"]].type)
            links.append(Link(mention, match["id"], "lexicon"))
    return sentence + marked[last:], spans, links


@pytest.fixture(scope="session")
def hostile_graph(hostile_corpus: Corpus) -> nx.MultiDiGraph:
    return build_graph(hostile_corpus, TYPES)


@pytest.fixture(scope="session")
def hostile_together(hostile_corpus: Corpus) -> nx.Graph:
    return build_cooccurrence_graph(hostile_corpus)


@pytest.fixture(scope="session")
def empty_corpus() -> Corpus:
    extraction = Extraction(Document("empty.txt", "Nothing is stated."), (), (), (), ())
    return Corpus((extraction,), {}, {"empty.txt": "empty.txt"})


@pytest.fixture(scope="session")
def empty_graph(empty_corpus: Corpus) -> nx.MultiDiGraph:
    return build_graph(empty_corpus, TYPES)


@pytest.fixture(scope="session")
def empty_together(empty_corpus: Corpus) -> nx.Graph:
    return build_cooccurrence_graph(empty_corpus)


@pytest.fixture(scope="session")
def astral_corpus() -> Corpus:
    """An emoji before the source: one character, two UTF-16 units."""
    line = {"doc": "a.txt", "type": "ASSAULT", "marked": "🚀 {s RUS|Russia} {c|attacked} {t UKR|Ukraine}."}
    return make_corpus([line], ENTITIES, {"a.txt": Document("a.txt", "")})


@pytest.fixture(scope="session")
def big_corpus() -> Corpus:
    """Four hundred actors, each bound to the next ones and all to the first few."""
    entities = {f"e{number:03}": Entity(f"e{number:03}", f"Actor {number}", "ORG") for number in range(400)}
    ids = list(entities)
    lines = [
        {"doc": "a.txt", "type": "AID", "marked": f"{{s {first}|A}} {{c|aids}} {{t {ids[other]}|B}}, {step}."}
        for number, first in enumerate(ids)
        for step, other in enumerate((number % 7, (number * 3 + 1) % 400, (number + 1) % 400))
        if other != number
    ]
    return make_corpus(lines, entities, {"a.txt": Document("a.txt", "")})
