"""What the recognisers hand to each other before the best are chosen."""

from dataclasses import dataclass

from kg.model import EntityType, MentionKind

# the stronger a recogniser, the higher its rank
MODEL, HEADED, PATTERN, LEXICON = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Find:
    """A span some recogniser proposes; `candidates` are lexicon ids, `rank` its strength."""

    start: int
    end: int
    type: EntityType
    kind: MentionKind = "name"
    candidates: tuple[str, ...] = ()
    found_by: str = "pattern"
    rank: int = PATTERN

    @property
    def length(self) -> int:
        return self.end - self.start


def contains(outer: Find, inner: Find) -> bool:
    """`inner` lies within `outer` and is shorter."""
    return outer.start <= inner.start and inner.end <= outer.end and inner.length < outer.length


def overlap(first: Find, second: Find) -> bool:
    """The two share a character."""
    return first.start < second.end and second.start < first.end
