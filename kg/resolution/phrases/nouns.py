"""Tells by which common nouns a text can refer back to an entity it has named."""

from collections.abc import Mapping

from kg.model import EntityType
from kg.resolution.reading import Reading

# nouns every entity of the type takes
LOOSE: Mapping[str, frozenset[str]] = {
    "TREATY": frozenset({"treaty", "agreement", "accord", "pact"}),
    "LAW": frozenset({"act", "law", "legislation"}),
    "STATE": frozenset({"country", "nation", "regime"}),
    "ARMED_GROUP": frozenset({"group"}),
    "IGO": frozenset({"organization", "organisation"}),
    "ORG": frozenset({"organization", "organisation"}),
}
AGREED = frozenset({"deal", "agreement"})


def list_nouns(
    reading: Reading, key: str, kinds: Mapping[EntityType, frozenset[str]], *, is_only_treaty: bool
) -> frozenset[str]:
    """The nouns that can refer back to the entity: the lexicon's, its name's and its type's."""
    entity = reading.entities[key]
    entry = reading.lexicon.entries.get(key)
    known = set(entry.descriptions) if entry else set()
    own = {word.lower() for word in entity.name.split()} & kinds.get(entity.type, frozenset())
    loose = LOOSE.get(entity.type, frozenset())
    if entity.type == "TREATY" and is_only_treaty:
        return kinds["TREATY"] | known
    if known or own:
        lasts = {phrase.split()[-1] for phrase in known}
        agreed = frozenset({"arrangement"}) if lasts & AGREED else frozenset()
        is_body = bool(own) and entity.type in ("IGO", "ORG")
        return frozenset(lasts | own | agreed | (frozenset() if is_body else loose))
    return kinds[entity.type] if entity.type in ("TREATY", "STATE") else loose
