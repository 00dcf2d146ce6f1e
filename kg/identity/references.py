"""Finds what the names in a decision speak of: an entity, or what one document knows as it."""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.errors import ConfigError
from kg.model import Entity, Extraction

Unit = tuple[str, str]  # a document, and an entity's id within it


def fold(text: str) -> str:
    """Text without case, accents and an article in front, for comparing names."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(plain.casefold().replace("’", "'").split()).removeprefix("the ")


@dataclass(frozen=True, slots=True)
class Reference:
    """An entity by its id and the units meant: all of them (`whole`), or those of one document."""

    text: str
    id: str
    units: frozenset[Unit]
    whole: bool


class Names:
    """Finds what ids, names and parts speak of, in the corpus as it is without decisions."""

    def __init__(self, extractions: Sequence[Extraction], merged: Mapping[str, Entity]) -> None:
        self.documents = {item.document.id for item in extractions}
        self.local: dict[Unit, Entity] = {
            (item.document.id, entity.id): entity for item in extractions for entity in item.entities
        }
        self.before = {unit: merged.get(unit[1], entity) for unit, entity in self.local.items()}
        self.ids = {unit: entity.id for unit, entity in self.before.items()}
        self.entities: dict[str, Entity] = {}
        self.units: dict[str, set[Unit]] = defaultdict(set)
        for unit, entity in sorted(self.before.items(), key=lambda row: row[0]):
            self.units[entity.id].add(unit)
            self.entities.setdefault(entity.id, entity)
        self._by_name, self._by_alias = self._list_names()

    def find(self, text: str, where: str) -> Reference | None:
        """What `text` means, None if this corpus does not have it. Raises: ConfigError if it can be two."""
        if key := self._find_id(text, where):
            return Reference(text, key, frozenset(self.units[key]), whole=True)
        return self.find_part(text, where)

    def find_part(self, text: str, where: str) -> Reference | None:
        """What one document knows as an entity, for ENTITY@DOCUMENT. Raises: ConfigError if it can be two."""
        for place in (place for place, char in enumerate(text) if char == "@"):
            if (document := text[place + 1 :]) in self.documents:
                return self._find_in(text[:place], document, where)
        return None

    def _find_id(self, text: str, where: str) -> str | None:
        if text in self.entities:
            return text
        found = self._by_name.get(fold(text)) or self._by_alias.get(fold(text)) or set()
        if len(found) > 1:
            options = " or ".join(f"{self.entities[key].name} ({key})" for key in sorted(found))
            raise ConfigError(f"{where}: {text!r} can be {options}; write the id in brackets in its place")
        return next(iter(found), None)

    def _find_in(self, base: str, document: str, where: str) -> Reference | None:
        unit = document, f"{document}#{base.removeprefix('~')}"
        if base.startswith("~") and unit in self.local:
            return Reference(f"{base}@{document}", self.ids[unit], frozenset({unit}), whole=False)
        key = self._find_id(base, where)
        units = frozenset(unit for unit in self.units[key] if unit[0] == document) if key else frozenset()
        return Reference(f"{key}@{document}", key, units, whole=False) if key and units else None

    def _list_names(self) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
        by_name: dict[str, set[str]] = defaultdict(set)
        by_alias: dict[str, set[str]] = defaultdict(set)
        for key, entity in self.entities.items():
            by_name[fold(entity.name)].add(key)
            for alias in (key, *entity.aliases):
                by_alias[fold(alias)].add(key)
        return by_name, by_alias
