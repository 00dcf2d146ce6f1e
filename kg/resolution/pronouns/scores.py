"""What speaks for an antecedent of a pronoun, and how sure the best one is."""

from math import log

from spacy.tokens import Token

from kg.resolution.pronouns.antecedents import SUBJECT, Antecedent, Antecedents, role_of, subject_of
from kg.resolution.reading import Reading

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "both"})
ACTORS = frozenset({"STATE", "IGO", "ORG", "ARMED_GROUP", "BLOC"})
CLAUSE_VERBS = ("VERB", "AUX")
# what the role of the antecedent adds, by the role of "it" or "they"
ROLES = {"subject": 1.0, "owner": 0.35, "object": 0.3}
OBJECT_ROLES = {"subject": 0.3, "owner": 0.2, "object": 1.0, "other": 0.5}
MAIN = 0.3
# what counts against the subject of a closed clause, a modifier, a place, who punishes "because it …"
CLOSED, MODIFIER, PLACED, BLAMED = 0.6, 0.5, 0.6, 3.5
PLACING = frozenset({"in", "at", "near", "into", "across", "throughout", "off", "around"})
DOER = 1.5
# what a tie by the phrase itself adds
CONJOINED, OWNED = 3.0, 1.5
# how sure a person is: the lead over the next, or that none is near or in the text, and the role
TRUST = {"subject": 1.0, "object": 0.3, "owner": 0.0, "other": -1.0}
JOINED, ALONE, ONLY = -1.0, 0.5, 1.0
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


class Scorer:
    """Weighs antecedents by recency, role, agreement and what the verb asks."""

    def __init__(self, reading: Reading, known: Antecedents) -> None:
        words = reading.lexicon.words
        self.reading = reading
        self.known = known
        self.agentive = words["pronouns.agentive"]
        self.treaty_objects = words["pronouns.treaty_objects"]
        self.treaty_subjects = words["pronouns.treaty_subjects"]
        self.treaty_passives = words["pronouns.treaty_passives"]
        self.event_passives = words["pronouns.event_passives"]
        self.actor_nouns = words["pronouns.actor_nouns"]
        self.rulers = words["descriptions.rulers"] | words["organs.state_itself"]
        self.charges, self.answers = words["pronouns.charges"], words["pronouns.answers"]

    def score(self, token: Token, word: str, row: Antecedent, gender: str, rows: list[Antecedent]) -> float:
        if word in MALE | FEMALE:
            found = self._features(token, row, gender, rows)
            told = sum(PERSON_WEIGHTS[name] * value for name, value in found.items())
            return told + self._bond(token, row)
        distance = self.reading.sentences[token.i] - row.sentence
        score = -1.0 * distance - 0.01 * min(abs(token.i - row.root), 60)
        score += (OBJECT_ROLES if _is_object(token) else ROLES).get(row.role, 0.0)
        if distance == 1 and token.dep_ in SUBJECT and row.role == "subject":
            score += 0.35
        if row.place > token.idx:
            score -= 0.3
        if row.role == "subject" and row.sentence != self.reading.sentences[token.i]:
            score += MAIN * (_clause_of(self.reading.doc[row.root]).dep_ == "ROOT")
        if word in PLURAL and not row.plural and not self._is_armed_group(row):
            score -= 1.2
        elif row.entities:
            score += 0.12 * min(self.known.counts[row.entities[0]], 5 if len(row.entities) == 1 else 3)
        score -= self._count_against(token, row)
        return score + self._fit(token, word, row) + self._bond(token, row)

    def _is_armed_group(self, row: Antecedent) -> bool:
        return bool(row.entities) and self.reading.entities[row.entities[0]].type == "ARMED_GROUP"

    def _count_against(self, token: Token, row: Antecedent) -> float:
        """A clause closed before, a name that only modifies, a place in which something lies."""
        root = self.reading.doc[row.root]
        clause = _clause_of(root)
        against = 0.0
        if clause.dep_ in ("relcl", "acl") and row.role == "subject" and not _is_above(clause, token):
            against += CLOSED
        if row.entities and root.dep_ in ("compound", "nmod") and root.head.lemma_.lower() not in self.rulers:
            against += MODIFIER
        if root.dep_ == "pobj" and root.head.lower_ in PLACING and row.entities and token.dep_ in SUBJECT:
            against += PLACED
        if row.role == "subject" and self._is_blamed_because(token, clause):
            against += BLAMED
        return against

    def _is_blamed_because(self, token: Token, clause: Token) -> bool:
        """ "Russia punished the bank because it …": who is punished did something."""
        own = _clause_of(token)
        because = any(
            child.dep_ == "mark" and child.lower_ in ("because", "since", "as") for child in own.children
        )
        if not because or token.dep_ not in SUBJECT or own.dep_ != "advcl" or own.head.i != clause.i:
            return False
        burdens = {child.lemma_.lower() for child in clause.children if child.dep_ == "dobj"}
        return clause.lemma_.lower() in self.charges or bool(burdens & self.charges)

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
        acts = kind in ACTORS or kind == "GROUP"
        if token.dep_ in SUBJECT and verb in self.answers and self._is_charged(token, row):
            return 3.0
        if token.dep_ == "nsubj" and verb in self.treaty_subjects and kind in ("TREATY", "LAW"):
            return 1.2
        if token.dep_ == "nsubjpass" and verb in self.treaty_passives and kind in ("TREATY", "LAW"):
            return 1.0
        if token.dep_ == "nsubjpass" and verb in self.event_passives and word == "it":
            return -1.2 if acts else 0.3
        if word == "it" and (noun := _noun_told_of(token)) is not None:
            return 0.8 if self._is_actor_noun(noun) and acts else -2.0
        if (token.dep_ in SUBJECT and verb in self.agentive) or word in ("itself", "themselves"):
            return 0.8 if kind in ACTORS or kind == "GROUP" else -0.8
        if token.dep_ == "dobj" and verb in self.treaty_objects:
            return 0.8 if kind in ("TREATY", "LAW") else -1.2
        if word in ("its", "their"):
            return 0.3 if kind in ACTORS else -0.2
        return 0.1 if kind in ACTORS else -0.1

    def _is_doer_charged(self, token: Token, row: Antecedent) -> bool:
        """ "Accused Poroshenko of staging it for the sake of his ratings"."""
        clause = _clause_of(token)
        charged = clause.dep_ == "pcomp" and clause.head.lower_ == "of"
        return charged and token.dep_ == "poss" and subject_of(clause) == row.root

    def _is_charged(self, token: Token, row: Antecedent) -> bool:
        """Who was accused just before is likely who denies."""
        root = self.reading.doc[row.root]
        distance = self.reading.sentences[token.i] - row.sentence
        return distance <= 1 and root.dep_ == "dobj" and root.head.lemma_.lower() in self.charges

    def _is_actor_noun(self, noun: Token) -> bool:
        lemma = noun.lemma_.lower()
        return lemma in self.actor_nouns

    def trust(self, token: Token, row: Antecedent, lead: float | None) -> float:
        """How safely a person is told: `lead` over the next likely, None where there is no other."""
        if bond := self._bond(token, row):
            return bond
        if self._is_doer_charged(token, row):
            return DOER
        root = self.reading.doc[row.root]
        joined = root.dep_ == "conj" or any(child.dep_ == "conj" for child in root.children)
        if lead is None:
            persons = sum(entity.type == "PERSON" for entity in self.reading.entities.values())
            entry = self.reading.lexicon.entries.get(row.entities[0])
            lead = ONLY if persons == 1 or (entry and entry.gender) else ALONE
        return lead + TRUST[row.role] + JOINED * joined


def _noun_told_of(token: Token) -> Token | None:
    """ "It was the first application": the noun that says what "it" is."""
    if token.dep_ not in SUBJECT or token.head.lemma_ != "be":
        return None
    return next(
        (child for child in token.head.children if child.dep_ == "attr" and child.pos_ == "NOUN"), None
    )


def _is_object(token: Token) -> bool:
    """The object of a verb, or of a preposition that belongs to a verb: "voted against it"."""
    behind = token.dep_ == "pobj" and token.head.head.pos_ in CLAUSE_VERBS
    return behind or role_of(token) == "object"


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
