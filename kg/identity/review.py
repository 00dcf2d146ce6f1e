"""What a user should look at: entities that are likely one, and entities that are likely two.

Likely duplicates are of one sort (see SORTS), and not both of the lexicon. Their score is that of their names
(see `compare_names`; 0.6 for a single word or a general name, 0.1 less for one inside another name), +0.1 if
they belong to one state, −0.15 if one document names both, since it tells them apart; never if their states
or genders differ. A surname that several have loses 0.15.
Likely wrong merges are entities that documents describe differently: other full names 0.7, other genders
0.7, other states 0.6, other roles 0.4; n reasons together make 1 − (1 − a)(1 − b)…
Both are listed from 0.5.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from kg.identity.blocking import list_keys, split_name
from kg.identity.body_names import is_general
from kg.identity.same_name import ACRONYM, INSIDE, PARTLY, SAME, SURNAME, UNLIKE, Likeness, compare_names
from kg.model import Corpus, Entity, EntityType, Extraction, Link

LEAST = 0.5
SINGLE = 0.6  # one word in common
SORTS: Mapping[str, str] = {
    "IGO": "body", "ORG": "body", "ARMED_GROUP": "body", "BLOC": "body",
    "TREATY": "agreement", "LAW": "agreement",
}  # fmt: skip
BELONGS = ("LEADS", "AFFILIATED_WITH", "MEMBER_OF", "PART_OF")
GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
}
CONFLICTS = {"names": 0.7, "genders": 0.7, "states": 0.6, "roles": 0.4}
MOST_IN_BLOCK = 60  # a word that so many names have tells nothing
SAMPLES = 2


@dataclass(frozen=True, slots=True)
class Suspect:
    """Entities that may be one (duplicate), or an entity and its parts that may be others (merge).

    samples: for each of `entities`, documents and sentences that name it.
    """

    kind: Literal["duplicate", "merge"]
    entities: tuple[str, ...]
    score: float
    why: str
    samples: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(slots=True)
class Context:
    """How a document, or all of them, describe an entity."""

    names: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)


def find_suspects(corpus: Corpus, apart: Iterable[frozenset[str]] = ()) -> list[Suspect]:
    """What should be looked at, the likeliest first; `apart` are pairs known to be two."""
    contexts = _read_contexts(corpus)
    places = _list_places(corpus)
    found = [*_find_duplicates(corpus, contexts, places, set(apart)), *_find_merges(corpus, contexts)]
    scored = ((kind, keys, round(score, 2), why) for kind, keys, score, why in found)
    suspects = [
        Suspect(kind, keys, score, why, tuple(tuple(_list_samples(places, key)) for key in keys))
        for kind, keys, score, why in scored
        if score >= LEAST
    ]
    return sorted(suspects, key=lambda item: (-item.score, item.kind, item.entities))


Found = tuple[Literal["duplicate", "merge"], tuple[str, ...], float, str]
Contexts = Mapping[str, Mapping[str, Context]]  # entity → document → context
Places = Mapping[str, list[tuple[Extraction, Link]]]


def _find_duplicates(
    corpus: Corpus, contexts: Contexts, places: Places, apart: set[frozenset[str]]
) -> Iterator[Found]:
    surnames = Counter(
        split_name(entity.name)[-1]
        for entity in corpus.entities.values()
        if entity.type == "PERSON" and len(split_name(entity.name)) > 1
    )
    for one, two in _pair(corpus):
        likeness = _compare(one, two)
        if likeness is None or frozenset((one.id, two.id)) in apart:
            continue
        first, second = _join(one, contexts), _join(two, contexts)
        if _differ(first.states, second.states) or _differ(first.genders, second.genders):
            continue
        together = {item.document.id for item, _ in places[one.id]} & {
            item.document.id for item, _ in places[two.id]
        }
        several = likeness.why == SURNAME and surnames[split_name(one.name)[-1]] > 1
        score = (
            likeness.score + 0.1 * bool(first.states & second.states) - 0.15 * bool(together) - 0.15 * several
        )
        why = likeness.why + ", in one state" * bool(first.states & second.states)
        yield "duplicate", _order(one, two), min(score, 1.0), why + ", in one document" * bool(together)


def _pair(corpus: Corpus) -> list[tuple[Entity, Entity]]:
    """Pairs of one sort whose names share something, at least one of them not the lexicon's."""
    blocks: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, entity in corpus.entities.items():
        for shared in {shared for name in _names(entity) for shared in list_keys(name)}:
            blocks[SORTS.get(entity.type, entity.type), shared].add(key)
    pairs = {
        pair
        for keys in blocks.values()
        if 1 < len(keys) <= MOST_IN_BLOCK
        for pair in combinations(sorted(keys), 2)
        if any(key.startswith("~") for key in pair)
    }
    return [(corpus.entities[one], corpus.entities[two]) for one, two in sorted(pairs)]


def _compare(one: Entity, two: Entity) -> Likeness | None:
    # "rebels" in two documents are seldom the same ones
    if one.type == "GROUP" and not (one.name[:1].isupper() and two.name[:1].isupper()):
        return None
    found = (_weigh(a, b, one.type) for a in _names(one) for b in _names(two))
    return max((item for item in found if _is_telling(item, one, two)), default=None)


def _weigh(first: str, second: str, kind: EntityType) -> Likeness:
    """The likeness of two names; one word or a general name says little, even where it is the same."""
    found = compare_names(first, second, kind)
    single = min(len(split_name(first)), len(split_name(second))) == 1 or is_general(first)
    if single and found.why == INSIDE:
        return Likeness(found.score - 0.1, INSIDE)
    is_acronym = found.why == ACRONYM
    return Likeness(SINGLE, found.why) if single and found.score >= SAME and not is_acronym else found


def _is_telling(likeness: Likeness, one: Entity, two: Entity) -> bool:
    """East Texas lies in Texas, and an acronym whose words are known stands for those."""
    if likeness.why in (PARTLY, UNLIKE):
        return False
    if likeness.why == ACRONYM:
        return any(all(len(split_name(name)) == 1 for name in _names(entity)) for entity in (one, two))
    return likeness.why != INSIDE or one.type != "PLACE"


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.aliases)


def _order(one: Entity, two: Entity) -> tuple[str, str]:
    """The lexicon's first, else the longer name: it is the one that is kept."""
    first, second = sorted((one, two), key=lambda item: (item.id.startswith("~"), -len(item.name), item.id))
    return first.id, second.id


def _find_merges(corpus: Corpus, contexts: Contexts) -> Iterator[Found]:
    for key, by_document in sorted(contexts.items()):
        entity = corpus.entities[key]
        documents = sorted(by_document)
        odd: dict[str, set[str]] = defaultdict(set)
        for first, second in combinations(documents, 2):
            for aspect in _list_conflicts(entity, by_document[first], by_document[second]):
                odd[aspect].add(second)
        if odd:
            rest = 1.0
            for aspect in odd:
                rest *= 1 - CONFLICTS[aspect]
            parts = sorted(set().union(*odd.values()))
            why = "; ".join(
                f"other {aspect}: {_tell(by_document, aspect)}" for aspect in CONFLICTS if aspect in odd
            )
            yield "merge", (key, *(f"{key}@{document}" for document in parts)), 1 - rest, why


def _list_conflicts(entity: Entity, one: Context, two: Context) -> Iterator[str]:
    if entity.id.startswith("~") and _names_differ(one.names, two.names, entity.type):
        yield "names"
    if entity.type == "PERSON":
        yield from (
            aspect for aspect in ("genders", "states", "roles")
            if _differ(getattr(one, aspect), getattr(two, aspect))
        )  # fmt: skip


def _names_differ(one: set[str], two: set[str], kind: EntityType) -> bool:
    pairs = [(a, b) for a in one for b in two]
    return bool(pairs) and all(compare_names(a, b, kind).score < LEAST for a, b in pairs)


def _differ(one: set[str], two: set[str]) -> bool:
    return bool(one and two and one.isdisjoint(two))


def _tell(by_document: Mapping[str, Context], aspect: str) -> str:
    return ", ".join(
        sorted({value for context in by_document.values() for value in getattr(context, aspect)})
    )


def _join(entity: Entity, contexts: Contexts) -> Context:
    joined = Context(states={entity.state} - {""})
    for context in contexts.get(entity.id, {}).values():
        joined.states |= context.states
        joined.genders |= context.genders
    return joined


def _read_contexts(corpus: Corpus) -> Contexts:
    contexts: dict[str, dict[str, Context]] = defaultdict(lambda: defaultdict(Context))
    for item in corpus.extractions:
        for link in item.links:
            context, text = contexts[link.entity][item.document.id], link.mention.text
            if link.mention.kind == "name" and len(split_name(text)) > 1:
                context.names.add(" ".join(text.split()))
            if gender := GENDERS.get(text.lower(), ""):
                context.genders.add(gender)
        for claim in item.claims:
            if claim.type in BELONGS and claim.polarity == "affirmed" and claim.target in corpus.entities:
                context = contexts[claim.source][item.document.id]
                context.states |= {corpus.entities[claim.target].state} - {""}
                if claim.rule.startswith("title: A "):
                    context.roles.add(claim.rule.removeprefix("title: A ").removesuffix(" of B"))
    return {key: found for key, found in contexts.items() if key in corpus.entities}


def _list_places(corpus: Corpus) -> Places:
    """Where each entity is linked, names before other mentions."""
    places: dict[str, list[tuple[Extraction, Link]]] = defaultdict(list)
    for item in corpus.extractions:
        for link in sorted(item.links, key=lambda link: (link.mention.kind != "name", link.mention.start)):
            places[link.entity].append((item, link))
    return places


def _list_samples(places: Places, key: str) -> Iterator[tuple[str, str]]:
    """A document and sentence each, from different documents as far as may be."""
    base, _, document = key.partition("@") if key not in places else (key, "", "")
    found = [row for row in places[base] if not document or row[0].document.id == document]
    first_of_each = {item.document.id: (item, link) for item, link in reversed(found)}
    rows = sorted(first_of_each.values(), key=lambda row: row[0].document.id)
    for item, link in rows[:SAMPLES]:
        yield item.document.id, _read_sentence(item, link.mention.start)


def _read_sentence(item: Extraction, place: int) -> str:
    index = bisect_right([sentence.start for sentence in item.sentences], place) - 1
    if index < 0:
        return ""
    sentence = item.sentences[index]
    return " ".join(item.document.text[sentence.start : sentence.end].split())
