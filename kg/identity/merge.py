"""Merges what documents know locally into corpus-wide entities, on positive evidence only."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from kg.identity.evidence import Evidence, contradict, find_clash, join_evidence, read_evidence, support
from kg.identity.person_names import read_core, read_person
from kg.identity.same_name import are_same_name, list_initials, name_key
from kg.identity.spelling import fold
from kg.lexicon.letters import plain, slug
from kg.model import Entity, EntityType, Extraction

FEWEST_WORDS = 2
FEWEST_LETTERS = 3
WORD = re.compile(r"[^\W_][\w'.-]*")
# types whose names are spelt in several ways; the title of a treaty is taken as it stands
SPELT: tuple[EntityType, ...] = ("PERSON", "ORG", "IGO", "ARMED_GROUP", "BLOC")

# the name an entity goes by in the corpus, and its type
Identity = tuple[str, EntityType]


@dataclass(frozen=True, slots=True)
class Unit:
    """Local entities under one full name that nothing tells apart."""

    key: str
    identity: Identity
    parts: tuple[str, ...]
    names: tuple[str, ...]
    evidence: Evidence


def merge_local(extractions: Sequence[Extraction]) -> Mapping[str, Entity]:
    """From each local id to its corpus entity: `~slug` where documents can agree, `~slug@doc` for one alone.

    Two documents' entities are one if they have one type and full name (of two words or more, in any of its
    spellings). A short name joins a full one if a document defines it so, or if a surname or acronym fits one
    alone and the documents tell of the same role or state. Other states, genders or bodies led at one date
    keep them apart. The order of the documents does not matter.
    """
    local = _find_local(extractions)
    named = _identify([local[key] for key in sorted(local) if is_full_name(local[key])])
    defined = _find_expansions(extractions, named)
    full = {
        key: identity
        for key, identity in named.items()
        if defined.get(_spelt(local[key]), identity) == identity
    }
    evidence = read_evidence(extractions, lambda key: full[key][0] if key in full else key)
    units = list(_form_units(full, local, evidence))
    joined = _join_short(extractions, local, defined, evidence, units)
    merged: dict[str, Entity] = {}
    for unit in units:
        parts = [*unit.parts, *joined.get(unit.key, ())]
        merged.update(dict.fromkeys(parts, merge_entities(unit.key, [local[key] for key in parts])))
    alone = [local[key] for key in sorted(local) if key not in merged]
    return merged | _keep_apart(alone)


def merge_entities(key: str, entities: Sequence[Entity]) -> Entity:
    """The entity that some local ones are together, under the longest of their names."""
    found = sorted(entities, key=lambda entity: (-len(entity.name), entity.name, entity.id))
    first = found[0]
    names = {entity.name for entity in found} | {alias for entity in found for alias in entity.aliases}
    state = next((entity.state for entity in found if entity.state), "")
    return replace(first, id=key, aliases=tuple(sorted(names - {first.name})), state=state)


def is_full_name(entity: Entity) -> bool:
    """The name says enough to be the same thing in every document."""
    words = [word for word in WORD.findall(entity.name) if len(word.strip(".")) > 1]
    told = entity.name[:1].isupper() or entity.name[:1].isdigit()
    return entity.type != "GROUP" and told and len(words) >= FEWEST_WORDS


def _find_local(extractions: Iterable[Extraction]) -> dict[str, Entity]:
    return {
        entity.id: entity
        for extraction in extractions
        for entity in extraction.entities
        if entity.id.startswith(f"{extraction.document.id}#")
    }


def _identify(entities: Sequence[Entity]) -> dict[str, Identity]:
    """The identity of each entity with a full name: the commonest of the spellings that are one name."""
    cores = _find_cores(entities)
    keys = {entity.id: cores.get(_slug(entity)) or _spell(entity) for entity in entities}
    counts = Counter((keys[entity.id], *_slug(entity)) for entity in entities)
    best: dict[Identity, str] = {}
    for (key, name, kind), _ in sorted(counts.items(), key=lambda row: (-row[1], -len(row[0][1]), row[0])):
        best.setdefault((key, kind), name)
    return {entity.id: (f"~{best[keys[entity.id], entity.type]}", entity.type) for entity in entities}


def _spell(entity: Entity) -> str:
    """What the spellings of the name share; a single word is too common to stand for more than itself."""
    key = name_key(entity.name, entity.type) if entity.type in SPELT else ""
    words = read_person(entity.name).words if entity.type == "PERSON" else key.split()
    return f"={key}" if len(words) > 1 else slug(entity.name)


def _find_cores(entities: Sequence[Entity]) -> dict[Identity, str]:
    """Persons with and without their middle initial, whom documents name that also name another in common.

    "John Bell" can be "John A. Bell" only where no "John B. Bell" is known.
    """
    groups: dict[str, dict[tuple[str, ...], list[Entity]]] = defaultdict(lambda: defaultdict(list))
    circles: dict[str, set[Identity]] = defaultdict(set)
    for entity in entities:
        circles[_document(entity.id)].add(_slug(entity))
        if entity.type == "PERSON" and (core := read_core(entity.name)):
            groups[core[0]][core[1]].append(entity)
    found: dict[Identity, str] = {}
    for key, by_middle in groups.items():
        members = {_slug(entity) for parts in by_middle.values() for entity in parts}
        known = [
            {name for part in parts for name in circles[_document(part.id)]} for parts in by_middle.values()
        ]
        if len(by_middle) == 2 and () in by_middle and (known[0] & known[1]) - members:
            found.update(dict.fromkeys(members, key))
    return found


def _slug(entity: Entity) -> Identity:
    return slug(entity.name), entity.type


def _document(key: str) -> str:
    return key.rpartition("#")[0]


def _spelt(entity: Entity) -> Identity:
    return plain(entity.name), entity.type


def _form_units(
    full: Mapping[str, Identity], local: Mapping[str, Entity], evidence: Mapping[str, Evidence]
) -> Iterator[Unit]:
    groups: dict[Identity, list[str]] = defaultdict(list)
    for key in sorted(full):
        groups[full[key]].append(key)
    types = Counter(name for name, _ in groups)
    for (name, kind), keys in sorted(groups.items()):
        base = name if types[name] == 1 else f"{name}-{kind.lower()}"
        for parts, suffix in _split(keys, evidence):
            told = join_evidence(evidence[key] for key in parts)
            names = tuple(sorted({local[key].name for key in parts}))
            yield Unit(f"{base}{suffix}", (name, kind), tuple(parts), names, told)


def _split(keys: list[str], evidence: Mapping[str, Evidence]) -> Iterator[tuple[list[str], str]]:
    """The entities as one, or by state, then gender, then body led, where they contradict each other."""
    for in_state, state in _divide(keys, lambda key: evidence[key].states):
        for of_gender, gender in _divide(in_state, lambda key: evidence[key].genders):
            yield from (
                (parts, f"{state}{gender}{role}") for parts, role in _divide_by_role(of_gender, evidence)
            )


def _divide(keys: list[str], tell: Callable[[str], frozenset[str]]) -> list[tuple[list[str], str]]:
    """The entities by what they tell, those that tell nothing apart; all as one if no two things are told."""
    told = {key: min(tell(key), default="") for key in keys}
    values = sorted({*told.values()} - {""})
    if len(values) < 2:
        return [(keys, "")]
    parts = (([key for key in keys if told[key] == value], value) for value in ("", *values))
    return [(part, f"@{value.lower()}" if value else "") for part, value in parts if part]


def _divide_by_role(keys: list[str], evidence: Mapping[str, Evidence]) -> list[tuple[list[str], str]]:
    """The entities by what they lead, if two of them lead different bodies at one date."""
    leaders = [evidence[key] for key in keys if evidence[key].led]
    if not any(find_clash(one, other) for one, other in combinations(leaders, 2)):
        return [(keys, "")]
    return _divide(keys, lambda key: frozenset(slug(body) for _, body in evidence[key].led))


def _join_short(
    extractions: Sequence[Extraction],
    local: Mapping[str, Entity],
    defined: Mapping[Identity, Identity],
    evidence: Mapping[str, Evidence],
    units: Sequence[Unit],
) -> dict[str, list[str]]:
    """The short names that each unit has in other documents, by its key."""
    known = _index_names([*units, *_list_known_persons(extractions, evidence)])
    asked: dict[str, list[str]] = defaultdict(list)
    placed = {part for unit in units for part in unit.parts}
    for key in sorted(local.keys() - placed):
        if identity := defined.get(_spelt(local[key])):
            options = [unit for unit in units if unit.identity == identity]
        else:
            options = [unit for unit in known.get(_shorten(local[key]), ()) if _fits(local[key], unit)]
        possible = [unit for unit in options if not contradict(unit.evidence, evidence[key])]
        if len(possible) == 1 and (identity or _is_supported(key, possible[0], evidence)):
            asked[possible[0].key].append(key)
    return {unit.key: _admit(unit, asked[unit.key], evidence) for unit in units if unit.key in asked}


def _is_supported(key: str, unit: Unit, evidence: Mapping[str, Evidence]) -> bool:
    """Role or state are the same, and no document has both names without taking them for one."""
    documents = {_document(part) for part in unit.parts}
    return _document(key) not in documents and support(unit.evidence, evidence[key])


def _list_known_persons(
    extractions: Iterable[Extraction], evidence: Mapping[str, Evidence]
) -> Iterator[Unit]:
    """The lexicon's persons that documents name: a surname may be theirs as well."""
    persons = {
        entity.id: entity
        for extraction in extractions
        for entity in extraction.entities
        if entity.type == "PERSON" and not entity.id.startswith(f"{extraction.document.id}#")
    }
    for key, person in sorted(persons.items()):
        yield Unit(key, (key, "PERSON"), (), (person.name,), evidence[key])


def _index_names(units: Iterable[Unit]) -> dict[Identity, list[Unit]]:
    """Units by the surname or the initials of each of their names, and their type."""
    index: dict[Identity, dict[str, Unit]] = defaultdict(dict)
    for unit in units:
        kind = unit.identity[1]
        for name in unit.names:
            for short in [_find_surname(name)] if kind == "PERSON" else list_initials(name):
                index[short, kind][unit.key] = unit
    return {short: list(found.values()) for short, found in index.items()}


def _shorten(entity: Entity) -> Identity:
    if entity.type == "PERSON":
        return _find_surname(entity.name), entity.type
    letters = entity.name.replace(".", "")
    is_acronym = len(letters) >= FEWEST_LETTERS and letters.isupper()
    return (fold(letters) if is_acronym else ""), entity.type


def _find_surname(name: str) -> str:
    return next(reversed(read_person(name).sounds), "")


def _fits(entity: Entity, unit: Unit) -> bool:
    """A surname alone fits; initials before it must fit as well."""
    if entity.type != "PERSON" or len(read_person(entity.name).words) == 1:
        return True
    return any(are_same_name(entity.name, name, "PERSON") for name in unit.names)


def _admit(unit: Unit, short: list[str], evidence: Mapping[str, Evidence]) -> list[str]:
    """Those of the short names that stay with the unit when all are taken together."""
    parts = _split([*unit.parts, *short], evidence)
    return next(([key for key in keys if key in short] for keys, _ in parts if {*unit.parts} <= {*keys}), [])


def _find_expansions(
    extractions: Iterable[Extraction], full: Mapping[str, Identity]
) -> dict[Identity, Identity]:
    """Acronyms that all documents which define them expand alike, by text and type."""
    meanings: dict[Identity, set[Identity]] = defaultdict(set)
    for extraction in extractions:
        for link in extraction.links:
            if link.method == "acronym" and link.entity in full:
                identity = full[link.entity]
                meanings[plain(link.mention.text), identity[1]].add(identity)
    return {acronym: next(iter(found)) for acronym, found in meanings.items() if len(found) == 1}


def _keep_apart(entities: Iterable[Entity]) -> dict[str, Entity]:
    """Each entity as one of its document's alone."""
    groups: dict[Identity, list[Entity]] = defaultdict(list)
    for entity in entities:
        groups[f"~{slug(entity.name)}@{_document(entity.id)}", entity.type].append(entity)
    types = Counter(name for name, _ in groups)
    merged: dict[str, Entity] = {}
    for (name, kind), parts in sorted(groups.items()):
        entity = merge_entities(name if types[name] == 1 else f"{name}-{kind.lower()}", parts)
        merged.update({part.id: entity for part in parts})
    return merged
