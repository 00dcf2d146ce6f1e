"""Joins full names that can be one where documents of one circle name them: Bill and William Marsh."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from kg.identity.body_names import list_short_forms
from kg.identity.company import Circles, count_company
from kg.identity.evidence import contradict, join_evidence
from kg.identity.same_name import INSIDE, are_same_name, compare_names
from kg.identity.short_names import find_surname
from kg.identity.units import Identity, Unit

MOST_IN_BLOCK = 40  # full names of one surname; of more, too many are alike by chance


def join_full(units: Sequence[Unit], circles: Circles) -> list[Unit]:
    """The units, as one where their names can be one and documents of one circle name them."""
    joined: dict[str, set[str]] = {unit.key: {unit.key} for unit in units}
    by_key = {unit.key: unit for unit in units}
    for short, block in _list_blocks(units):
        for one, two in combinations(block, 2):
            if joined[one.key] is not joined[two.key] and _are_one(one, two, short, circles):
                both = joined[one.key] | joined[two.key]
                joined.update(dict.fromkeys(both, both))
    groups = {min(keys): sorted(keys) for keys in joined.values()}
    return [unit for _, keys in sorted(groups.items()) for unit in _unite([by_key[key] for key in keys])]


def _list_blocks(units: Iterable[Unit]) -> Iterator[tuple[str, list[Unit]]]:
    """Units of one type that share a surname, or the general name they are called in short."""
    blocks: dict[Identity, dict[str, Unit]] = defaultdict(dict)
    for unit in units:
        kind = unit.identity[1]
        for name in unit.names:
            shorts = [find_surname(name)] if kind == "PERSON" else list_short_forms(name)
            for short in shorts:
                if kind == "PERSON" or " " in short:
                    blocks[short, kind][unit.key] = unit
    for (short, _), found in sorted(blocks.items()):
        if 1 < len(found) <= MOST_IN_BLOCK:
            yield short, [found[key] for key in sorted(found)]


def _are_one(one: Unit, two: Unit, short: str, circles: Circles) -> bool:
    return (
        _are_alike(one, two)
        and not contradict(one.evidence, two.evidence)
        and any(
            count_company(circles, document, other, short)
            for document in one.documents
            for other in circles[document].keys() & two.documents
        )
    )


def _are_alike(one: Unit, two: Unit) -> bool:
    """Each name of one person can be each of the other's; one body's name lies inside the other's."""
    kind = one.identity[1]
    pairs = [(first, second) for first in one.names for second in two.names]
    if kind == "PERSON":
        return one.documents.isdisjoint(two.documents) and all(are_same_name(*pair, kind) for pair in pairs)
    return any(compare_names(*pair, kind).why == INSIDE for pair in pairs)


def _unite(units: Sequence[Unit]) -> list[Unit]:
    """The units as one, by the key that most documents know; as they are if not all can be one."""
    if len(units) < 2 or any(not _can_be_one(one, two) for one, two in combinations(units, 2)):
        return list(units)
    first = min(units, key=lambda unit: (-len(unit.documents), unit.key))
    return [
        Unit(
            first.key,
            first.identity,
            tuple(sorted(part for unit in units for part in unit.parts)),
            tuple(sorted({name for unit in units for name in unit.names})),
            join_evidence(unit.evidence for unit in units),
            frozenset().union(*(unit.documents for unit in units)),
        )
    ]


def _can_be_one(one: Unit, two: Unit) -> bool:
    return _are_alike(one, two) and not contradict(one.evidence, two.evidence)
