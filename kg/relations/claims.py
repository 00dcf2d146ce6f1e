"""One parsed document → its claims: matches the frames, qualifies each match,
keeps the best reading of each word."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from spacy.tokens import Doc, Span, Token

from kg.lexicon import ClaimType, Lexicon
from kg.model import Claim, Document, Entity, Link, Valence
from kg.relations.actors import Actor, Actors, pairs_of
from kg.relations.matching import Match, Matcher
from kg.relations.offices import index_titles, match_offices
from kg.relations.parts import find_parts
from kg.relations.qualifiers import Qualifier, Qualifiers, find_tense
from kg.relations.syntax import own
from kg.relations.times import Time, find_time

CERTAINTY: Mapping[str, float] = {
    "title": 0.9,
    "verb": 0.75,
    "role": 0.75,
    "noun": 0.7,
    "adjective": 0.65,
    "part": 0.9,
}
DENIED: Mapping[Valence, Valence] = {"positive": "negative", "negative": "neutral", "neutral": "neutral"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A match with one source and one target."""

    match: Match
    type: ClaimType
    source: Actor
    target: Actor


class ClaimFinder:
    """Finds claims with one lexicon; holds what is derived from it once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.titles = index_titles(lexicon.offices)

    def find(
        self,
        doc: Doc,
        document: Document,
        links: Sequence[Link],
        entities: Iterable[Entity],
        speakers: Mapping[int, str],
    ) -> list[Claim]:
        """The claims of a document, in the order of the text, without repetition within a sentence.

        doc: parsed, with offsets equal to those of `document.text`. speakers: block index → entity id.
        """
        known = {entity.id: entity for entity in entities}
        actors = Actors(doc, links, self.lexicon)
        claims: list[Claim] = []
        for sent in doc.sents:
            if len({link.entity for token in sent for link in actors.inside.get(token.i, ())}) > 1:
                claims += self._read_sentence(sent, document, actors, known, speakers)
        return claims

    def _read_sentence(
        self,
        sent: Span,
        document: Document,
        actors: Actors,
        known: Mapping[str, Entity],
        speakers: Mapping[int, str],
    ) -> list[Claim]:
        matcher = Matcher(actors, self.lexicon)
        qualifier = Qualifier(actors, self.lexicon.contexts, self.lexicon.words["nouns.support_verbs"])
        matches = [match for token in sent for match in matcher.match(token)]
        matches += [*match_offices(sent, actors, self.titles, known), *find_parts(sent, actors, known)]
        block = _block_of(sent, document)
        is_question = sent.text.rstrip().rstrip("\"'”").endswith("?")
        claims: dict[tuple[object, ...], Claim] = {}
        for finding in _best(self._findings(matches, known)):
            reading = _read(finding.match, qualifier, is_question=is_question)
            time = find_time(finding.match.head, document.date)
            attitude = find_attitude(finding.match, self.lexicon)
            claim = _write_claim(sent, document, finding, reading, time, speakers.get(block), attitude)
            key = (claim.source, claim.target, claim.type, claim.polarity, claim.modality, claim.holders)
            if key not in claims or claims[key].confidence < claim.confidence:
                claims[key] = claim
        return sorted(
            claims.values(),
            key=lambda claim: (claim.cue_start, claim.source_start, claim.target_start, claim.type),
        )

    def _findings(self, matches: Iterable[Match], known: Mapping[str, Entity]) -> Iterator[Finding]:
        for match in matches:
            claim_type = self.lexicon.types[match.frame.type]
            for source, target in _pairs(match):
                ends = known[source.entity], known[target.entity]
                if not _fits(claim_type, *ends) or (match.path == "title" and _leads_elsewhere(match, *ends)):
                    continue
                yield Finding(match, claim_type, source, target)


@lru_cache(maxsize=2)
def _open_finder(lexicon: Lexicon) -> ClaimFinder:
    return ClaimFinder(lexicon)


def _fits(claim_type: ClaimType, source: Entity, target: Entity) -> bool:
    return source.type in claim_type.sources and target.type in claim_type.targets


def _leads_elsewhere(match: Match, holder: Entity, body: Entity) -> bool:
    """Of "the Russian and U.S. presidents" each leads his own."""
    return len(match.targets) > 1 and body.type == "STATE" and holder.state not in ("", body.id)


def find_claims(
    doc: Doc,
    document: Document,
    links: Sequence[Link],
    entities: Iterable[Entity],
    speakers: Mapping[int, str],
    lexicon: Lexicon,
) -> list[Claim]:
    """The claims of one document; see `ClaimFinder.find`."""
    return _open_finder(lexicon).find(doc, document, links, entities, speakers)


def _read(match: Match, qualifier: Qualifier, *, is_question: bool) -> Qualifiers:
    """A title and a name are stated as they stand, whatever becomes of the sentence around them."""
    if match.path == "part" or (match.path == "title" and not _is_predicate(match.head)):
        return Qualifiers(tense=find_tense(match.head))
    return qualifier.qualify(match.head, is_question=is_question)


def _is_predicate(title: Token) -> bool:
    """Whether the sentence itself gives the title: "he is president", "named as president"."""
    return title.dep_ in ("attr", "oprd") or (title.dep_ == "pobj" and title.head.lower_ == "as")


def find_attitude(match: Match, lexicon: Lexicon) -> Valence | None:
    """The valence of the frame; of a neutral one that of the words that describe: "sees it as a threat"."""
    if match.frame.valence != "neutral":
        return match.frame.valence
    describing = [*own(match.head, "amod", "oprd", "acomp"), *_complement(match.head)]
    lemmas = [token.lemma_.lower() for token in describing]
    good = sum(lemma in lexicon.words["attitudes.positive"] for lemma in lemmas)
    bad = sum(lemma in lexicon.words["attitudes.negative"] for lemma in lemmas)
    return "positive" if good > bad else "negative" if bad > good else "neutral"


def _complement(head: Token) -> Iterator[Token]:
    """The words of the as-phrase of a verb."""
    return (token for child in own(head, "prep") if child.lower_ == "as" for token in child.subtree)


def _pairs(match: Match) -> Iterator[tuple[Actor, Actor]]:
    if match.path.endswith("A+B"):
        return ((a, b) for a, b in combinations(match.sources, 2) if a.entity != b.entity)
    return pairs_of(list(match.sources), list(match.targets))


def _best(findings: Iterable[Finding]) -> list[Finding]:
    """For each word and pair of actors the most specific frame;
    of equals the one with the narrower target types."""
    best: dict[tuple[int, int, int], Finding] = {}
    for finding in findings:
        ends = sorted((finding.source.start, finding.target.start))
        key = (finding.match.head.i, ends[0], ends[1])
        if key not in best or _rank(finding) > _rank(best[key]):
            best[key] = finding
    return list(best.values())


def _rank(finding: Finding) -> tuple[int, int]:
    return finding.match.frame.priority, -len(finding.type.targets)


def _block_of(sent: Span, document: Document) -> int:
    return next(
        (index for index, block in enumerate(document.blocks) if block.start <= sent.start_char < block.end),
        -1,
    )


def _write_claim(
    sent: Span,
    document: Document,
    finding: Finding,
    reading: Qualifiers,
    time: Time | None,
    speaker: str | None,
    attitude: Valence | None,
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
        valence=_valence(attitude, negated=reading.negated),
        stage=match.frame.stage,
        tense=reading.tense,
        time_start=time.start if time else None,
        time_end=time.end if time else None,
        time_text=time.text if time else "",
        inferred=source.inferred or target.inferred,
        confidence=_confidence(match, source, target),
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
    parts = (
        doc,
        start,
        finding.source.start,
        finding.source.end,
        finding.type.name,
        finding.target.start,
        finding.target.end,
        *cue,
    )
    return hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _valence(valence: Valence | None, *, negated: bool) -> Valence | None:
    return DENIED[valence] if valence and negated else valence


def _confidence(match: Match, source: Actor, target: Actor) -> float:
    base = CERTAINTY[match.path.split()[0]] + 0.03 * min(match.frame.priority, 3)
    return round(min(base, 0.95) * source.certainty * target.certainty, 3)
