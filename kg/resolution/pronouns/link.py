"""Resolves pronouns of the third person by recency, subjecthood and agreement; leaves the unsure alone."""

from spacy.tokens import Token

from kg.model import Mention
from kg.resolution.pronouns.antecedents import SUBJECT, Antecedent, Antecedents, role_of, subject_of
from kg.resolution.pronouns.empty_it import EmptyIt
from kg.resolution.pronouns.scores import ACTORS, CLAUSE_VERBS, FEMALE, MALE, PLURAL, Scorer
from kg.resolution.reading import Reading

NEUTER = frozenset({"it", "its", "itself"})
# of more than two
QUANTIFYING = frozenset({"none", "most", "many", "some", "several", "all", "any", "few"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
ALL = MALE | FEMALE | NEUTER | PLURAL
# sentences looked back, least score, and least lead over the second best
WINDOW = {"person": 5, "thing": 2, "many": 2}
LEAST = {"person": -8.0, "thing": -0.6, "many": -0.7}
MARGIN = {"thing": 0.15, "many": 0.15}
# least trust in a person: a higher one gave more right and fewer found on pronouns set aside for tuning
TRUSTED = 1.1


class PronounReader:
    """Goes through a document's pronouns in order; each resolved one is an antecedent for the next."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.known = Antecedents(reading)
        self.scorer = Scorer(reading, self.known)
        self.homes = reading.lexicon.words["pronouns.homes"]
        self.told_objects = reading.lexicon.words["pronouns.told_objects"]
        self.empty = EmptyIt(reading.lexicon)

    def link_all(self) -> None:
        """Links the pronouns of the third person that can be told."""
        for token in self.reading.doc:
            if token.lower_ in ALL and token.pos_ in ("PRON", "DET") and not _is_determiner(token):
                self._link(token, token.lower_)

    def _link(self, token: Token, word: str) -> None:
        kind = "person" if word in MALE | FEMALE else "thing" if word in NEUTER else "many"
        if word == "it" and self.empty.is_empty(token):
            self._leave(token, "it stands for nothing")
            return
        gender = "m" if word in MALE else "f" if word in FEMALE else ""
        if word == "it" and token.dep_ == "dobj" and token.head.lemma_.lower() in self.told_objects:
            self._leave(token, "it may stand for what was said")
            return
        if word in REFLEXIVE and token.dep_ in ("npadvmod", "appos") and token.i:
            self._link_emphatic(token, token.nbor(-1))
            return
        if word == "them" and token.head.lower_ == "among":
            self._leave(token, "it points to those of whom some are named")
            return
        if kind != "person" and self._is_owned_by_other(token):
            self._leave(token, "it points to something that is no entity")
            return
        rows = self._reachable(token, kind, gender)
        if kind == "many":
            rows += self._find_pair(token, rows)
        if word == "them" and token.head.lower_ == "of" and token.head.head.lower_ in QUANTIFYING:
            rows = [row for row in rows if len(row.entities) != 2]
        if word == "both" or _is_pair(token):
            rows = [row for row in rows if len(row.entities) == 2]
        scored = [(self.scorer.score(token, word, row, gender, rows), -row.place, row) for row in rows]
        best = max(scored, default=None, key=lambda item: item[:2])
        if best is None or best[0] < LEAST[kind]:
            self._leave(token, "no likely antecedent")
            return
        rivals = [item[0] for item in scored if item[2].entities != best[2].entities]
        lead = best[0] - max(rivals) if rivals else None
        if not best[2].entities:
            self._leave(token, "it points to something that is no entity")
        elif kind == "person" and word not in REFLEXIVE and self.scorer.trust(token, best[2], lead) < TRUSTED:
            self._leave(token, "the likeliest antecedent is not safe enough")
        elif kind != "person" and lead is not None and lead < MARGIN[kind]:
            self._leave(token, "two antecedents are as likely")
        else:
            self._accept(token, best[2], gender, 1.0 if lead is None else lead)

    def _link_emphatic(self, token: Token, noun: Token) -> None:
        """ "The quarrel itself", "Russia itself": what stands before it."""
        for row in self.known.by_sentence.get(self.reading.sentences[token.i], ()):
            if row.root == noun.i and len(row.entities) == 1 and row.plural == (token.lower_ == "themselves"):
                self._accept(token, row, "", 1.0)
                return
        self._leave(token, "it points to something that is no entity")

    def _leave(self, token: Token, reason: str) -> None:
        self.reading.leave(token.idx, token.idx + len(token), reason)

    def _accept(self, token: Token, antecedent: Antecedent, gender: str, lead: float) -> None:
        confidence = round(min(0.55 + 0.15 * max(lead, 0), 0.9), 2)
        for entity in antecedent.entities:
            if gender:
                self.known.genders[entity] = gender
            kind = self.reading.entities[entity].type
            mention = Mention(token.idx, token.idx + len(token), token.text, "pronoun", kind, (), "pronoun")
            self.reading.link(mention, entity, "coreference", inferred=True, confidence=confidence)
        self.known.add(
            Antecedent(
                token.idx,
                token.i,
                self.reading.sentences[token.i],
                role_of(token),
                antecedent.entities,
                antecedent.kind,
                antecedent.plural,
            )
        )
        if gender and len(antecedent.entities) == 1:
            self._link_home(token, antecedent.entities[0])

    def _link_home(self, token: Token, person: str) -> None:
        """ "His country", "her government": the state of the person."""
        noun, state = token.head, self.reading.entities[person].state
        if token.dep_ != "poss" or noun.tag_ != "NN" or noun.lemma_.lower() not in self.homes:
            return
        told = [child for child in noun.children if child.dep_ in ("amod", "compound", "nmod", "nummod")]
        if told or state not in self.reading.lexicon.entries or self._is_linked(noun):
            return
        self.reading.know_id(state)
        self.reading.describe(noun.idx, noun.idx + len(noun), state, "description", confidence=0.75)
        sentence = self.reading.sentences[noun.i]
        self.known.add(Antecedent(noun.idx, noun.i, sentence, role_of(noun), (state,), "thing"))

    def _is_linked(self, token: Token) -> bool:
        return any(link.mention.start <= token.idx < link.mention.end for link in self.reading.links)

    def _reachable(self, token: Token, kind: str, gender: str) -> list[Antecedent]:
        """What agrees with the pronoun and stands before it, or is the subject of its opening phrase."""
        here = self.reading.sentences[token.i]
        rows = [
            row
            for sentence in range(max(here - WINDOW[kind], 0), here + 1)
            for row in self.known.by_sentence.get(sentence, ())
            if self._agrees(token, row, kind, gender)
            and (row.place < token.idx or self._looks_ahead(token, row))
        ]
        return [row for row in rows if row.root != token.i and not self._is_barred(token, row)]

    def _find_pair(self, token: Token, rows: list[Antecedent]) -> list[Antecedent]:
        """The two states or persons before "they" in its sentence, if it names just two."""
        here = self.reading.sentences[token.i] - _is_pair(token)
        if any(row.sentence == here and row.plural for row in rows) and not _is_pair(token):
            return []
        single = [
            row
            for row in self.known.by_sentence.get(here, ())
            if row.place < token.idx and self._is_of_pair(token, row)
        ]
        kinds = {self.reading.entities[row.entities[0]].type for row in single}
        both = tuple(dict.fromkeys(row.entities[0] for row in single))
        if len(both) != 2 or kinds not in ({"STATE"}, {"PERSON"}):
            return []
        first = single[0]
        return [Antecedent(first.place, first.root, here, first.role, both, "many", True)]

    def _is_of_pair(self, token: Token, row: Antecedent) -> bool:
        """Any that is named; "the two of them" are those who act."""
        if not _is_pair(token):
            return bool(row.entities)
        return len(row.entities) == 1 and row.role == "subject" and row.kind != "many"

    def _agrees(self, token: Token, row: Antecedent, kind: str, gender: str) -> bool:
        if kind == "person":
            fits = len(row.entities) == 1 and self.known.genders.get(row.entities[0], "") in ("", gender)
            return row.kind == "person" and fits
        if kind == "thing":
            return row.kind == "thing" and not row.plural
        if row.kind == "thing" and row.entities:
            type_ = self.reading.entities[row.entities[0]].type
            if self._is_one_of_many(row) or (type_ in ("STATE", "BLOC") and not self._governs(token, row)):
                return False
            return type_ == "ARMED_GROUP" or (row.role == "subject" and type_ in ACTORS)
        return row.kind == "many"

    def _governs(self, token: Token, row: Antecedent) -> bool:
        """ "The Kremlin is no fan. They see": those in the seat, or a bloc; not "Kiev says that their"."""
        later = row.sentence < self.reading.sentences[token.i]
        is_bloc = row.plural and self.reading.entities[row.entities[0]].type == "BLOC"
        return is_bloc or (row.is_seat and later and token.dep_ in SUBJECT)

    def _is_one_of_many(self, row: Antecedent) -> bool:
        """ "European nations and Japan … they": Japan alone is not who is meant."""
        root = self.reading.doc[row.root]
        joined = (
            [root.head] if root.dep_ == "conj" else [part for part in root.children if part.dep_ == "conj"]
        )
        return any(part.tag_ == "NNS" for part in joined)

    def _is_owned_by_other(self, token: Token) -> bool:
        """ "The Nazi decision to launch its invasion": whose decision it is, and that is not linked."""
        clause = _governor(token)
        while clause.pos_ not in CLAUSE_VERBS and clause.head.i != clause.i:
            clause = clause.head
        if clause.dep_ != "acl" or clause.tag_ != "VB" or clause.head.pos_ != "NOUN":
            return False
        owners = [
            child
            for child in clause.head.children
            if child.dep_ in ("amod", "compound", "nmod") and child.text[:1].isupper()
        ]
        return bool(owners) and not any(
            link.mention.start <= owner.idx < link.mention.end
            for owner in owners
            for link in self.reading.links
        )

    def _is_subject(self, row: Antecedent, subject: int) -> bool:
        """The antecedent is the subject, a part of it, or what a pronoun there stands for."""
        climb = self.reading.doc[row.root]
        while climb.dep_ == "conj" and climb.i != subject:
            climb = climb.head
        if climb.i == subject:
            return True
        if subject < 0 or not row.entities:
            return False
        here = self.known.by_sentence.get(self.reading.sentences[subject], ())
        return any(other.root == subject and other.entities == row.entities for other in here)

    def _looks_ahead(self, token: Token, row: Antecedent) -> bool:
        """ "In his dealings, Putin insists": an opening phrase may point ahead to the subject."""
        root = self.reading.doc[row.root]
        if root.dep_ not in SUBJECT or row.sentence != self.reading.sentences[token.i]:
            return False
        climb, steps = token, 0
        while climb.head.i not in (climb.i, root.head.i) and steps < 8:
            climb, steps = climb.head, steps + 1
        return climb.head.i == root.head.i and climb.dep_ in ("prep", "advcl") and climb.i < root.i

    def _is_barred(self, token: Token, row: Antecedent) -> bool:
        """The grammar forbids it: "he saw him" are two; "himself" is the subject."""
        root = self.reading.doc[row.root]
        same = row.sentence == self.reading.sentences[token.i]
        if token.lower_ in REFLEXIVE:
            subject = subject_of(_governor(token))
            return root.dep_ not in SUBJECT or not same or (subject >= 0 and subject != root.i)
        if token.dep_ == "poss" or token.tag_ == "PRP$":
            return root.i == token.head.i or (root.dep_ == "poss" and root.head.i == token.head.i)
        governor, other = _governor(token), _governor(root)
        if token.dep_ not in SUBJECT and self._is_subject(row, subject_of(governor)):
            return True
        if governor.i == other.i and governor.pos_ in CLAUSE_VERBS and root.dep_ not in ("advcl", "npadvmod"):
            return True
        return token.dep_ in SUBJECT and row.place > token.idx and root.head.i == token.head.i


def _is_pair(token: Token) -> bool:
    """ "The two of them"."""
    return token.lower_ == "them" and token.head.lower_ == "of" and token.head.head.lower_ in ("two", "pair")


def _governor(token: Token) -> Token:
    """The verb over the token, across one preposition."""
    if token.dep_ == "pobj" and token.head.head.pos_ in CLAUSE_VERBS:
        return token.head.head
    return token.head


def _is_determiner(token: Token) -> bool:
    """ "Both leaders", "both of them", "both in … and in …" are no pronouns."""
    return token.lower_ == "both" and (
        token.dep_ not in ("nsubj", "nsubjpass", "dobj")
        or any(child.dep_ in ("prep", "conj", "cc") for child in token.children)
    )
