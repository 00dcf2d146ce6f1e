"""To whom a text attributes a claim: who says or believes it, in whose view it is so."""

from spacy.tokens import Token

from kg.lexicon import Context
from kg.relations.actors import Actors
from kg.relations.syntax import own, prepositional, undergoers_of

VIEWPOINTS = frozenset({
    "view", "opinion", "eye", "viewpoint", "perspective", "judgment", "judgement", "standpoint", "mind",
    "estimation", "account", "word",
})  # fmt: skip


def is_told(context: Context, node: Token) -> bool:
    """Whether the clause `node` is what somebody says or wants of another, and not his own doing."""
    other_subject = bool(own(node, "nsubj", "nsubjpass"))
    if context.group == "reports" and node.dep_ in ("xcomp", "pcomp") and not other_subject:
        return False
    return context.holder or (context.group == "wishes" and other_subject)


def add_sayer(actors: Actors, governor: Token, holders: list[str]) -> None:
    """Add who says it: the subject of a verb or adjective, the owner of a noun ("Merkel's claim")."""
    if governor.pos_ == "NOUN":
        found = actors.owners(governor)
    elif governor.pos_ == "ADJ":
        found = [actor for noun in own(governor.head, "nsubj") for actor in actors.of(noun)]
    else:
        found = [actor for noun in undergoers_of(governor) for actor in actors.of(noun)]
    if found and found[0].entity not in holders:
        holders.append(found[0].entity)


def add_viewpoint(actors: Actors, node: Token, holders: list[str]) -> None:
    """Add in whose view it is so: "according to NATO", "in Moscow's eyes"."""
    for path, noun in prepositional(node):
        found = []
        if path == "according to":
            found = actors.of(noun)
        elif path in ("in", "from", "by") and noun.lemma_.lower() in VIEWPOINTS:
            found = actors.owners(noun)
        if found and found[0].entity not in holders:
            holders.append(found[0].entity)
