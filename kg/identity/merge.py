"""Merges what documents know locally into corpus-wide entities, on positive evidence only."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.identity.body_names import is_general
from kg.identity.company import find_circles, load_common_names
from kg.identity.evidence import Evidence, read_evidence
from kg.identity.full_names import join_full
from kg.identity.person_names import read_core, read_person
from kg.identity.same_name import name_key
from kg.identity.short_names import Knowledge, find_surname, group_short, join_short, shorten
from kg.identity.units import Identity, Unit, form_units, read_document
from kg.lexicon.letters import plain, slug
from kg.model import Entity, EntityType, Extraction

FEWEST_WORDS = 2
FEWEST_LETTERS = 3
WORD = re.compile(r"[^\W_][\w'.-]*")
# types whose names are spelt in several ways; the title of a treaty is taken as it stands
SPELT: tuple[EntityType, ...] = ("PERSON", "ORG", "IGO", "ARMED_GROUP", "BLOC")


def merge_local(extractions: Sequence[Extraction]) -> Mapping[str, Entity]:
    """From each local id to its corpus entity: `~slug` where documents can agree, `~slug@doc` for one alone,
    `~slug@doc+` for a short name that this document and others have in common.

    Two documents' entities are one if they have one type and full name (of two words or more, in any of its
    spellings), or one name in copies of a sentence. A short name joins others, and a full one, if a document
    defines it so, if the documents tell of the same role or state and one full name alone fits, or if they
    name the same others. Other states, genders or bodies led at one date keep them apart. The order of the
    documents does not matter.
    """
    ordered = sorted(extractions, key=lambda item: item.document.id)
    local = _find_local(ordered)
    named = _identify([local[key] for key in sorted(local) if is_full_name(local[key])])
    defined = _find_expansions(ordered, named)
    full = {
        key: identity
        for key, identity in named.items()
        if defined.get(_spelt(local[key]), identity) == identity
    }
    evidence = read_evidence(ordered, lambda key: full[key][0] if key in full else key)
    circles = find_circles(ordered, lambda entity: _label(entity, full) if entity.id in local else "")
    known = Knowledge(local, defined, evidence, circles)
    persons = _find_known_persons(ordered)
    units = join_full(list(form_units(full, local, evidence)), circles)
    units += _list_known_persons(ordered, persons, evidence)
    groups = group_short(ordered, known, local.keys() - full.keys())
    joined = join_short(known, units, groups)
    merged: dict[str, Entity] = {}
    for unit in units:
        parts = [*unit.parts, *joined.get(unit.key, ())]
        entity = persons.get(unit.key) or merge_entities(unit.key, [local[key] for key in parts])
        merged.update(dict.fromkeys(parts, entity))
    alone = ([key for key in group if key not in merged] for group in groups)
    return merged | _describe_short([[local[key] for key in group] for group in alone if group])


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
    is_body = entity.type in SPELT and entity.type != "PERSON"
    return (
        entity.type != "GROUP"
        and told
        and len(words) >= FEWEST_WORDS
        and not (is_body and is_general(entity.name))
    )


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
        circles[read_document(entity.id)].add(_slug(entity))
        if entity.type == "PERSON" and (core := read_core(entity.name)):
            groups[core[0]][core[1]].append(entity)
    found: dict[Identity, str] = {}
    for key, by_middle in groups.items():
        members = {_slug(entity) for parts in by_middle.values() for entity in parts}
        known = [
            {name for part in parts for name in circles[read_document(part.id)]}
            for parts in by_middle.values()
        ]
        if len(by_middle) == 2 and () in by_middle and (known[0] & known[1]) - members:
            found.update(dict.fromkeys(members, key))
    return found


def _slug(entity: Entity) -> Identity:
    return slug(entity.name), entity.type


def _spelt(entity: Entity) -> Identity:
    return plain(entity.name), entity.type


def _label(entity: Entity, full: Mapping[str, Identity]) -> str:
    """What the documents of a circle know the person or body by; "" for what they may share by chance."""
    if entity.type == "PERSON":
        surname = find_surname(entity.name)
        return "" if surname in load_common_names() else surname
    if entity.type not in SPELT:
        return ""
    letters = shorten(entity)
    is_acronym = len(letters) >= FEWEST_LETTERS and " " not in letters
    return full[entity.id][0] if entity.id in full else letters if is_acronym else ""


def _find_known_persons(extractions: Iterable[Extraction]) -> dict[str, Entity]:
    """The lexicon's persons that documents name: a surname may be theirs as well."""
    return {
        entity.id: entity
        for extraction in extractions
        for entity in extraction.entities
        if entity.type == "PERSON" and not entity.id.startswith(f"{extraction.document.id}#")
    }


def _list_known_persons(
    extractions: Iterable[Extraction], persons: Mapping[str, Entity], evidence: Mapping[str, Evidence]
) -> Iterator[Unit]:
    documents: dict[str, set[str]] = defaultdict(set)
    for extraction in extractions:
        for key in persons.keys() & {entity.id for entity in extraction.entities}:
            documents[key].add(extraction.document.id)
    for key, person in sorted(persons.items()):
        yield Unit(key, (key, "PERSON"), (), (person.name,), evidence[key], frozenset(documents[key]))


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


def _describe_short(groups: Iterable[Sequence[Entity]]) -> dict[str, Entity]:
    """Each group as an entity of its document alone, or of the documents that have it in common."""
    named: dict[Identity, list[Entity]] = {}
    for group in groups:
        first = min(group, key=lambda entity: entity.id)
        shared = "+" if len({read_document(entity.id) for entity in group}) > 1 else ""
        named[f"~{slug(first.name)}@{read_document(first.id)}{shared}", first.type] = list(group)
    types = Counter(name for name, _ in named)
    merged: dict[str, Entity] = {}
    for (name, kind), parts in sorted(named.items()):
        entity = merge_entities(name if types[name] == 1 else f"{name}-{kind.lower()}", parts)
        merged.update({part.id: entity for part in parts})
    return merged
