"""For whom an actor acts at a date: persons and organs are rolled up to their state, on demand."""

from collections.abc import Mapping
from functools import cache

from kg.lexicon import Entry, Tenure
from kg.model import Entity

# What a state acts through; parties, companies, media and societies act for themselves.
ORGANS = ("agency", "court", "military", "ministry", "organ", "parliament", "seat of power")


class RollUp:
    """Says of an entity's id, at a date, for which state or body it acts; itself if for none."""

    def __init__(self, entities: Mapping[str, Entity], entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self._entities = {key: entry.entity for key, entry in entries.items()} | dict(entities)
        self.name_actor = cache(self._name_actor)

    def _name_actor(self, key: str, date: str) -> str:
        """The state of a person or organ at an ISO date, "" for an unknown one.

        A person acts for the body of the office held then, and else for the state the person belongs to.
        """
        entity = self._entities.get(key)
        if entity and entity.type == "PERSON":
            key = self._find_body(entity, date) or entity.state or key
            entity = self._entities.get(key)
        if entity and entity.type == "ORG" and entity.subtype in ORGANS:
            return entity.state or key
        return key

    def _find_body(self, person: Entity, date: str) -> str:
        entry = self._entries.get(person.id)
        held = [item for item in entry.tenures if _covers(item, date)] if entry else []
        # The latest office tells most; of two taken at once, the one of the person's own state.
        latest = max(held, key=lambda item: (item.start, item.body == person.state, item.body), default=None)
        return latest.body if latest else ""


def _covers(tenure: Tenure, date: str) -> bool:
    """Whether the office was held at the date, as precisely as both are known; an undated one always was."""
    begins, ends = tenure.start, tenure.end
    if not date:
        return not begins and not ends
    return begins[: len(date)] <= date[: len(begins)] and (not ends or date[: len(ends)] <= ends[: len(date)])
