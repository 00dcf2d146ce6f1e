"""What was missed and what was falsely found, as lines a person reads with their sentence."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from kg.evaluation.counting import Verdict
from kg.evaluation.matching import compare_qualifiers, is_claim
from kg.evaluation.values import FoundClaim, FoundMention, GoldClaim, GoldMention, Miss

SIGNS = {"affirmed": "", "negated": "not "}
AROUND = 60


def list_misses(verdict: Verdict, texts: Mapping[str, str], symmetric: Collection[str]) -> tuple[Miss, ...]:
    """All misses: kind by kind, in the order of the documents."""
    misses = {*_list_mentions(verdict, texts), *_list_claims(verdict, symmetric), *_list_qualifiers(verdict)}
    return tuple(sorted(misses, key=lambda miss: (miss.kind, miss.doc, miss.start, miss.end, miss.note)))


def _list_mentions(verdict: Verdict, texts: Mapping[str, str]) -> Iterator[Miss]:
    found = [mention for mention, _ in verdict.mentions.found]
    for gold, recalled in verdict.mentions.gold:
        if not recalled:
            note = f"{gold.text!r} is {gold.entities[0]}{_describe_reading(gold, found)}"
            yield _miss_mention(f"missed mention ({gold.kind})", gold, note, texts)
    for mention, right in verdict.mentions.found:
        if not right:
            note = f"{mention.text!r} read as {mention.entity} ({mention.type})"
            yield _miss_mention(f"false mention ({mention.kind})", mention, note, texts)


def _describe_reading(gold: GoldMention, found: Sequence[FoundMention]) -> str:
    read = {
        mention.entity
        for mention in found
        if mention.doc == gold.doc and (mention.start, mention.end) == (gold.start, gold.end)
    }
    return f", read as {', '.join(sorted(read))}" if read else ""


def _miss_mention(kind: str, line: GoldMention | FoundMention, note: str, texts: Mapping[str, str]) -> Miss:
    text = texts[line.doc]
    before, after = text[max(0, line.start - AROUND) : line.start], text[line.end : line.end + AROUND]
    return Miss(kind, line.doc, line.start, line.end, note, f"…{before}[{line.text}]{after}…")


def _list_claims(verdict: Verdict, symmetric: Collection[str]) -> Iterator[Miss]:
    found = [claim for claim, _ in verdict.claims["type"].found]
    for gold, recalled in verdict.claims["type"].gold:
        if not recalled:
            others = [claim for claim in found if is_claim(claim, gold, "pair", symmetric)]
            note = f"{_describe_gold(gold)}{_describe_others(others)}"
            yield Miss(f"missed {gold.types[0]}", gold.doc, gold.start, gold.end, note, gold.sentence)
    for claim, right in verdict.claims["type"].found:
        if not right:
            yield Miss(
                f"false {claim.type}",
                claim.doc,
                claim.start,
                claim.end,
                _describe_found(claim),
                claim.sentence,
            )


def _list_qualifiers(verdict: Verdict) -> Iterator[Miss]:
    for gold, found in verdict.matches:
        for name, agrees in compare_qualifiers(found, gold).items():
            if not agrees:
                wanted, given = _show_qualifier(gold, found, name)
                note = f"{_describe_gold(gold)}: {given}, should be {wanted}"
                yield Miss(f"wrong {name}", gold.doc, gold.start, gold.end, note, gold.sentence)


def _show_qualifier(gold: GoldClaim, found: FoundClaim, name: str) -> tuple[str, str]:
    wanted = {
        "polarity": "/".join(gold.polarities),
        "modality": "/".join(gold.modalities),
        "holder": "/".join(holder or "the author" for holder in gold.holders),
        "valence": gold.valence,
        "stage": gold.stage,
        "time": _show_interval(gold.time or (None, None)),
    }
    given = {
        "polarity": found.polarity,
        "modality": found.modality,
        "holder": found.holder or "the author",
        "valence": found.valence or "none",
        "stage": found.stage or "none",
        "time": _show_interval(found.time),
    }
    return wanted[name], given[name]


def _show_interval(interval: tuple[str | None, str | None]) -> str:
    return "/".join(day or "" for day in interval) if any(interval) else "none"


def _describe_gold(gold: GoldClaim) -> str:
    sign = SIGNS[gold.polarities[0]]
    cue = f" (“{gold.cue}”)" if gold.cue else ""
    return f"{gold.sources[0]} {sign}{gold.types[0]} {gold.targets[0]}{cue}"


def _describe_found(claim: FoundClaim) -> str:
    return f"{claim.source} {SIGNS.get(claim.polarity, '')}{claim.type} {claim.target}"


def _describe_others(others: Sequence[FoundClaim]) -> str:
    return f", found {'; '.join(sorted({_describe_found(claim) for claim in others}))}" if others else ""
