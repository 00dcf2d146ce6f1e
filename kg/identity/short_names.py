"""Whom surnames, acronyms and general names stand for: one among documents of a circle, or a full name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.identity.body_names import is_general, list_short_forms, read_body
from kg.identity.company import Circles, count_company, list_copied_sentences
from kg.identity.evidence import Evidence, contradict, join_evidence, support
from kg.identity.person_names import read_person
from kg.identity.same_name import are_same_name
from kg.identity.spelling import fold
from kg.identity.units import Identity, Unit, read_document, split_apart
from kg.lexicon.letters import plain, slug
from kg.model import Entity, Extraction

FEWEST_LETTERS = 3  # of an acronym that a state alone supports
SAME_DOCUMENT = 100  # says more for the short name of a body than all company


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of the local entities while short names are joined.

    defined: acronyms by text and type, with what all documents that define them expand them to.
    """

    local: Mapping[str, Entity]
    defined: Mapping[Identity, Identity]
    evidence: Mapping[str, Evidence]
    circles: Circles


def shorten(entity: Entity) -> str:
    """What short names that may be one share: surname, letters or general name; "" if nothing."""
    if entity.type == "PERSON":
        return find_surname(entity.name)
    letters = entity.name.replace(".", "")
    if len(letters) > 1 and letters.isupper() and " " not in letters:
        return fold(letters)
    return " ".join(read_body(entity.name)) if is_general(entity.name) else ""


def find_surname(name: str) -> str:
    """The last word of a person's name as it sounds."""
    return next(reversed(read_person(name).sounds), "")


def group_short(extractions: Iterable[Extraction], known: Knowledge, short: Iterable[str]) -> list[list[str]]:
    """The short-named entities, together where documents of one circle or copies of a sentence name them."""
    groups = _Groups(short)
    for pair in _pair_alike(known, groups.keys):
        groups.join(*pair)
    for pair in _pair_by_circle(known, groups.keys):
        groups.join(*pair)
    for pair in _pair_by_sentence(extractions, known, groups.keys):
        groups.join(*pair)
    return [part for group in groups.list_all() for part in _keep_sound(known, group)]


def join_short(known: Knowledge, units: Sequence[Unit], groups: Iterable[list[str]]) -> dict[str, list[str]]:
    """The short names that each unit has, by its key; those that join make its circle larger for others."""
    joined: dict[str, list[str]] = defaultdict(list)
    waiting, grown = list(groups), list(units)
    while asked := _ask(known, grown, waiting):
        taken = {unit.key: _admit(unit, asked[unit.key], known) for unit in grown if unit.key in asked}
        for key, found in taken.items():
            joined[key] += found
        grown = [_grow(known, unit, taken.get(unit.key, [])) for unit in grown]
        settled = {key for found in asked.values() for key in found}
        waiting = [group for group in waiting if settled.isdisjoint(group)]
    return joined


def _ask(known: Knowledge, units: Iterable[Unit], groups: Iterable[list[str]]) -> dict[str, list[str]]:
    """The short names that can only stand for one unit, by its key."""
    index, by_identity = _index_names(units), defaultdict[Identity, list[Unit]](list)
    for unit in units:
        by_identity[unit.identity].append(unit)
    asked: dict[str, list[str]] = defaultdict(list)
    for group in groups:
        if chosen := _choose(known, group, index, by_identity):
            asked[chosen.key].extend(group)
    return asked


def _grow(known: Knowledge, unit: Unit, short: Sequence[str]) -> Unit:
    """The unit with what documents tell under its short names; a known person is told by the lexicon."""
    if not short:
        return unit
    evidence = join_evidence((unit.evidence, *(known.evidence[key] for key in short)))
    documents = unit.documents.union(read_document(key) for key in short)
    parts = (*unit.parts, *short) if unit.parts else ()
    return replace(unit, parts=parts, evidence=evidence, documents=documents)


class _Groups:
    """Keys that are joined pair by pair."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.keys = sorted(keys)
        self._parents = {key: key for key in self.keys}

    def join(self, key: str, other: str) -> None:
        first, second = sorted((self._find(key), self._find(other)))
        self._parents[second] = first

    def list_all(self) -> list[list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for key in self.keys:
            found[self._find(key)].append(key)
        return list(found.values())

    def _find(self, key: str) -> str:
        while self._parents[key] != key:
            self._parents[key] = key = self._parents[self._parents[key]]
        return key


def _pair_alike(known: Knowledge, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What one document knows by one name and type."""
    first: dict[tuple[str, str, str], str] = {}
    for key in keys:
        entity = known.local[key]
        yield first.setdefault((slug(entity.name), read_document(key), entity.type), key), key


def _pair_by_circle(known: Knowledge, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    alike: dict[Identity, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key in keys:
        entity = known.local[key]
        if name := shorten(entity):
            alike[name, entity.type][read_document(key)].append(key)
    for (name, _), by_document in alike.items():
        for document, found in by_document.items():
            for other in known.circles[document].keys() & by_document.keys():
                if document < other and count_company(known.circles, document, other, name):
                    yield from ((one, two) for one in found for two in by_document[other])


def _pair_by_sentence(
    extractions: Iterable[Extraction], known: Knowledge, keys: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Two documents have a sentence that one copied: its "rebels" are the same."""
    wanted, first = {*keys}, dict[tuple[str, str, str], str]()
    for extraction in extractions:
        for key, sentence in list_copied_sentences(extraction):
            if key in wanted:
                entity = known.local[key]
                yield first.setdefault((slug(entity.name), entity.type, sentence), key), key


def _keep_sound(known: Knowledge, group: list[str]) -> list[list[str]]:
    """The group as one, or, where its members contradict each other, what each document has of it."""
    names = sorted({known.local[key].name for key in group if known.local[key].type == "PERSON"})
    full = [name for name in names if len(read_person(name).words) > 1]
    is_one = all(are_same_name(full[0], name, "PERSON") for name in full[1:])
    if is_one and len(list(split_apart(group, known.evidence))) == 1:
        return [group]
    return list(_split_by_document(known, group))


def _split_by_document(known: Knowledge, group: Iterable[str]) -> Iterable[list[str]]:
    parts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in group:
        parts[read_document(key), slug(known.local[key].name)].append(key)
    return parts.values()


def _index_names(units: Iterable[Unit]) -> dict[Identity, list[Unit]]:
    """Units by the surname or the short forms of each of their names, and their type."""
    index: dict[Identity, dict[str, Unit]] = defaultdict(dict)
    for unit in units:
        kind = unit.identity[1]
        for name in unit.names:
            for short in [find_surname(name)] if kind == "PERSON" else list_short_forms(name):
                index[short, kind][unit.key] = unit
    return {short: list(found.values()) for short, found in index.items()}


def _choose(
    known: Knowledge,
    group: Sequence[str],
    index: Mapping[Identity, list[Unit]],
    by_identity: Mapping[Identity, list[Unit]],
) -> Unit | None:
    """The one unit that all of the group can stand for and the documents speak for, if there is one."""
    entities = [known.local[key] for key in group]
    told = join_evidence(known.evidence[key] for key in group)
    meant = {known.defined.get((plain(entity.name), entity.type)) for entity in entities}
    identity = next((found for found in meant if found), None)
    name = shorten(entities[0])
    options = by_identity.get(identity, []) if identity else index.get((name, entities[0].type), [])
    possible = [
        unit
        for unit in options
        if (identity or all(_fits(entity, unit) for entity in entities))
        and not contradict(unit.evidence, told)
        and (identity or _may_join(group, unit))
    ]
    if len(possible) == 1 and (identity or _is_supported(known, group, possible[0])):
        return possible[0]
    return None if identity else _choose_by_company(known, group, possible, name)


def _may_join(group: Iterable[str], unit: Unit) -> bool:
    """No document has surname and full name without taking them for one; of a body it may have both."""
    is_person = unit.identity[1] == "PERSON"
    return not is_person or unit.documents.isdisjoint(read_document(key) for key in group)


def _is_supported(known: Knowledge, group: Iterable[str], unit: Unit) -> bool:
    """Role or state are the same, and it is somebody whom only documents know."""
    told = [key for key in group if _says_enough(known.local[key])]
    return bool(unit.parts) and any(support(unit.evidence, known.evidence[key]) for key in told)


def _says_enough(entity: Entity) -> bool:
    return entity.type == "PERSON" or len(entity.name.replace(".", "")) >= FEWEST_LETTERS


def _choose_by_company(
    known: Knowledge, group: Sequence[str], possible: Iterable[Unit], name: str
) -> Unit | None:
    """The only unit, or for a general name the likeliest, that documents of the circle name."""
    counts = [(_count(known, group, unit, name), unit.key, unit) for unit in possible]
    found = sorted((row for row in counts if row[0]), reverse=True)
    is_clear = len(found) == 1 or (len(found) > 1 and " " in name and found[0][0] > found[1][0])
    return found[0][2] if is_clear else None


def _count(known: Knowledge, group: Iterable[str], unit: Unit, name: str) -> int:
    count = 0
    for document in {read_document(key) for key in group}:
        if document in unit.documents:
            count += SAME_DOCUMENT
        for other in known.circles[document].keys() & unit.documents:
            count += count_company(known.circles, document, other, name)
    return count


def _fits(entity: Entity, unit: Unit) -> bool:
    """A surname alone fits; initials before it must fit as well."""
    if entity.type != "PERSON" or len(read_person(entity.name).words) == 1:
        return True
    return any(are_same_name(entity.name, name, "PERSON") for name in unit.names)


def _admit(unit: Unit, short: list[str], known: Knowledge) -> list[str]:
    """Those of the short names that stay with the unit when all are taken together."""
    parts = unit.parts or (unit.key,)
    for keys, _ in split_apart([*parts, *short], known.evidence):
        if {*parts} <= {*keys}:
            return [key for key in keys if key in short]
    return []
