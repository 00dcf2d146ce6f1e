"""Who bears a role or a quality: "Russia is an ally", "Syria, an ally of Iran", "China is wary"."""

from spacy.tokens import Token

from kg.relations.syntax import never, objects, own, prepositional, subjects, undergoers

SUCCESSIONS = frozenset({"follow", "replace", "succeed"})
COPULAS = frozenset({"be", "become", "remain", "stay", "seem", "appear"})


def role_bearers(noun: Token) -> list[Token]:
    """Who may bear a role noun, the likeliest first: the subject of its copula, its apposition, the name
    it titles, the object seen as it, the subject that acts as it."""
    if noun.dep_ == "attr" and noun.head.lemma_.lower() in COPULAS:
        return undergoers(noun.head, never)
    if noun.dep_ == "appos":
        return [noun.head]
    if noun.dep_ in ("compound", "nmod") and noun.head.pos_ == "PROPN":
        return [noun.head]
    if noun.dep_ == "oprd" and noun.head.pos_ == "VERB":
        return own(noun.head, "dobj", "nsubjpass")
    if noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.head.pos_ == "VERB":
        verb = noun.head.head
        if verb.lemma_.lower() in SUCCESSIONS:
            return subjects(verb, never)
        if noun.i < verb.i:
            return subjects(verb, never)
        done_to = objects(verb)
        named = [other for thing in done_to for path, other in prepositional(thing) if path == "of"]
        return done_to + named + subjects(verb, never)
    if noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.head.pos_ in ("NOUN", "PROPN"):
        return [noun.head.head]
    if noun.dep_ == "conj" and noun.head.dep_ in ("attr", "appos") and noun.head.i != noun.i:
        return role_bearers(noun.head)
    return own(noun, "appos") or _subject_before(noun)


def _subject_before(noun: Token) -> list[Token]:
    """The subject that the parse lets a role share its verb with: "Beijing, never a party to it, …"."""
    if noun.dep_ != "nsubj":
        return []
    before = [subject for subject in own(noun.head, "nsubj") if subject.i < noun.left_edge.i]
    return [subject for subject in before[-1:] if subject.nbor(1).text == ","]


def adjective_bearers(adjective: Token) -> list[Token]:
    """Who an adjective describes: the subject of its copula or the noun it modifies."""
    head = adjective.head
    if adjective.dep_ in ("acomp", "oprd", "attr", "ROOT", "ccomp") or head.lemma_.lower() in COPULAS:
        verb = adjective if adjective.dep_ in ("ROOT", "ccomp") else head
        return undergoers(verb, never) if verb.pos_ in ("VERB", "AUX") else own(verb, "nsubj", "nsubjpass")
    if adjective.dep_ == "conj" and head.dep_ in ("acomp", "oprd"):
        return undergoers(head.head, never)
    if adjective.dep_ in ("amod", "acl", "relcl"):
        return [head]
    return []
