"""One parsed document → its claims: matches the frames, qualifies each match,
keeps the best reading of each word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from spacy.tokens import Doc, Span, Token

from kg.lexicon import ClaimType, Frame, Lexicon
from kg.model import Claim, Document, Entity, Link
from kg.relations.actors import Actor, Actors, pairs_of
from kg.relations.intents import Intent, Intents
from kg.relations.matching import Match, Matcher
from kg.relations.offices import index_titles, match_offices
from kg.relations.parts import find_parts
from kg.relations.qualifiers import Qualifier, Qualifiers, find_tense
from kg.relations.times import find_time
from kg.relations.writing import Finding, find_attitude, write_claim


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
        claims: dict[tuple[object, ...], Claim] = {}
        intents = Intents(actors, self.lexicon)
        for finding, reading in self._read_all(
            _best(self._findings(matches, known)), qualifier, intents, sent
        ):
            time = find_time(finding.match.head, document.date)
            attitude = find_attitude(finding.match, self.lexicon)
            claim = write_claim(sent, document, finding, reading, time, speakers.get(block), attitude)
            key = (claim.source, claim.target, claim.type, claim.polarity, claim.modality, claim.holders)
            if key not in claims or claims[key].confidence < claim.confidence:
                claims[key] = claim
        return sorted(
            claims.values(),
            key=lambda claim: (claim.cue_start, claim.source_start, claim.target_start, claim.type),
        )

    def _read_all(
        self, findings: Sequence[Finding], qualifier: Qualifier, intents: Intents, sent: Span
    ) -> Iterator[tuple[Finding, Qualifiers]]:
        """Each finding with its qualifiers, and what its source says to intend by it."""
        is_question = sent.text.rstrip().rstrip("\"'”").endswith("?")
        stated = {
            (finding.match.head.i, finding.source.entity, finding.target.entity) for finding in findings
        }
        for finding in findings:
            reading = _read(finding.match, qualifier, is_question=is_question)
            yield finding, reading
            deed, source = finding.match.head, finding.source.entity
            intent = intents.find(deed, finding.type, source, negated=reading.negated)
            if intent is None or (intent.head.i, source, finding.target.entity) in stated:
                continue
            meant = _as_intent(finding, intent, self.lexicon.types[intent.type])
            yield meant, _read(meant.match, qualifier, is_question=is_question)

    def _findings(self, matches: Iterable[Match], known: Mapping[str, Entity]) -> Iterator[Finding]:
        for match in matches:
            claim_type = self.lexicon.types[match.frame.type]
            for source, target in _pairs(match):
                ends = known[source.entity], known[target.entity]
                if not _fits(claim_type, *ends) or _is_elsewhere(match, *ends):
                    continue
                yield Finding(match, claim_type, source, target)


def _as_intent(finding: Finding, intent: Intent, claim_type: ClaimType) -> Finding:
    text = f"A {intent.head.lemma_.lower()} ... B ({finding.type.name})"
    frame = Frame(intent.type, "verb", intent.head.lemma_.lower(), text, finding.match.frame.subject)
    match = replace(finding.match, frame=frame, head=intent.head, last=intent.head, path="intent")
    return replace(finding, match=match, type=claim_type)


@lru_cache(maxsize=2)
def _open_finder(lexicon: Lexicon) -> ClaimFinder:
    return ClaimFinder(lexicon)


def _fits(claim_type: ClaimType, source: Entity, target: Entity) -> bool:
    return source.type in claim_type.sources and target.type in claim_type.targets


def _is_elsewhere(match: Match, source: Entity, target: Entity) -> bool:
    """Of "the Russian and U.S. presidents" each leads his own; a deed at home is done to nobody abroad."""
    if match.path == "title":
        return len(match.targets) > 1 and target.type == "STATE" and source.state not in ("", target.id)
    return match.path == "verb in" and target.state in (source.id, source.state)


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
