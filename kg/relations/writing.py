"""A match with its qualifiers becomes a claim: spans, attitude, confidence, the rule it was read by."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.lexicon import ClaimType, Frame, Lexicon
from kg.lexicon.confidence import Confidence
from kg.model import Claim, Document, Valence
from kg.relations.actors import Actor
from kg.relations.frames.matching import Match
from kg.relations.status.qualifiers import Qualifiers
from kg.relations.syntax import is_hyphened, own
from kg.relations.times import Time

DENIED: Mapping[Valence, Valence] = {"positive": "negative", "negative": "neutral", "neutral": "neutral"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A match with one source and one target."""

    match: Match
    type: ClaimType
    source: Actor
    target: Actor


def write_claim(
    sent: Span,
    document: Document,
    finding: Finding,
    reading: Qualifiers,
    time: Time | None,
    speaker: str | None,
    lexicon: Lexicon,
) -> Claim:
    match, source, target = finding.match, finding.source, finding.target
    first, last = sorted((match.head, match.last), key=lambda token: token.i)
    cue = _cue(first, last)
    start, end = _trim(sent)
    return Claim(
        id=_identify(document.id, start, finding, cue),
        start=start,
        end=end,
        sentence=document.text[start:end],
        source=source.entity,
        source_start=source.start,
        source_end=source.end,
        type=finding.type.name,
        target=target.entity,
        target_start=target.start,
        target_end=target.end,
        cue=document.text[cue[0] : cue[1]],
        cue_start=cue[0],
        cue_end=cue[1],
        polarity=reading.polarity,
        modality=reading.modality,
        holders=tuple(reversed(reading.holders)),
        speaker=speaker,
        valence=_valence(find_attitude(match, lexicon), match.frame, negated=reading.negated),
        stage=match.frame.stage,
        tense=reading.tense,
        time_start=time.start if time else None,
        time_end=time.end if time else None,
        time_text=time.text if time else "",
        inferred=source.inferred or target.inferred,
        confidence=_rate(lexicon.confidence, sent, match, reading, source, target),
        rule=f"{match.path}: {_spell_rule(match)}",
    )


def _spell_rule(match: Match) -> str:
    """The pattern with the one alternative of its head word that stood there."""
    return " ".join(
        match.frame.lemma if "/" in word and match.frame.lemma in word.split("/") else word
        for word in match.frame.text.split()
    )


def _cue(first: Token, last: Token) -> tuple[int, int]:
    """The predicate, with its object noun or particle when they stand close by."""
    if last.i - first.i > 4:
        last = first
    return first.idx, last.idx + len(last)


def _trim(sent: Span) -> tuple[int, int]:
    """The sentence without the white space around it; marks that were blanked for parsing count as such."""
    text = sent.text
    return sent.start_char + len(text) - len(text.lstrip()), sent.start_char + len(text.rstrip())


def _identify(doc: str, start: int, finding: Finding, cue: tuple[int, int]) -> str:
    source, target = finding.source, finding.target
    parts = (
        doc,
        start,
        source.entity,
        source.start,
        source.end,
        finding.type.name,
        target.entity,
        target.start,
        target.end,
        *cue,
    )
    return hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _valence(valence: Valence | None, frame: Frame, *, negated: bool) -> Valence | None:
    return (frame.denied_valence or DENIED[valence]) if valence and negated else valence


def _rate(
    confidence: Confidence, sent: Span, match: Match, reading: Qualifiers, source: Actor, target: Actor
) -> float:
    certainty = source.certainty * target.certainty
    weight = confidence.weigh(match.path.split()[0], match.frame.priority, certainty)
    words = sum(not (token.is_space or token.is_punct) for token in sent)
    return confidence.rate(weight, is_asserted=reading.modality == "asserted", words=words)


def find_attitude(match: Match, lexicon: Lexicon) -> Valence | None:
    """The valence of the frame; of a neutral one that of the words that describe: "sees it as a threat"."""
    if match.frame.valence != "neutral":
        return match.frame.valence
    describing = [*own(match.head, "amod", "oprd", "acomp"), *_complement(match.head), *_changes(match.head)]
    lemmas = [_lemma(token) for token in describing]
    good = sum(lemma in lexicon.words["attitudes.positive"] for lemma in lemmas)
    bad = sum(lemma in lexicon.words["attitudes.negative"] for lemma in lemmas)
    return "positive" if good > bad else "negative" if bad > good else "neutral"


def _complement(head: Token) -> Iterator[Token]:
    """The words of the as-phrase of a verb."""
    return (token for child in own(head, "prep") if child.lower_ == "as" for token in child.subtree)


def _changes(head: Token) -> list[Token]:
    """The verb whose object a thing is: "enhance Russia's brand"."""
    return [head.head] if head.dep_ in ("dobj", "nsubjpass") and head.head.pos_ == "VERB" else []


def _lemma(token: Token) -> str:
    """The lemma; of a compound with a hyphen the whole of it: "self-centered"."""
    first = next((child for child in token.children if is_hyphened(child, token)), None)
    return f"{first.lower_}-{token.lower_}" if first is not None else token.lemma_.lower()
