"""Corpora of any size for the page: the lexicon's entities and made-up claims; the same each time."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from kg.lexicon import Lexicon
from kg.lexicon.claim_types import ClaimType
from kg.model import Claim, Corpus, Document, Entity, Extraction

EDGES_A_NODE = 3
SENTENCES_A_DOCUMENT = 40
SECOND_SENTENCES = 10  # every tenth edge is stated twice
CUES = {
    "AGREE": "reached an understanding with", "CONSULT": "held two days of talks with", "SUPPORT": "backed",
    "CONCEDE": "gave way to", "COOPERATE": "trades and works with", "AID": "sent relief and arms to",
    "RETREAT": "pulled its people back from", "REQUEST": "called on", "ACCUSE": "accused",
    "REJECT": "rebuffed", "THREATEN": "threatened", "PROTEST": "marched against",
    "SANCTION": "imposed sanctions on", "MOBILIZE": "massed its forces against",
    "COERCE": "seized the property of", "ASSAULT": "attacked", "LEADS": "heads",
    "AFFILIATED_WITH": "works for", "MEMBER_OF": "is a member of", "ALLY_OF": "is an ally of",
    "ADVERSARY_OF": "is a rival of", "REGARDS": "takes a long view of", "NEGOTIATES": "negotiated",
    "PARTY_TO": "has signed", "ADOPTS": "adopted", "UPHOLDS": "kept to", "VIOLATES": "broke",
    "OPPOSES": "spoke against", "WITHDRAWS_FROM": "withdrew from",
}  # fmt: skip
OPENINGS = (
    "According to the minutes of the spring meeting,",
    "Late on Tuesday, and against much advice,",
    "As the committee was told in the summer,",
    "In a year with little other good news,",
    "When the first round had failed,",
    "Some weeks before the vote,",
    "For reasons that were never made public,",
)
ENDINGS = (
    "after a dispute over ports and grain that neither side had wished to take any further.",
    "and said that the matter would come before the council again in the autumn.",
    "although the figures on which the decision rested were already out of date.",
    "because no other way was left to keep the border open through the winter.",
    "which most observers in the region had expected since the talks of the year before.",
)


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge to be: `speaker` is to whom it is attributed, if anyone."""

    source: Entity
    type: str
    target: Entity
    speaker: Entity | None
    is_denied: bool


def make_corpus(lexicon: Lexicon, size: int) -> Corpus:
    """`size` entities that all have claims, and three times as many edges; few entities have most of them."""
    chance = Random(size)  # noqa: S311  # the same each time is the point
    entities = _choose_entities(lexicon, size, chance)
    ties = _tie(entities, lexicon, chance)
    stated = [tie for number, tie in enumerate(ties) for _ in range(1 + (number % SECOND_SENTENCES == 0))]
    chance.shuffle(stated)
    parts = [
        stated[start : start + SENTENCES_A_DOCUMENT] for start in range(0, len(stated), SENTENCES_A_DOCUMENT)
    ]
    extractions = tuple(_write_document(number, part, chance) for number, part in enumerate(parts))
    groups = {extraction.document.id: extraction.document.id for extraction in extractions}
    return Corpus(extractions, {entity.id: entity for entity in entities}, groups)


def _choose_entities(lexicon: Lexicon, size: int, chance: Random) -> list[Entity]:
    """Of each type its share, in an order in which states, persons and organisations come first and often."""
    entities = [entry.entity for _, entry in sorted(lexicon.entries.items())]
    chance.shuffle(entities)
    return sorted(entities[:size], key=lambda entity: entity.type not in {"STATE", "IGO"})


def _tie(entities: Sequence[Entity], lexicon: Lexicon, chance: Random) -> list[Tie]:
    weights = list(accumulate((rank + 8) ** -0.7 for rank in range(len(entities))))
    speakers = [entity for entity in entities if entity.type == "PERSON"]
    ties: dict[tuple[str, ...], Tie] = {}
    while len(ties) < EDGES_A_NODE * len(entities):
        # At first every entity gets a tie; then the busy ones get the more.
        first = entities[len(ties)] if len(ties) < len(entities) else _draw(entities, weights, chance)
        pair = (first, _draw(entities, weights, chance))
        pair = pair if chance.random() < 0.5 else pair[::-1]
        types = _list_types(*pair, lexicon)
        if types and pair[0] is not pair[1]:
            tie = Tie(
                pair[0], chance.choice(types), pair[1],
                chance.choice(speakers) if chance.random() < 0.2 else None, chance.random() < 0.05,
            )  # fmt: skip
            ties.setdefault(_key(tie, lexicon.types[tie.type]), tie)
    return list(ties.values())


def _draw(entities: Sequence[Entity], weights: Sequence[float], chance: Random) -> Entity:
    return chance.choices(entities, cum_weights=weights)[0]


def _list_types(source: Entity, target: Entity, lexicon: Lexicon) -> list[str]:
    return [
        name
        for name in CUES
        if source.type in lexicon.types[name].sources and target.type in lexicon.types[name].targets
    ]


def _key(tie: Tie, claim_type: ClaimType) -> tuple[str, ...]:
    ends = (tie.source.id, tie.target.id)
    status = f"{tie.speaker is not None} {tie.is_denied}"
    return (*(sorted(ends) if claim_type.symmetric else ends), tie.type, status)


def _write_document(number: int, ties: Sequence[Tie], chance: Random) -> Extraction:
    name = f"digest-{number:04}.txt"
    claims: list[Claim] = []
    texts: dict[str, list[str]] = defaultdict(list)
    start = 0
    for place, tie in enumerate(ties):
        claims.append(_write_claim(f"{number}-{place}", tie, start, chance))
        texts[name].append(claims[-1].sentence)
        start = claims[-1].end + 1
    date = f"{2000 + number % 24}-{1 + number % 12:02}-{1 + number % 28:02}"
    title = f"Digest of the press, number {number + 1}"
    document = Document(name, "\n".join(texts[name]), title=title, publisher="Press service", date=date)
    return Extraction(document, (), (), (), tuple(claims))


def _write_claim(id: str, tie: Tie, start: int, chance: Random) -> Claim:
    opening = f"{chance.choice(OPENINGS)} "
    cue = ("at no time " if tie.is_denied else "") + CUES[tie.type]
    source, target = tie.source.name, tie.target.name
    sentence = f"{opening}{source} {cue} {target}, {chance.choice(ENDINGS)}"
    begin = start + len(opening)
    middle, last = begin + len(source) + 1, begin + len(source) + len(cue) + 2
    return Claim(
        id=id, start=start, end=start + len(sentence), sentence=sentence,
        source=tie.source.id, source_start=begin, source_end=begin + len(source), type=tie.type,
        target=tie.target.id, target_start=last, target_end=last + len(target),
        cue=cue, cue_start=middle, cue_end=middle + len(cue),
        holders=(tie.speaker.id,) if tie.speaker else (), polarity="negated" if tie.is_denied else "affirmed",
        confidence=round(chance.uniform(0.5, 0.95), 2), rule="made up",
    )  # fmt: skip
