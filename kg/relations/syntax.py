"""What the dependency parse says of a predicate: its subjects, objects and prepositional phrases,
understood ones too.

Labels are those of spaCy's English models (ClearNLP). Functions return head tokens of noun phrases; who they
stand for is the business of `actors`.
"""

from collections.abc import Callable, Container, Iterator

from spacy.tokens import Token

Control = Callable[[Token], bool]
SUBJECTS = ("nsubj", "csubj")
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "csubj", "csubjpass", "parataxis"})
DEEPEST = 8
# who is asked to do it: "called on Sudan to", "pleaded with Iran to"
ADDRESSED = frozenset({"on", "to", "upon", "with"})
# what is let happen is let to someone: "allowed the refugees to return"
PERMITTING = frozenset({"allow", "enable", "let", "permit"})
NEARBY = frozenset({"around", "behind", "inside", "near", "within"})
GERUND_PREPOSITIONS = frozenset({"by", "for", "from", "of"})


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive participle, with its auxiliary ("was seized") or without ("ships
    seized by")."""
    if any(child.dep_ in ("nsubjpass", "auxpass", "csubjpass") for child in verb.children):
        return True
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "amod")
        and not any(c.dep_ == "aux" for c in verb.children)
    )


def is_gerund(verb: Token) -> bool:
    """Whether the parse takes a gerund for an adjective: "accused Russia of shelling Mariupol"."""
    preposition = verb.head.head
    return (
        (verb.tag_, verb.dep_, verb.head.dep_) == ("VBG", "amod", "pobj")
        and preposition.lower_ in GERUND_PREPOSITIONS
        and verb.i == preposition.i + 1
        and preposition.head.pos_ == "VERB"
        and bool(own(preposition.head, "dobj", "nsubjpass"))
    )


def own(token: Token, *labels: str) -> list[Token]:
    """The children of the token with one of the dependency labels."""
    return [child for child in token.children if child.dep_ in labels]


def subjects(verb: Token, controls: Control, depth: int = DEEPEST) -> list[Token]:
    """Who does it: the subject, the agent of a passive, or the understood subject of a clause without one.

    `controls` tells whether a verb's object is the understood subject of its complement ("urged Iran to
    talk").
    """
    if is_passive(verb):
        return [noun for child in own(verb, "agent") for noun in own(child, "pobj")]
    if found := own(verb, "nsubj") or _displaced_subject(verb):
        return found
    return [] if depth == 0 else _understood_subjects(verb, controls, depth - 1)


def _displaced_subject(verb: Token) -> list[Token]:
    """The subject that the parse coordinates with a noun before it: "attacked Iraq and Iran condemned it"."""
    noun = verb.nbor(-1) if verb.i else verb
    is_finite = verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBP", "VBZ")
    return [noun] if is_finite and noun.dep_ == "conj" and noun.pos_ in ("NOUN", "PROPN") else []


def undergoers(verb: Token, controls: Control) -> list[Token]:
    """The surface subject of a verb, active or passive: who controls a clause below it."""
    return own(verb, "nsubj", "nsubjpass") or subjects(verb, controls, 2)


def undergoers_of(verb: Token) -> list[Token]:
    """Who says it: the subject, or the agent of a passive ("was accused by")."""
    agents = [noun for child in own(verb, "agent") for noun in own(child, "pobj")]
    if agents or own(verb, "nsubjpass"):
        return agents
    return undergoers(verb, never)


def _understood_subjects(verb: Token, controls: Control, depth: int) -> list[Token]:
    governor = verb.head
    if verb.dep_ == "ROOT":
        return []
    if is_gerund(verb):
        return _governing_subjects(governor.head.head, controls, depth)
    if verb.dep_ == "conj" and governor.pos_ in ("VERB", "AUX"):
        return own(governor, "nsubj", "nsubjpass") or _understood_subjects(governor, controls, depth)
    if verb.dep_ in ("xcomp", "ccomp", "advcl") and governor.pos_ in ("VERB", "AUX"):
        return _controllers(governor, controls, depth)
    if verb.dep_ in ("xcomp", "advcl", "ccomp") and governor.pos_ == "ADJ":
        return [governor.head] if governor.dep_ == "amod" else own(governor.head, "nsubj", "nsubjpass")
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and any(c.lower_ == "to" for c in own(verb, "aux"))):
        return [governor]
    if verb.dep_ == "pcomp":
        return _governing_subjects(governor.head, controls, depth)
    return []


def _governing_subjects(head: Token, controls: Control, depth: int) -> list[Token]:
    """Who does what a gerund behind a preposition says: "accused of violating", "far from trusting",
    "hopes of joining"."""
    if head.pos_ in ("VERB", "AUX"):
        return _controllers(head, controls, depth)
    return own(head.head, "nsubj", "nsubjpass") if head.pos_ in ("ADJ", "ADV") else [head]


def _controllers(governor: Token, controls: Control, depth: int) -> list[Token]:
    if depth <= 0:
        return []
    if is_passive(governor) and governor.dep_ not in ("acl", "amod"):
        return own(governor, "nsubjpass")
    if controls(governor):
        asked = [noun for path, noun in prepositional(governor) if path in ADDRESSED]
        if found := own(governor, "dobj", "dative") or asked:
            return found
    return own(governor, "nsubj") or subjects(governor, controls, depth - 1)


def objects(verb: Token) -> list[Token]:
    """What it is done to: the direct object, the subject of a passive,
    the noun a clause modifies or shares."""
    if is_passive(verb):
        if found := own(verb, "dobj"):
            return found
        if found := own(verb, "nsubjpass"):
            return found
        if verb.dep_ in ("acl", "amod"):
            return [verb.head]
        return _understood_subjects(verb, never, 2)
    if found := own(verb, "dobj"):
        return found
    if is_gerund(verb):
        return [verb.head]
    if verb.lemma_ in PERMITTING and (
        found := [who for clause in own(verb, "ccomp") for who in own(clause, "nsubj")]
    ):
        return found
    if verb.dep_ == "relcl" and own(verb, "nsubj") and not _has_relative(verb):
        return [verb.head]
    return _shared_objects(verb)


def never(verb: Token) -> bool:
    """Controls nothing."""
    return False


def _has_relative(verb: Token) -> bool:
    return any(child.tag_ in ("WDT", "WP", "WRB", "WP$") or child.lower_ == "that" for child in verb.subtree)


def _shared_objects(verb: Token) -> list[Token]:
    """The object a verb shares with its conjunct: "seized and held three ships"."""
    for other in own(verb, "conj"):
        if other.pos_ == "VERB" and other.i - verb.i <= 3 and not own(other, "nsubj"):
            return own(other, "dobj")
    return []


def prepositional(token: Token) -> Iterator[tuple[str, Token]]:
    """The prepositional phrases of the token: ("out of", Treaty), ("with", Iran); a dative counts as "to"."""
    particle = ""
    for child in token.children:
        if child.dep_ == "prt":
            particle = child.lower_
            yield from ((particle, noun) for noun in _shared_objects(token))
        if child.dep_ in ("prep", "agent") or (
            child.dep_ in ("dative", "advmod", "prt") and own(child, "pobj", "prep")
        ):
            yield from _walk(child, child.lower_)
            if child.dep_ in ("advmod", "prt"):
                yield from (
                    (path, noun)
                    for nested in own(child, "prep")
                    for path, noun in _walk(nested, nested.lower_)
                )
            if particle and child.dep_ == "prep":
                yield from _walk(child, f"{particle} {child.lower_}")
        elif child.dep_ == "dative":
            yield "to", child
    if is_passive(token) and own(token, "dobj"):
        yield from (("to", noun) for noun in own(token, "nsubjpass"))


def _walk(preposition: Token, path: str) -> Iterator[tuple[str, Token]]:
    nouns = own(preposition, "pobj")
    if not nouns and preposition.head.pos_ == "VERB" and not own(preposition, "prep", "pcomp"):
        nouns = _shared_objects(preposition.head)
    for noun in nouns:
        yield path, noun
    for nested in own(preposition, "prep"):
        yield from _walk(nested, path if nested.lower_ in NEARBY else f"{path} {nested.lower_}")
    for other in own(preposition, "conj"):
        if other.pos_ == "ADP":
            yield from _walk(other, other.lower_)


def particles(verb: Token) -> set[str]:
    """The particles of a phrasal verb, lower-case."""
    has_object = bool(own(verb, "dobj"))
    return {
        child.lower_
        for child in verb.children
        if child.dep_ in ("prt", "advmod")
        or (child.dep_ == "prep" and not (has_object and own(child, "pobj")))
    }


def is_hyphened(left: Token, right: Token) -> bool:
    """Whether a hyphen joins the two: "Russian-supported"."""
    return right.i == left.i + 2 and left.doc[left.i + 1].text == "-"


def stands_as_noun(token: Token) -> bool:
    """Whether an -ing form stands as a noun, whatever its tag: "Fighting between A and B resumed"."""
    return token.tag_ == "VBG" and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")


def is_statement(clause: Token) -> bool:
    """Whether a clause tells what is, not what is to be: "insists that Iran lied", not "that Iran leave"."""
    words = [clause, *own(clause, "aux", "auxpass")]
    is_owed = any(word.lower_ in ("must", "should", "ought") for word in words)
    return not is_owed and any(word.tag_ in ("VBD", "VBZ") for word in words)


def is_question(clause: Token) -> bool:
    """Whether the clause is a question reported: "asked if", "told how"."""
    opening = own(clause, "mark", "advmod", "dobj", "attr", "nsubj")
    return any(child.lower_ in ("if", "whether") or child.tag_ in ("WRB", "WP") for child in opening)


def antecedent(token: Token) -> Token:
    """The noun a relative pronoun points to; any other token itself."""
    if token.tag_ not in ("WDT", "WP") and token.lower_ != "that":
        return token
    return next((word.head for word in token.ancestors if word.dep_ == "relcl"), token)


def carriers(noun: Token) -> list[Token]:
    """The verbs that say of an event that it takes place, which may take its phrases for their own:
    "fighting broke out between", "the ties established between"."""
    said = [noun.head] if noun.dep_ in ("nsubj", "nsubjpass", "dobj") and noun.head.pos_ == "VERB" else []
    return said + own(noun, "acl", "relcl")


def takes_place(verb: Token, happening: Container[str]) -> bool:
    """Whether the verb says that its subject, an event, comes about: "war broke out", "talks took place"."""
    return verb.lemma_.lower() in happening and all(noun.lower_ == "place" for noun in own(verb, "dobj"))
