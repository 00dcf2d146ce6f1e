"""Resolves pronouns of the third person by recency, subjecthood and agreement; leaves the unsure alone."""

from math import log

from spacy.tokens import Token

from kg.model import Mention
from kg.resolution.antecedents import SUBJECT, Antecedent, Antecedents, role_of, subject_of
from kg.resolution.empty_it import EmptyIt
from kg.resolution.reading import Reading

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
ALL = MALE | FEMALE | NEUTER | PLURAL
ACTORS = frozenset({"STATE", "IGO", "ORG", "ARMED_GROUP", "BLOC"})
CLAUSE_VERBS = ("VERB", "AUX")
# sentences looked back, least score, and least lead over the second best
WINDOW = {"person": 5, "thing": 2, "many": 2}
LEAST = {"person": -8.0, "thing": -0.6, "many": -0.7}
MARGIN = {"person": 0.0, "thing": 0.15, "many": 0.15}
# what a tie by the phrase itself adds
CONJOINED, OWNED = 3.0, 1.5
PERSON_WEIGHTS = {
    "distance": -1.8,
    "tokens": -0.5,
    "subject": 1.1,
    "owner": 0.2,
    "object": 0.7,
    "parallel": 0.8,
    "main": 0.3,
    "speaker": -0.3,
    "clause": 0.2,
    "count": 0.1,
    "gender": 0.3,
    "ahead": 0.2,
    "nearest": 0.5,
    "joined": -1.0,
    "chain": -1.0,
    "first": 0.3,
}


class PronounReader:
    """Goes through a document's pronouns in order; each resolved one is an antecedent for the next."""

    def __init__(self, reading: Reading) -> None:
        words = reading.lexicon.words
        self.reading = reading
        self.known = Antecedents(reading)
        self.agentive = words["pronouns.agentive"]
        self.treaty_objects = words["pronouns.treaty_objects"]
        self.empty = EmptyIt(reading.lexicon)

    def link_all(self) -> None:
        """Links the pronouns of the third person that can be told."""
        for token in self.reading.doc:
            if token.lower_ in ALL and token.pos_ in ("PRON", "DET"):
                self._link(token, token.lower_)

    def _link(self, token: Token, word: str) -> None:
        kind = "person" if word in MALE | FEMALE else "thing" if word in NEUTER else "many"
        if word == "it" and self.empty.is_empty(token):
            self._leave(token, "it stands for nothing")
            return
        gender = "m" if word in MALE else "f" if word in FEMALE else ""
        rows = self._reachable(token, kind, gender)
        if kind == "many":
            rows += self._find_pair(token, rows)
        scored = [(self._score(token, word, row, gender, rows), -row.place, row) for row in rows]
        best = max(scored, default=None, key=lambda item: item[:2])
        if best is None or best[0] < LEAST[kind]:
            self._leave(token, "no likely antecedent")
            return
        rival = max((item[0] for item in scored if item[2].entities != best[2].entities), default=-99.0)
        if not best[2].entities:
            self._leave(token, "it points to something that is no entity")
        elif best[0] - rival < MARGIN[kind]:
            self._leave(token, "two antecedents are as likely")
        else:
            self._accept(token, best[2], gender, best[0] - rival)

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

    def _reachable(self, token: Token, kind: str, gender: str) -> list[Antecedent]:
        """What agrees with the pronoun and stands before it, or is the subject of its opening phrase."""
        here = self.reading.sentences[token.i]
        rows = [
            row
            for sentence in range(max(here - WINDOW[kind], 0), here + 1)
            for row in self.known.by_sentence.get(sentence, ())
            if self._agrees(row, kind, gender) and (row.place < token.idx or self._looks_ahead(token, row))
        ]
        return [row for row in rows if row.root != token.i and not self._is_barred(token, row)]

    def _find_pair(self, token: Token, rows: list[Antecedent]) -> list[Antecedent]:
        """The two states or persons before "they" in its sentence, if it names just two."""
        here = self.reading.sentences[token.i]
        if any(row.sentence == here and row.plural for row in rows):
            return []
        single = [
            row for row in self.known.by_sentence.get(here, ()) if row.entities and row.place < token.idx
        ]
        kinds = {self.reading.entities[row.entities[0]].type for row in single}
        both = tuple(dict.fromkeys(row.entities[0] for row in single))
        if len(both) != 2 or kinds not in ({"STATE"}, {"PERSON"}):
            return []
        first = single[0]
        return [Antecedent(first.place, first.root, here, first.role, both, "many", True)]

    def _agrees(self, row: Antecedent, kind: str, gender: str) -> bool:
        if kind == "person":
            fits = len(row.entities) == 1 and self.known.genders.get(row.entities[0], "") in ("", gender)
            return row.kind == "person" and fits
        if kind == "thing":
            return row.kind == "thing" and not row.plural
        if row.kind == "thing" and row.entities:
            return row.role == "subject" and self.reading.entities[row.entities[0]].type in ACTORS
        return row.kind == "many"

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
            return root.dep_ not in SUBJECT or not same
        if token.dep_ == "poss" or token.tag_ == "PRP$":
            return root.i == token.head.i or (root.dep_ == "poss" and root.head.i == token.head.i)
        governor, other = _governor(token), _governor(root)
        if same and token.dep_ not in SUBJECT and subject_of(governor) == root.i:
            return True
        if governor.i == other.i and governor.pos_ in CLAUSE_VERBS and root.dep_ not in ("advcl", "npadvmod"):
            return True
        return token.dep_ in SUBJECT and row.place > token.idx and root.head.i == token.head.i

    def _score(self, token: Token, word: str, row: Antecedent, gender: str, rows: list[Antecedent]) -> float:
        if word in MALE | FEMALE:
            found = self._features(token, row, gender, rows)
            told = sum(PERSON_WEIGHTS[name] * value for name, value in found.items())
            return told + self._bond(token, row)
        distance = self.reading.sentences[token.i] - row.sentence
        score = -1.0 * distance - 0.01 * min(abs(token.i - row.root), 60)
        score += {"subject": 1.0, "owner": 0.35, "object": 0.3}.get(row.role, 0.0)
        if distance == 1 and token.dep_ in SUBJECT and row.role == "subject":
            score += 0.35
        if row.place > token.idx:
            score -= 0.3
        if word in PLURAL and not row.plural:
            score -= 1.2
        elif row.entities:
            score += 0.12 * min(self.known.counts[row.entities[0]], 5)
        return score + self._fit(token, word, row) + self._bond(token, row)

    def _bond(self, token: Token, row: Antecedent) -> float:
        """ "the United States and its allies"; "Trump's statement that his …": tied by the phrase itself."""
        if token.dep_ == "poss" and token.head.dep_ == "conj" and token.head.head.i == row.root:
            return CONJOINED
        clause = _clause_of(token)
        if clause.dep_ in ("acl", "ccomp") and clause.head.pos_ == "NOUN":
            owner = next((child for child in clause.head.children if child.dep_ == "poss"), None)
            if owner is not None and owner.i == row.root:
                return OWNED
        return 0.0

    def _features(
        self, token: Token, row: Antecedent, gender: str, rows: list[Antecedent]
    ) -> dict[str, float]:
        """What speaks for a person as antecedent, by the names of PERSON_WEIGHTS."""
        root, entity = self.reading.doc[row.root], row.entities[0]
        distance = self.reading.sentences[token.i] - row.sentence
        role = role_of(token)
        verb = _clause_of(token)
        return {
            "distance": float(min(distance, 3)),
            "tokens": log(1 + abs(token.i - row.root)),
            "subject": float(row.role == "subject"),
            "owner": float(row.role == "owner"),
            "object": float(row.role == "object"),
            "parallel": float(role == row.role and role != "other"),
            "main": float(row.role == "subject" and _clause_of(root).dep_ == "ROOT"),
            "speaker": float(distance == 0 and row.role == "subject" and _is_above(_clause_of(root), verb)),
            "clause": float(distance == 0 and subject_of(verb) == row.root),
            "count": float(min(self.known.counts[entity], 5)),
            "gender": float(self.known.genders.get(entity) == gender),
            "ahead": float(row.place > token.idx),
            "nearest": float(
                row.place == max((other.place for other in rows if other.place < token.idx), default=-1)
            ),
            "joined": float(root.dep_ == "conj" or any(child.dep_ == "conj" for child in root.children)),
            "chain": float(root.pos_ == "PRON" or root.tag_ == "PRP$"),
            "first": float(row.place == min(other.place for other in rows)),
        }

    def _fit(self, token: Token, word: str, row: Antecedent) -> float:
        """What the verb asks of "it" and "they"."""
        verb = token.head.lemma_.lower()
        kind = self.reading.entities[row.entities[0]].type if row.entities else ""
        if (token.dep_ in SUBJECT and verb in self.agentive) or word in ("itself", "themselves"):
            return 0.8 if kind in ACTORS or kind == "GROUP" else -0.8
        if token.dep_ == "dobj" and verb in self.treaty_objects:
            return 0.8 if kind in ("TREATY", "LAW") else -0.6
        if word in ("its", "their"):
            return 0.3 if kind in ACTORS else -0.2
        return 0.1 if kind in ACTORS else -0.1


def _governor(token: Token) -> Token:
    """The verb over the token, across one preposition."""
    if token.dep_ == "pobj" and token.head.head.pos_ in CLAUSE_VERBS:
        return token.head.head
    return token.head


def _clause_of(token: Token) -> Token:
    """The verb of the clause the token stands in."""
    climb = token.head
    for _ in range(8):
        if climb.pos_ in CLAUSE_VERBS or climb.head.i == climb.i:
            break
        climb = climb.head
    return climb


def _is_above(upper: Token, lower: Token) -> bool:
    """`lower` lies in a clause that `upper` governs."""
    climb = lower
    for _ in range(8):
        if climb.head.i == climb.i:
            return False
        climb = climb.head
        if climb.i == upper.i:
            return True
    return False
