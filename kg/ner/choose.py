"""Chooses among overlapping finds, and gives each name one type within a document."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.model import EntityType
from kg.ner.finds import LEXICON, MODEL, PATTERN, Find, contains, overlap
from kg.ner.page import Page

NESTING = ("ORG", "GROUP", "EVENT", "TREATY", "LAW", "ARMED_GROUP", "IGO")


def choose(page: Page, finds: Iterable[Find], lexicon: Lexicon) -> list[Find]:
    """The finds that stand: the longest and strongest, and what may be nested in them; in text order."""
    ordered = _drop_crossing(sorted(set(finds), key=_place))
    outer = _choose_outer(ordered)
    starts = [find.start for find in outer]
    inner = [find for find in ordered if _nests(page, find, outer, starts, lexicon)]
    return sorted({*outer, *_without_overlaps(inner)}, key=_place)


def _place(find: Find) -> tuple[object, ...]:
    """Text order, the longer and stronger first; the rest only so that no two finds tie."""
    return find.start, -find.end, -find.rank, find.type, find.kind, find.found_by, find.candidates


def unify_types(page: Page, finds: Sequence[Find]) -> list[Find]:
    """One document, one type: a name the lexicon lacks takes the type most of its finds have."""
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    families = {
        _last_word(page, find)
        for find in finds
        if find.type == "PERSON" and " " in page.text[find.start : find.end]
    }
    for find in finds:
        if find.kind == "name" and not find.candidates:
            votes[page.text[find.start : find.end]][find.type] += 1 + find.rank
    return [_retype(page, find, votes, families) for find in finds]


def _retype(page: Page, find: Find, votes: dict[str, Counter[EntityType]], families: set[str]) -> Find:
    text = page.text[find.start : find.end]
    if find.candidates or text not in votes:
        return find
    if text in families and find.rank == MODEL:
        return replace(find, type="PERSON")
    return replace(find, type=min(votes[text], key=lambda kind: (-votes[text][kind], kind)))


def _last_word(page: Page, find: Find) -> str:
    return page.text[find.start : find.end].rsplit(" ", 1)[-1]


def _drop_crossing(finds: list[Find]) -> list[Find]:
    """Without the finds that cross a stronger one (overlap it, neither inside the other)."""
    kept: list[Find] = []
    longest = max((find.length for find in finds), default=0)
    for find in sorted(finds, key=lambda find: (-find.rank, -find.length, find.start, find.type, find.kind)):
        low = bisect_left(kept, find.start - longest, key=lambda other: other.start)
        high = bisect_left(kept, find.end, key=lambda other: other.start)
        if not any(_cross(find, other) for other in kept[low:high]):
            kept.insert(bisect_left(kept, find.start, key=lambda other: other.start), find)
    return kept


def _cross(first: Find, second: Find) -> bool:
    return (
        first.start < second.start < first.end < second.end
        or second.start < first.start < second.end < first.end
    )


def _choose_outer(finds: list[Find]) -> list[Find]:
    chosen: list[Find] = []
    for find in sorted(
        finds, key=lambda find: (-find.length - _bonus(find), -find.rank, find.start, find.type)
    ):
        place = bisect_left(chosen, find.start, key=lambda other: other.start)
        near = chosen[max(place - 1, 0) : place + 1]
        if not any(overlap(find, other) for other in near):
            chosen.insert(place, find)
    return chosen


def _bonus(find: Find) -> int:
    """A lexicon name stands against a slightly longer guess of the model."""
    return 3 if find.rank == LEXICON and find.type != "STATE" else 0


def _nests(page: Page, find: Find, outer: list[Find], starts: list[int], lexicon: Lexicon) -> bool:
    place = bisect_left(starts, find.end) - 1
    holder = next((other for other in outer[max(place - 1, 0) : place + 1] if contains(other, find)), None)
    if holder is not None and find.type in ("TREATY", "LAW") and find.rank >= PATTERN:
        return holder.type in ("ORG", "EVENT", "PERSON", "PLACE")
    return holder is not None and find.rank == LEXICON and _may_hold(page, holder, find, lexicon)


def _may_hold(page: Page, holder: Find, inner: Find, lexicon: Lexicon) -> bool:
    if holder.type == "PLACE" and inner.type == "STATE" and inner.end == holder.end:
        return page.words[page.token_at(inner.start) - 1].islower()
    if holder.type not in NESTING:
        return False
    if holder.kind == "description" or holder.found_by == "organ":
        return True
    if holder.type == "EVENT" and holder.rank < LEXICON:
        return inner.type in ("STATE", "IGO") and not page.text[holder.start : holder.end].startswith(
            "Battle"
        )
    if inner.type != "STATE" or holder.type in ("TREATY", "LAW", "ARMED_GROUP", "IGO"):
        return False
    if holder.rank == LEXICON:
        return any(lexicon.entries[key].entity.state in inner.candidates for key in holder.candidates)
    return inner.start == holder.start or page.text[: inner.start].endswith((" of ", " of the ", " in "))


def _without_overlaps(finds: list[Find]) -> list[Find]:
    kept: list[Find] = []
    for find in sorted(finds, key=lambda find: (-find.length, find.start)):
        if not any(overlap(find, other) for other in kept):
            kept.append(find)
    return kept
