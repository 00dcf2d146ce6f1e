"""One parsed document → its claims: matches the frames, qualifies each match,
keeps the best reading of each word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations, permutations

from spacy.tokens import Doc, Span, Token

from kg.lexicon import ClaimType, Frame, Lexicon
from kg.lexicon.claim_types import TYPE_GROUPS
from kg.model import Claim, Document, Entity, Link
from kg.relations.actors import PLACES, Actor, Actors, pairs_of
from kg.relations.choosing import choose_findings
from kg.relations.frames.joint import find_joint
from kg.relations.frames.matching import Match, Matcher
from kg.relations.frames.offices import index_titles, match_offices
from kg.relations.frames.parts import find_parts
from kg.relations.frames.protests import find_protests
from kg.relations.status.intents import Intent, Intents
from kg.relations.status.qualifiers import Qualifier, Qualifiers
from kg.relations.status.quotation import Quotes
from kg.relations.status.responses import Responses
from kg.relations.status.tenses import find_tense
from kg.relations.syntax import own
from kg.relations.times import Times
from kg.relations.writing import Finding, write_claim

HOLDERS = TYPE_GROUPS["actor"]


@dataclass(frozen=True, slots=True)
class Scene:
    """One document, and the readers of its parse."""

    document: Document
    known: Mapping[str, Entity]
    speakers: Mapping[int, str]
    actors: Actors
    matcher: Matcher
    qualifier: Qualifier
    quotes: Quotes
    intents: Intents
    responses: Responses


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
        actors = Actors(doc, links, self.lexicon)
        scene = Scene(
            document=document,
            known={entity.id: entity for entity in entities},
            speakers=speakers,
            actors=actors,
            matcher=Matcher(actors, self.lexicon),
            qualifier=Qualifier(actors, self.lexicon),
            quotes=Quotes(doc, document.blocks, actors, self.lexicon.contexts),
            intents=Intents(actors, self.lexicon),
            responses=Responses(actors, self.lexicon),
        )
        return [
            claim
            for sent in doc.sents
            if len({link.entity for token in sent for link in actors.inside.get(token.i, ())}) > 1
            for claim in self._read_sentence(sent, scene)
        ]

    def _read_sentence(self, sent: Span, scene: Scene) -> list[Claim]:
        matches = [match for token in sent for match in scene.matcher.match(token)]
        matches += match_offices(sent, scene.actors, self.titles, scene.known)
        matches += find_parts(sent, scene.actors, scene.known)
        matches += find_joint(sent, scene.actors, self.lexicon, scene.matcher.controls)
        block = _block_of(sent, scene.document)
        claims: dict[tuple[object, ...], Claim] = {}
        times = Times(sent, scene.document, scene.actors, self.lexicon)
        findings = choose_findings(self._findings(matches, scene.known), scene.known)
        findings += list(find_protests(findings, self.lexicon))
        for finding, reading in self._read_all(findings, sent, scene):
            time = times.find(finding.match.head, finding.match.last, reading.tense, finding.match.path)
            speaker = scene.speakers.get(block)
            claim = write_claim(sent, scene.document, finding, reading, time, speaker, self.lexicon)
            key = (claim.source, claim.target, claim.type, claim.polarity, claim.modality, claim.holders)
            if key not in claims or claims[key].confidence < claim.confidence:
                claims[key] = claim
        return sorted(
            claims.values(),
            key=lambda claim: (claim.cue_start, claim.source_start, claim.target_start, claim.type),
        )

    def _read_all(
        self, findings: Sequence[Finding], sent: Span, scene: Scene
    ) -> Iterator[tuple[Finding, Qualifiers]]:
        """Each finding with its qualifiers; what its source intends by it; what its source denies of it."""
        is_question = sent.text.rstrip().rstrip("\"'”").endswith("?")
        readings = [_read(finding.match, scene, is_question=is_question) for finding in findings]
        intended = [
            scene.intents.find(
                finding.match.head, finding.type, finding.source.entity, negated=reading.negated
            )
            for finding, reading in zip(findings, readings, strict=True)
        ]
        promised = {
            _spot(finding, intent.head)
            for finding, intent in zip(findings, intended, strict=True)
            if intent is not None and intent.is_promise
        }
        stated = {_spot(finding, finding.match.head) for finding in findings} - promised
        denials = scene.responses.find(sent)
        for finding, reading, intent in zip(findings, readings, intended, strict=True):
            deed, source = finding.match.head, finding.source.entity
            if "..." in finding.match.frame.text and _spot(finding, deed) in promised:
                continue
            if intent is None or intent.type != finding.type.name:
                yield finding, reading
            if intent is not None and _spot(finding, intent.head) not in stated:
                meant = _as_intent(finding, intent, self.lexicon.types[intent.type])
                yield meant, _read(meant.match, scene, is_question=is_question)
            for verb, who in denials:
                is_deniable = finding.match.path not in ("part", "title") and not reading.negated
                if is_deniable and who == source and deed.i < verb.i:
                    yield _as_denial(finding, verb), _deny(reading, verb, who)

    def _is_act(self, noun: str) -> bool:
        return bool(noun) and noun not in self.lexicon.words["nouns.organs"]

    def _findings(self, matches: Iterable[Match], known: Mapping[str, Entity]) -> Iterator[Finding]:
        for match in matches:
            claim_type = self.lexicon.types[match.frame.type]
            if claim_type.name == "ASSAULT" and _is_figurative(match, self.lexicon):
                continue
            for source, target in _pairs(match, claim_type):
                ends = known[source.entity], known[target.entity]
                if claim_type.symmetric and not _fits(claim_type, *ends):
                    source, target, ends = target, source, ends[::-1]
                if not _fits(claim_type, *ends) or _is_elsewhere(match, claim_type, *ends):
                    continue
                if claim_type.name == "PART_OF" and self._is_act(target.through):
                    continue  # "in control of Taiwan" is not in Taiwan
                yield Finding(match, claim_type, source, target)


def _spot(finding: Finding, head: Token) -> tuple[int, str, str]:
    return head.i, finding.source.entity, finding.target.entity


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


def _is_elsewhere(match: Match, claim_type: ClaimType, source: Entity, target: Entity) -> bool:
    """Of "the Russian and U.S. presidents" each leads his own; a deed at home is done to nobody abroad,
    if it is not rebels who do it."""
    if match.path == "title":
        return target.type == "STATE" and source.state not in ("", target.id)
    if claim_type.name == "RETREAT" and source.type == "PERSON" and not _has_words(match.frame):
        return target.type in ("PLACE", "STATE")  # who left Paris withdrew nothing
    says_where = match.path == "verb in" or (
        claim_type.family == "material conflict" and _reaches_a_place(match.frame)
    )
    is_rebel = source.type == "ARMED_GROUP" or source.sector == "REB"
    return says_where and not is_rebel and target.state in (source.id, source.state)


def _has_words(frame: Frame) -> bool:
    return any(slot.words for slot in (frame.object, *frame.others) if slot is not None)


def _is_figurative(match: Match, lexicon: Lexicon) -> bool:
    """Whether nobody is hit: "a trade war", "a verbal attack"."""
    described = [child for token in (match.head, match.last) for child in own(token, "amod", "compound")]
    return any(child.lemma_.lower() in lexicon.words["nouns.figurative"] for child in described)


def _reaches_a_place(frame: Frame) -> bool:
    """Whether B stands only where a deed takes place: "A march in B"."""
    return any(slot.name == "B" and slot.paths and slot.paths <= PLACES for slot in frame.others)


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


def _read(match: Match, scene: Scene, *, is_question: bool) -> Qualifiers:
    """A title, role, name or attribute is stated as it stands, whatever becomes of the sentence around it."""
    stands_apart = match.path in ("title", "role") and not _is_predicate(match.head)
    if match.path == "part" or stands_apart or match.head.dep_ == "amod":
        return scene.qualifier.qualify_name(match.head)
    reading = scene.qualifier.qualify(match.head, is_question=is_question)
    speaker = scene.quotes.speaker_of(match.head)
    if speaker and speaker not in reading.holders:
        reading.holders.append(speaker)
    reading.holders = [holder for holder in reading.holders if scene.known[holder].type in HOLDERS]
    return reading


def _as_denial(finding: Finding, verb: Token) -> Finding:
    text = f"A {verb.lemma_.lower()} it ({finding.match.frame.text})"
    match = replace(finding.match, frame=replace(finding.match.frame, text=text), head=verb, last=verb)
    return replace(finding, match=match)


def _deny(reading: Qualifiers, verb: Token, who: str) -> Qualifiers:
    return Qualifiers(negated=True, modality=reading.modality, holders=[who], tense=find_tense(verb))


def _is_predicate(title: Token) -> bool:
    """Whether the sentence itself gives the title or role: "he is president", "named as president"."""
    while title.dep_ == "conj":
        title = title.head
    return title.dep_ in ("attr", "oprd") or (
        title.dep_ == "pobj"
        and title.head.lower_ == "as"
        and title.head.head.pos_ in ("VERB", "AUX")
        and title.head.head.i < title.i
    )


def _pairs(match: Match, claim_type: ClaimType) -> Iterator[tuple[Actor, Actor]]:
    """Who with whom; of two who share a slot each does it to the other: "war between A and B"."""
    if match.path.endswith("A+B"):
        orders = combinations if claim_type.symmetric else permutations
        return ((a, b) for a, b in orders(match.sources, 2) if a.entity != b.entity)
    return pairs_of(list(match.sources), list(match.targets))


def _block_of(sent: Span, document: Document) -> int:
    return next(
        (index for index, block in enumerate(document.blocks) if block.start <= sent.start_char < block.end),
        -1,
    )
