"""When a found line is a gold line: mentions by overlap and entity, claims at three levels."""

from collections.abc import Collection, Sequence
from typing import Literal

from kg.evaluation.values import FoundClaim, FoundMention, GoldClaim, GoldMention

Level = Literal["pair", "type", "full"]
LEVELS: tuple[Level, ...] = ("pair", "type", "full")


def overlaps(one: FoundMention | FoundClaim, other: GoldMention | GoldClaim) -> bool:
    """Whether two lines share a character."""
    return one.doc == other.doc and one.start < other.end and other.start < one.end


def is_mention(found: FoundMention, gold: GoldMention) -> bool:
    """Whether both give the same entity on common characters."""
    return overlaps(found, gold) and found.entity in gold.entities


def is_claim(found: FoundClaim, gold: GoldClaim, level: Level, symmetric: Collection[str]) -> bool:
    """Whether both claim the same: pair, the two entities in either order; type, the type and the direction
    too, which does not matter for symmetric types; full, polarity and modality too."""
    if not overlaps(found, gold):
        return False
    direct = found.source in gold.sources and found.target in gold.targets
    turned = found.source in gold.targets and found.target in gold.sources
    if level == "pair":
        return direct or turned
    if found.type not in gold.types or not (direct or (turned and found.type in symmetric)):
        return False
    return level == "type" or (found.polarity in gold.polarities and found.modality in gold.modalities)


def choose_match(
    found: Sequence[FoundClaim], gold: GoldClaim, symmetric: Collection[str]
) -> FoundClaim | None:
    """The claim at the level `type` that agrees with gold in most qualifiers; the first of equals."""
    matches = [claim for claim in found if is_claim(claim, gold, "type", symmetric)]
    return max(matches, key=lambda claim: sum(compare_qualifiers(claim, gold).values()), default=None)


def compare_qualifiers(found: FoundClaim, gold: GoldClaim) -> dict[str, bool]:
    """Which qualifiers agree, of those gold speaks of."""
    compared = {
        "polarity": found.polarity in gold.polarities,
        "modality": found.modality in gold.modalities,
        "holder": found.holder in gold.holders,
    }
    if gold.valence:
        compared["valence"] = found.valence == gold.valence
    if gold.stage:
        compared["stage"] = found.stage == gold.stage
    if gold.time:
        compared["time"] = found.time == gold.time
    return compared
