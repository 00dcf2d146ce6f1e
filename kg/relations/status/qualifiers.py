"""How a claim is put: affirmed or negated, asserted or desired or possible or asked, and according to whom.

Climbs from the predicate to the root of its sentence. Each word on the way (contexts.toml) may flip the
polarity, set the modality or name a holder. A relative clause and an adverbial clause are stated for
themselves: above them only holders count.
"""

from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.lexicon import Context, Lexicon
from kg.model import Modality, Polarity, Tense
from kg.relations.actors import Actors
from kg.relations.status.holders import add_sayer, add_viewpoint, is_told
from kg.relations.status.tenses import find_tense
from kg.relations.syntax import CLAUSES, is_gerund, is_passive, own, takes_place

NEGATIVE_DETERMINERS = frozenset({"no", "neither", "none", "nobody", "nothing"})
OPEN_QUESTIONS = frozenset({"why", "when", "where"})
POSSIBLE, DESIRED = Context("hypothesis", modality="possible"), Context("purpose", modality="desired")
STATING = frozenset({"reports", "facts", "accusations", "causes", "entailments"})
ASIDE = frozenset({"amid", "after", "before", "by", "during", "in", "since", "under", "with", "within"})
TEMPORAL = frozenset({"when", "once", "after", "before", "until", "as"})


@dataclass(slots=True)
class Qualifiers:
    """The reading so far. `holders` are entity ids, innermost first;
    `open` is false once the clause stands for itself, `is_core`
    once it is a clause of its own within what a question asks."""

    negated: bool = False
    modality: Modality = "asserted"
    holders: list[str] = field(default_factory=list)
    tense: Tense = ""
    open: bool = True
    is_core: bool = True

    @property
    def polarity(self) -> Polarity:
        """`negated` after an odd number of negations."""
        return "negated" if self.negated else "affirmed"


class Qualifier:
    """Reads the qualifiers of a predicate; state: the actors of the document and the lexicon's contexts."""

    def __init__(self, actors: Actors, lexicon: Lexicon) -> None:
        self.actors = actors
        self.contexts = lexicon.contexts
        self.support = lexicon.words["nouns.support_verbs"]
        self.talks = lexicon.words["groups.talk"]
        self.narrative = lexicon.words["grammar.narrative_words"]
        self.performatives = lexicon.words["grammar.performatives"]
        self.occasions = lexicon.words["grammar.occasions"]
        self.happening = lexicon.words["grammar.happening_verbs"]

    def qualify_name(self, noun: Token) -> Qualifiers:
        """The qualifiers of a title, role or name: its own negation ("never a party to it") and no other."""
        own_negations = sum(map(_negates, noun.children))
        return Qualifiers(negated=own_negations % 2 == 1, tense=find_tense(noun))

    def qualify(self, predicate: Token, *, is_question: bool) -> Qualifiers:
        """The qualifiers of the claim that `predicate` heads."""
        reading = Qualifiers(tense=find_tense(predicate))
        if reading.tense == "future" and predicate.pos_ in ("VERB", "AUX"):
            self._apply_modality(POSSIBLE, reading)
        node = predicate
        self._read_own(node, reading)
        while node.dep_ != "ROOT":
            node = self._climb(node, reading)
        if (
            is_question
            and reading.open
            and reading.is_core
            and reading.modality == "asserted"
            and _is_asked(node)
        ):
            reading.modality = "asked"
        return reading

    def _climb(self, node: Token, reading: Qualifiers) -> Token:
        parent = node.head
        if is_gerund(node):
            parent = parent.head
            self._leave_clause(node, parent, reading)
        elif node.dep_ == "relcl" or _is_participial(node):
            reading.open = False
        elif node.dep_ == "advcl":
            self._leave_adverbial(node, reading)
        elif node.dep_ == "prep" and parent.pos_ in ("VERB", "NOUN"):
            pass
        elif node.dep_ == "conj":
            self._share(node, parent, reading)
        elif node.dep_ in CLAUSES:
            self._leave_clause(node, parent, reading)
        elif node.pos_ in ("NOUN", "PROPN", "ADJ", "ADP"):
            self._leave_noun(node, parent, reading)
        add_viewpoint(self.actors, parent, reading.holders)
        return parent

    # the word itself

    def _read_own(self, node: Token, reading: Qualifiers, *, below: Token | None = None) -> None:
        """Reads what qualifies a word, except the phrase `below` it that has been read."""
        if not reading.open:
            return
        for child in node.children:
            if child != below:
                self._read_child(child, node, reading)
        add_viewpoint(self.actors, node, reading.holders)
        if node.dep_ in ("acomp", "attr", "oprd") or node.pos_ == "NOUN":
            copula = node.head if node.head.lemma_.lower() in ("be", "become", "remain", "seem") else None
            if copula is not None and node.dep_ in ("acomp", "attr", "oprd"):
                for child in copula.children:
                    if child.i != node.i:
                        self._read_child(child, copula, reading)

    def _read_child(self, child: Token, node: Token, reading: Qualifiers) -> None:
        word = child.lower_
        if _negates(child):
            reading.negated = not reading.negated
        elif child.dep_ == "aux" and not (word == "would" and self._tells_later(node)):
            self._apply_modality(self.contexts.get(("modal", word)), reading)
        elif child.dep_ == "advmod":
            self._apply(self.contexts.get(("adverb", word)), reading)
        elif child.dep_ == "amod" and node.pos_ == "NOUN":
            self._apply_modality(self.contexts.get(("adjective", word)), reading)
        elif child.dep_ == "mark" and (node.dep_ == "advcl" or word in ("whether", "if")):
            self._apply_modality(self.contexts.get(("marker", word)), reading)

    def _tells_later(self, verb: Token) -> bool:
        """Whether "would" only looks ahead within the past: "would not leave for another twenty years"."""
        later = own(verb, "advmod", "npadvmod", "prep")
        return any(token.lower_ in self.narrative for child in later for token in child.subtree)

    def _performs(self, verb: Token, governor: Token) -> bool:
        """Whether it is done by saying it: "I would like to thank", "take this occasion to welcome"."""
        if verb.lemma_.lower() not in self.performatives:
            return False
        lemma = governor.lemma_.lower()
        return lemma in self.occasions or lemma == "wish" or (lemma == "like" and bool(own(governor, "aux")))

    # from a clause to what governs it

    def _leave_adverbial(self, node: Token, reading: Qualifiers) -> None:
        markers = {child.lower_ for child in own(node, "mark", "advmod")}
        if reading.open and not self._performs(node, node.head):
            for word in sorted(markers):
                self._apply_modality(self.contexts.get(("marker", word)), reading)
            if markers & TEMPORAL and _is_ahead(node.head):
                self._apply_modality(POSSIBLE, reading)
            if any(child.lower_ == "to" for child in own(node, "aux")):
                self._apply_modality(DESIRED, reading)
        reading.open = False

    def _leave_clause(self, node: Token, parent: Token, reading: Qualifiers) -> None:
        is_complement = node.dep_ == "pcomp" or is_gerund(node)
        governor = parent.head if parent.pos_ == "ADP" and is_complement else parent
        if is_complement and parent.lower_ == "without":
            reading.negated = not reading.negated
        context = self._context_of(governor, node)
        reading.is_core = reading.is_core and node.dep_ == "xcomp"
        self._add_holder(context, governor, node, reading)
        if not reading.open:
            return
        if self._performs(node, governor):
            reading.open = False
            return
        self._apply(context, reading)
        states_fact = context is not None and context.group in ("facts", "reports") and node.dep_ == "ccomp"
        if states_fact:
            # "I wish to report that …": the report is wished for, not what it says
            reading.open = False
        elif governor.pos_ in ("NOUN", "VERB", "AUX"):
            self._read_own(governor, reading)

    def _context_of(self, governor: Token, node: Token) -> Context | None:
        lemma = governor.lemma_.lower()
        if governor.pos_ == "NOUN":
            return self.contexts.get(("noun", lemma))
        if governor.pos_ == "ADJ":
            context = self.contexts.get(("adjective", lemma))
            has_done = context is not None and context.group == "abilities" and governor.head.tag_ == "VBD"
            return None if has_done else context
        if node.tag_ == "VBG" and (found := self.contexts.get(("verb", f"{lemma}_doing"))):
            return found
        for child in own(governor, "acomp", "oprd"):
            context = self.contexts.get(("adjective", child.lemma_.lower()))
            if context is not None and child.i != node.i:
                return context
        return self.contexts.get(("verb", lemma)) or self.contexts.get(("adjective", governor.lower_))

    def _share(self, node: Token, parent: Token, reading: Qualifiers) -> None:
        """A conjunct without a subject of its own shares the auxiliaries of the first verb."""
        if not reading.open or own(node, "nsubj", "nsubjpass") or node.pos_ not in ("VERB", "AUX"):
            return
        disjunct = any(child.lower_ in ("or", "nor") for child in own(parent, "cc"))
        for child in parent.children:
            if child.dep_ == "aux" and not own(node, "aux"):
                self._apply_modality(self.contexts.get(("modal", child.lower_)), reading)
            if disjunct and _negates(child):
                reading.negated = not reading.negated

    def _leave_noun(self, node: Token, parent: Token, reading: Qualifiers) -> None:
        """An event noun takes the reading of the verb that carries it, or of one that wants,
        denies or refuses it."""
        governor = parent.head if parent.pos_ == "ADP" else parent
        if not reading.open or node.dep_ in ("poss", "compound", "amod", "appos"):
            reading.open = reading.open and node.dep_ not in ("poss", "appos")
            return
        context = self._context_of(governor, node) if _is_object(parent, governor) else None
        is_subject = node.dep_ in ("nsubj", "nsubjpass", "csubj")
        happens = is_subject and takes_place(governor, self.happening)
        is_seen_as = node.dep_ == "pobj" and parent.lower_ == "as"
        is_predicate = is_seen_as or node.dep_ in ("attr", "acomp", "oprd")
        is_carried = happens or is_predicate or governor.lemma_.lower() in self.support
        if governor.pos_ in ("VERB", "AUX") and is_carried:
            self._apply(context if context and context.group not in STATING else None, reading)
            if is_seen_as or happens or node.dep_ == "nsubjpass" or not (is_subject or is_predicate):
                self._read_own(governor, reading, below=node)
            return
        if context and context.group == "accusations" and (node.dep_ == "pobj" or governor.lemma_ == "blame"):
            self._accuse(governor, reading)
        if context and context.group not in STATING and not is_subject:
            self._apply(context, reading)
            told = self.contexts.get(("noun", node.lemma_.lower()))
            if context.group in ("denials", "doubts") or (told is not None and told.group == "reports"):
                add_sayer(self.actors, governor, reading.holders)
        elif context and is_subject and context.group == "refusals" and not own(governor, "dobj", "xcomp"):
            # talks that failed were held
            self._apply(context if node.lemma_.lower() not in self.talks else None, reading)
        elif is_subject and any(child.lower_ in ("would", "'d") for child in own(governor, "aux")):
            self._apply_modality(POSSIBLE, reading)
        if parent.lower_ == "without":
            reading.negated = not reading.negated
        is_plain = context is None and governor.lemma_.lower() not in self.actors.partitives
        if governor.pos_ in ("VERB", "AUX") or (governor.pos_ in ("ADJ", "NOUN") and is_plain):
            reading.open = False

    # effects

    def _apply(self, context: Context | None, reading: Qualifiers) -> None:
        if context is None or not reading.open:
            return
        if context.negated:
            reading.negated = not reading.negated
        self._apply_modality(context, reading)

    def _apply_modality(self, context: Context | None, reading: Qualifiers) -> None:
        if context is not None and context.modality and reading.modality == "asserted":
            reading.modality = context.modality

    def _add_holder(self, context: Context | None, governor: Token, node: Token, reading: Qualifiers) -> None:
        if context is None or not is_told(context, node):
            return
        if context.group == "accusations":
            self._accuse(governor, reading)
        else:
            add_sayer(self.actors, governor, reading.holders)

    def _accuse(self, governor: Token, reading: Qualifiers) -> None:
        """The accuser is the holder; what is said by nobody in particular is possible."""
        add_sayer(self.actors, governor, reading.holders)
        if is_passive(governor) and not own(governor, "agent"):
            self._apply_modality(POSSIBLE, reading)


def _is_participial(node: Token) -> bool:
    """Whether it says of a noun what was done: "ships seized by", not "reports that it had seized"."""
    return node.dep_ == "acl" and node.tag_ in ("VBN", "VBG") and not own(node, "mark")


def _negates(child: Token) -> bool:
    """not, no, never; "no pressure will …", "nobody …"."""
    if child.dep_ in ("nsubj", "nsubjpass", "dobj"):
        return child.lower_ in NEGATIVE_DETERMINERS or any(
            c.lower_ in ("no", "neither") for c in own(child, "det", "preconj", "cc")
        )
    if child.lower_ in NEGATIVE_DETERMINERS:
        return child.dep_ in ("det", "preconj", "cc", "predet")
    return child.dep_ == "neg"


def _is_ahead(verb: Token) -> bool:
    return any(child.tag_ == "MD" for child in own(verb, "aux"))


def _is_object(parent: Token, governor: Token) -> bool:
    """Whether what a noun governs is what it is about: "an effort at peace", not "an effort in the war"."""
    return governor.pos_ != "NOUN" or parent.pos_ != "ADP" or parent.lower_ not in ASIDE


def _is_asked(root: Token) -> bool:
    """Whether the root of a question is what it asks: "Is Russia worried …?",
    not "Why is Russia worried …?"."""
    opening = next((token for token in root.sent if token.is_alpha), root)
    return opening.lower_ not in OPEN_QUESTIONS
