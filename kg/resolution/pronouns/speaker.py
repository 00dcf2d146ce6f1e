"""Resolves the first person of who speaks for a state: "my country", "our people", "we condemn"."""

from spacy.tokens import Token

from kg.model import Mention
from kg.resolution.phrases.forum import find_home_state, find_official_state, is_at_un, is_quoted
from kg.resolution.reading import Reading

OWN = frozenset({"my", "our"})
PLAIN = frozenset({"own", "beloved", "dear", "small", "great", "young", "little", "proud", "entire", "whole"})
# the first words of a clause in which "we" are as likely all who listen
SHARED = frozenset({"must", "should", "shall", "can", "could", "ought", "need", "may", "might", "have"})


class SpeakerReader:
    """Knows in whose name each part of a document is spoken."""

    def __init__(self, reading: Reading) -> None:
        words = reading.lexicon.words
        self.reading = reading
        self.homes = words["descriptions.homes"]
        self.states_it = words["descriptions.speakers_verbs"]
        self.everyone = words["descriptions.everyone"]
        self.has_turns = any(block.speaker for block in reading.document.blocks)
        official = find_official_state(reading)
        self.state = None if self.has_turns else find_home_state(reading) or official
        self.is_stated = is_at_un(reading) or official is not None

    def link_all(self) -> None:
        """Links "my country" and its like, and "we" where it is sure; says where the state is not known."""
        for token in self.reading.doc:
            word = token.lower_
            if word in self.homes and token.tag_ not in ("NNS", "NNPS") and self._is_own(token):
                self._link_home(token)
            elif word == "we" and self.state and self.is_stated and self._is_stated(token):
                self._link(token, token, "pronoun", 0.75)

    def _is_own(self, token: Token) -> bool:
        doc, before = self.reading.doc, token.i - 1
        while before >= 0 and doc[before].lower_ in PLAIN:
            before -= 1
        behind = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
        if behind in ("of", "-") or (token.dep_ == "compound" and token.nbor(1).pos_ in ("NOUN", "PROPN")):
            return False
        return before >= 0 and doc[before].lower_ in OWN

    def _link_home(self, token: Token) -> None:
        if is_quoted(self.reading.text, token.idx) or self._is_taken(token):
            return
        first = token
        while first.nbor(-1).lower_ in PLAIN | OWN:
            first = first.nbor(-1)
            if first.lower_ in OWN or not first.i:
                break
        self._link(first, token, "description", 0.85)

    def _is_taken(self, token: Token) -> bool:
        return any(link.mention.start <= token.idx < link.mention.end for link in self.reading.links)

    def _link(self, first: Token, last: Token, kind: str, confidence: float) -> None:
        start, end = first.idx, last.idx + len(last)
        state = self._find_state(start)
        if state is None:
            self.reading.leave(start, end, "the state of the speaker is not known")
            return
        mention = Mention(
            start, end, self.reading.raw[start:end],
            "pronoun" if kind == "pronoun" else "description", "STATE", (), kind,
        )  # fmt: skip
        self.reading.know_id(state)
        self.reading.link(mention, state, "speaker", inferred=True, confidence=confidence)

    def _find_state(self, place: int) -> str | None:
        """The state of who has the turn at `place`, or of who speaks the whole."""
        if not self.has_turns:
            return self.state
        for block in self.reading.document.blocks:
            if block.speaker and block.start <= place < block.end:
                return self._find_state_of(*block.speaker)
        return None

    def _find_state_of(self, start: int, end: int) -> str | None:
        for link in self.reading.links:
            entity = self.reading.entities[link.entity]
            if link.mention.start < end and start < link.mention.end and entity.type == "PERSON":
                return entity.state if entity.state in self.reading.lexicon.entries else None
        return None

    def _is_stated(self, token: Token) -> bool:
        """ "We condemn": a statement that a government makes, not a duty or a hope of all."""
        verb = token.head
        if token.dep_ != "nsubj" or verb.lemma_.lower() not in self.states_it:
            return False
        helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg")}
        if helpers & SHARED or verb.dep_ not in ("ROOT", "conj") or verb.tag_ not in ("VBP", "VB", "VBD"):
            return False
        if any(child.dep_ in ("appos", "det", "relcl", "prep") for child in token.children):
            return False
        if is_quoted(self.reading.text, token.idx) or not self._governs(verb):
            return False
        words = {part.lower_ for part in token.sent}
        return not words & self.everyone

    def _governs(self, verb: Token) -> bool:
        """A second clause of a statement is one only if the first is."""
        if verb.dep_ == "ROOT":
            return True
        subject = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
        return verb.head.lemma_.lower() in self.states_it or (subject is not None and subject.lower_ != "we")
