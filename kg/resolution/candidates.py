"""How well a document supports that a name stands for an entry of the lexicon."""

from kg.lexicon import Entry
from kg.resolution.reading import Reading

LIFETIME = 40


def score_candidate(reading: Reading, entry: Entry, homes: dict[str, int], *, text: str = "") -> float:
    """How well the document supports that a name stands for `entry`."""
    entity = entry.entity
    score = min(homes.get(entity.id, 0), 3) * 1.0
    if entity.state and entity.state != entity.id:
        score += 1.0 * homes.get(entity.state, 0) / max(homes.values(), default=1)
    if text and any(name.text == text and name.strong for name in entry.names):
        score += 4
    year = (reading.document.date or "")[:4]
    if (year and entry.start and entry.start[:4] > year) or (
        year and entry.end and int(entry.end[:4]) + LIFETIME < int(year)
    ):
        score -= 3
    return score
