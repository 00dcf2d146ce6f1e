"""One list, one type: an enumeration of names is of persons, of places or of organisations."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.model import EntityType
from kg.ner.finds import HEADED, MODEL, Find, overlap
from kg.ner.page import Page
from kg.ner.persons import PARTICLES, PersonJudge

SHORTEST = 3
LONGEST_NAME = 5
SHARE = 0.6
SURE = 2
COARSE: dict[str, EntityType] = {
    "PERSON": "PERSON", "PLACE": "PLACE", "STATE": "PLACE", "ORG": "ORG", "ARMED_GROUP": "ORG", "IGO": "ORG",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A member of an enumeration, by its tokens; `edge`: words before or behind it may belong elsewhere."""

    first: int
    last: int
    edge: bool


def unify_lists(page: Page, chosen: Sequence[Find], judge: PersonJudge) -> list[Find]:
    """The finds, with the unknown members of each enumeration given the type of the others."""
    by_start = {find.start: find for find in chosen}
    changed: dict[Find | None, Find] = {}
    added = []
    for items in _read_lists(page, judge):
        finds = [by_start.get(page.starts[item.first]) for item in items]
        kind = _vote(page, items, finds, judge)
        for item, find in zip(items, finds, strict=True):
            new = _apply(page, item, find, kind, judge) if kind else None
            if new is not None and find is not None:
                changed[find] = new
            elif new is not None and not any(overlap(new, other) for other in chosen if other.rank > MODEL):
                added.append(new)
    altered = [*changed.values(), *added]
    kept = (find for find in chosen if not any(overlap(find, new) for new in altered))
    return sorted([*kept, *altered], key=lambda find: (find.start, -find.end))


def _read_lists(page: Page, judge: PersonJudge) -> Iterator[list[Item]]:
    """The enumerations of names: three or more with commas or "and" between them."""
    place = 0
    while place < len(page):
        item = _read_item(page, place, judge)
        if item is None:
            place += 1
            continue
        items = [replace(item, edge=True)]
        while (following := _skip_separator(page, items[-1].last + 1)) and (
            item := _read_item(page, following, judge)
        ):
            items.append(item)
        if len(items) >= SHORTEST:
            yield [*items[:-1], replace(items[-1], edge=True)]
        place = items[-1].last + 1


def _read_item(page: Page, first: int, judge: PersonJudge) -> Item | None:
    """The capitalised name that begins at `first`, without its titles; None if there is none."""
    if not page.capital[first]:
        return None
    last = first
    while last + 1 < len(page) and not page.opens[last + 1]:
        after = last + 1
        inner = page.lowers[after] in PARTICLES or page.words[after] in ("-", "'", ".")
        if page.capital[after]:
            last = after
        elif inner and after + 1 < len(page) and page.capital[after + 1] and not page.opens[after + 1]:
            last = after + 1
        else:
            break
    while first < last and page.words[first] in judge.titles:
        first += 1
    if page.tokens[last].dep_ == "compound" and page.pos[min(last + 1, len(page) - 1)] == "NOUN":
        return None
    return Item(first, last, edge=False) if last - first <= 2 * LONGEST_NAME else None


def _skip_separator(page: Page, place: int) -> int:
    """The index behind a comma or an "and" (and what stands in brackets before it), 0 if none is there."""
    if place < len(page) and page.words[place] == "(":
        close = next((at for at in range(place, min(place + 12, len(page))) if page.words[at] == ")"), 0)
        place = close + 1 if close else place
    start = place
    while place < len(page) and not page.opens[place] and page.lowers[place] in (",", ";", "and", "&"):
        place += 1
    if place < len(page) and page.lowers[place] == "the" and place > start:
        place += 1
    return place if place > start and place < len(page) and not page.opens[place] else 0


def _vote(
    page: Page, items: Sequence[Item], finds: Sequence[Find | None], judge: PersonJudge
) -> EntityType | None:
    votes: Counter[EntityType] = Counter()
    for item, find in zip(items, finds, strict=True):
        if judge.is_full_name(page, item.first, item.last):
            votes["PERSON"] += SURE
        elif find is not None and find.type in COARSE:
            votes[COARSE[find.type]] += SURE if find.rank > MODEL else 1
    kind = min(votes, key=lambda type_: (-votes[type_], type_), default=None)
    fitting = kind is not None and votes[kind] >= SURE and votes[kind] >= SHARE * sum(votes.values())
    return kind if fitting else None


def _apply(page: Page, item: Item, find: Find | None, kind: EntityType, judge: PersonJudge) -> Find | None:
    """The member as the list has it; None where it stays as it is."""
    start, end = page.starts[item.first], page.ends[item.last]
    if find is not None and (find.rank > MODEL or find.candidates or find.kind != "name"):
        return None
    if kind != "PERSON":
        wrong = (
            find is not None and find.type == "PERSON" and not judge.is_full_name(page, item.first, item.last)
        )
        return replace(find, type=kind, rank=HEADED) if find is not None and wrong else None
    if not _may_be_person(page, item, judge):
        return None
    if find is not None and (item.edge or find.type == "PERSON"):
        end = find.end if item.edge else end
        return replace(find, type="PERSON", end=end, rank=HEADED)
    if find is None and (item.edge or item.first == item.last):
        return None
    return Find(start, end, "PERSON", found_by="list", rank=HEADED)


def _may_be_person(page: Page, item: Item, judge: PersonJudge) -> bool:
    words = page.words[item.first : item.last + 1]
    return (
        not any(page.known[item.first : item.last + 1])
        and len(words) <= LONGEST_NAME
        and not any(word in judge.collective for word in words)
        and not (len(words) == 1 and (words[0].isupper() or page.tokens[item.first].tag_ == "NNPS"))
    )
