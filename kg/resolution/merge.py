"""Merges what documents know locally into corpus-wide entities, on positive evidence only."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.model import Entity, EntityType, Extraction
from kg.resolution.reading import plain, slug

FEWEST_WORDS = 2
WORD = re.compile(r"[^\W_][\w'.-]*")

# the name an entity goes by in the corpus, and its type
Identity = tuple[str, EntityType]


def merge_local(extractions: Sequence[Extraction]) -> Mapping[str, Entity]:
    """From each local id to its corpus entity: `~slug` where documents can agree, `~slug@doc` for one alone.

    Two documents' entities are one if type and full name (of two words or more) are the same, or if one
    document defines the acronym by which the other knows it and no other document defines it otherwise.
    Different states keep them apart. The order of the documents does not matter.
    """
    local = _find_local(extractions)
    identities = {key: _identify(entity, key) for key, entity in local.items()}
    expansions = _find_expansions(extractions, identities)
    groups: dict[Identity, list[str]] = defaultdict(list)
    for key in sorted(local):
        groups[expansions.get((local[key].name, local[key].type), identities[key])].append(key)
    merged: dict[str, Entity] = {}
    types = _types_by_name(groups)
    for (name, kind), keys in sorted(groups.items()):
        identity = name if types[name] == [kind] else f"{name}-{kind.lower()}"
        for subset, suffix in _split_by_state([local[key] for key in keys]):
            entity = _merge(f"{identity}{suffix}", subset)
            merged.update({part.id: entity for part in subset})
    return merged


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


def _identify(entity: Entity, key: str) -> Identity:
    """What an entity shares with its like in other documents; with its document where nothing tells."""
    name = f"~{slug(entity.name)}"
    return (name if is_full_name(entity) else f"{name}@{key.rpartition('#')[0]}"), entity.type


def _find_expansions(
    extractions: Iterable[Extraction], identities: Mapping[str, Identity]
) -> dict[tuple[str, str], Identity]:
    """Acronyms that all documents which define them expand alike, by text and type."""
    meanings: dict[tuple[str, str], set[Identity]] = defaultdict(set)
    for extraction in extractions:
        for link in extraction.links:
            if link.method == "acronym" and link.entity in identities:
                identity = identities[link.entity]
                meanings[plain(link.mention.text), identity[1]].add(identity)
    return {acronym: next(iter(found)) for acronym, found in meanings.items() if len(found) == 1}


def _types_by_name(groups: Iterable[Identity]) -> dict[str, list[str]]:
    types: dict[str, list[str]] = defaultdict(list)
    for name, kind in groups:
        types[name].append(kind)
    return types


def _split_by_state(entities: list[Entity]) -> list[tuple[list[Entity], str]]:
    """The entities as one, or by state where they belong to different ones."""
    states = sorted({entity.state for entity in entities if entity.state})
    if len(states) < 2:
        return [(entities, "")]
    return [
        ([entity for entity in entities if entity.state == state], f"@{state.lower()}" if state else "")
        for state in ("", *states)
        if any(entity.state == state for entity in entities)
    ]


def _merge(key: str, entities: Sequence[Entity]) -> Entity:
    found = sorted(entities, key=lambda entity: (-len(entity.name), entity.name, entity.id))
    first = found[0]
    names = {entity.name for entity in found} | {alias for entity in found for alias in entity.aliases}
    state = next((entity.state for entity in found if entity.state), "")
    return replace(first, id=key, aliases=tuple(sorted(names - {first.name})), state=state)
