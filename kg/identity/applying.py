"""Applies decisions to what merging found: which entity each document's entities become, and what goes.

Decisions speak of the corpus as it is without any, so their order does not matter (of two names the later
line wins). A part, "~ada-lee@report.txt", is what one document knows as the entity.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import cast

from kg.errors import ConfigError
from kg.identity.decisions import Decision
from kg.identity.merge import merge_entities
from kg.identity.references import Names, Reference, Unit
from kg.model import Entity, EntityType, Extraction

Meant = tuple[Decision, list[Reference]]  # a decision and what it speaks of, as far as the corpus has it


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the decisions lead to.

    entities: document → local id → entity. dropped: ids of entities. rejected: ids of claims.
    apart: pairs of ids that are to stay two. absent: decisions that speak of nothing in this corpus.
    """

    entities: Mapping[str, Mapping[str, Entity]]
    dropped: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()
    absent: tuple[Decision, ...] = ()


def apply_decisions(
    extractions: Sequence[Extraction], merged: Mapping[str, Entity], decisions: Sequence[Decision]
) -> Outcome:
    """The entities after the decisions; `merged` are those before them, by local id.

    Raises: ConfigError if two decisions contradict each other or one cannot be carried out.
    """
    names = Names(extractions, merged)
    found = [(row, [names.find(text, row.where) for text in row.entities]) for row in decisions]
    meant = [(row, [ref for ref in refs if ref]) for row, refs in found]
    ids = _take_parts(names, [refs for row, refs in meant if row.kind == "different"])
    groups = _Groups((row, _list_ids(refs, ids)) for row, refs in meant if row.kind == "same")
    claims = {claim.id for item in extractions for claim in item.claims}
    dropped = (key for row, refs in meant if row.kind == "drop" for key in _list_ids(refs, ids))
    return Outcome(
        apart=frozenset(_keep_apart(meant, ids, groups)),
        entities=_describe_all(names, ids, groups, meant),
        dropped=frozenset(groups.head(key) for key in dropped),
        rejected=frozenset(row.claim for row in decisions if row.claim in claims),
        absent=tuple(row for row, refs in found if not all(refs) or (row.claim and row.claim not in claims)),
    )


class _Groups:
    """Entities that decisions make one, by id."""

    def __init__(self, rows: Iterable[tuple[Decision, list[str]]]) -> None:
        self._rows = [(decision, keys) for decision, keys in rows if keys]
        self._members: dict[str, set[str]] = {}
        for _, keys in self._rows:
            joined = set().union(*(self._members.get(key, {key}) for key in keys))
            self._members.update(dict.fromkeys(joined, joined))
        named_first = {keys[0] for _, keys in self._rows}
        named_later = {key for _, keys in self._rows for key in keys[1:] if key != keys[0]}
        self._first = named_first - named_later

    def head(self, key: str) -> str:
        """The id that is kept: the lexicon's, else the one named first."""
        return min(
            self._members.get(key, {key}),
            key=lambda member: (member.startswith("~"), member not in self._first, member),
        )

    def list_joined(self) -> list[list[str]]:
        """Each group, its head first."""
        heads = {self.head(key) for key in self._members}
        return [[head, *sorted(self._members[head] - {head})] for head in sorted(heads)]

    def list_reasons(self, key: str) -> list[str]:
        """Where it is written that `key` is the same as something."""
        members = self._members.get(key, set())
        return sorted({decision.where for decision, keys in self._rows if members & set(keys)})


def _list_ids(refs: Iterable[Reference], ids: Mapping[Unit, str]) -> list[str]:
    """The entities that are named, once parts have been taken away from them."""
    return [
        key for ref in refs for key in ([ref.id] if ref.whole else sorted({ids[unit] for unit in ref.units}))
    ]


def _take_parts(names: Names, rows: Iterable[Sequence[Reference]]) -> dict[Unit, str]:
    """The id of each unit, after those that are to stand alone have left; of parts only, the first stays."""
    ids = dict(names.ids)
    for refs in rows:
        for position, ref in enumerate(refs):
            others = [other for other in refs if other is not ref and other.id == ref.id]
            if not ref.whole and others and (position or any(other.whole for other in others)):
                ids.update({unit: _name_part(names, unit) for unit in ref.units})
    return ids


def _name_part(names: Names, unit: Unit) -> str:
    document, local = unit
    slug = f"~{local.rpartition('#')[2]}" if local.startswith(f"{document}#") else local
    return f"{slug}@{document}" if names.units[names.ids[unit]] != {unit} else names.ids[unit]


def _keep_apart(meant: Iterable[Meant], ids: Mapping[Unit, str], groups: _Groups) -> Iterator[frozenset[str]]:
    """Pairs of entities that are two. Raises: ConfigError if they are one by another decision, or wholly."""
    left = set(ids.values())
    for decision, refs in meant:
        for one, two in combinations(refs, 2) if decision.kind == "different" else ():
            first, second = set(_list_ids([one], ids)), set(_list_ids([two], ids))
            if first & second or not first | second <= left:
                raise ConfigError(_explain_one(decision, one, two))
            for key, other in ((key, other) for key in first for other in second):
                if groups.head(key) == groups.head(other):
                    raise ConfigError(
                        f"{decision.where}: says that {one.text} and {two.text} are different, but "
                        f"{' and '.join(groups.list_reasons(key))} makes them the same; delete one of these"
                    )
                yield frozenset((groups.head(key), groups.head(other)))


def _explain_one(decision: Decision, one: Reference, two: Reference) -> str:
    documents = sorted({unit[0] for unit in one.units | two.units})
    parts = ", ".join(f"{one.id}@{document}" for document in documents[:3])
    if len(documents) > 1:
        return f"{decision.where}: {one.text} and {two.text} are both {one.id}; name its parts ({parts}, …)"
    return (
        f"{decision.where}: {one.text} and {two.text} are one within {documents[0]}, and only what different "
        "documents say can be kept apart; delete the decision"
    )


def _describe_all(
    names: Names, ids: Mapping[Unit, str], groups: _Groups, meant: Sequence[Meant]
) -> dict[str, dict[str, Entity]]:
    """Every document's entities as they are after the decisions."""
    known = names.entities | _describe_parts(names, ids)
    changed = {key: known[key] for key in ids.values() if known[key] is not names.entities.get(key)}
    for head, *others in groups.list_joined():
        changed[head] = _join(known[head], [known[key] for key in others])
    _relabel(changed, known, ids, groups, meant)
    entities: dict[str, dict[str, Entity]] = {document: {} for document in names.documents}
    for (document, local), key in ids.items():
        head = groups.head(key)
        entity = changed.get(head) or names.before[document, local]
        state = groups.head(entity.state)
        entities[document][local] = entity if state == entity.state else replace(entity, state=state)
    return entities


def _describe_parts(names: Names, ids: Mapping[Unit, str]) -> dict[str, Entity]:
    """The entities that have lost a part to another, and those parts."""
    units: dict[str, set[Unit]] = defaultdict(set)
    for unit, key in ids.items():
        units[key].add(unit)
    return {
        key: _describe_part(key, [names.local[unit] for unit in sorted(found)])
        for key, found in units.items()
        if found != names.units.get(key)
    }


def _describe_part(key: str, entities: Sequence[Entity]) -> Entity:
    return merge_entities(key, entities) if key.startswith("~") else replace(entities[0], id=key)


def _join(head: Entity, others: Sequence[Entity]) -> Entity:
    """One entity of several, which goes by what the first is called."""
    ids, names, state = dict(head.ids), {head.name, *head.aliases}, head.state
    for other in others:
        ids, names, state = {**other.ids, **ids}, names | {other.name, *other.aliases}, state or other.state
    return replace(head, aliases=tuple(sorted(names - {head.name})), ids=ids, state=state)


def _relabel(
    changed: dict[str, Entity],
    known: Mapping[str, Entity],
    ids: Mapping[Unit, str],
    groups: _Groups,
    meant: Iterable[Meant],
) -> None:
    """Gives entities their new names and types. Raises: ConfigError if one is to have two types."""
    typed: dict[str, Decision] = {}
    for row, refs in meant:
        if row.kind not in ("rename", "retype"):
            continue
        for key in sorted({groups.head(key) for key in _list_ids(refs, ids)}):
            entity = changed.get(key, known[key])
            if row.kind == "rename":
                aliases = {entity.name, *entity.aliases} - {row.name}
                changed[key] = replace(entity, name=row.name, aliases=tuple(sorted(aliases)))
            elif (first := typed.setdefault(key, row)).type != row.type:
                raise ConfigError(
                    f"{row.where}: says that {entity.name} is of type {row.type}, but {first.where} says "
                    f"{first.type}; delete one of these"
                )
            else:
                changed[key] = replace(entity, type=cast(EntityType, row.type))
