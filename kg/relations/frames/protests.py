"""What demonstrators demand or denounce they protest against: "staged a strike demanding that B resign"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.lexicon import ClaimType, Frame, Lexicon, Slot
from kg.relations.syntax import own, prepositional
from kg.relations.writing import Finding

FRAME = Frame("PROTEST", "verb", "protest", "A protest to demand ... B", Slot("A"), valence="negative")


def find_protests(findings: Iterable[Finding], lexicon: Lexicon) -> Iterator[Finding]:
    """A PROTEST beside each demand or reproach that a demonstration, strike or blocked road is meant for."""
    protest: ClaimType = lexicon.types["PROTEST"]
    for finding in findings:
        if finding.type.family == "verbal conflict":
            verb = _protest_above(finding.match.head, lexicon)
            if verb is not None:
                match = replace(finding.match, frame=FRAME, head=verb, last=verb, path="intent")
                yield replace(finding, match=match, type=protest)


def _protest_above(deed: Token, lexicon: Lexicon) -> Token | None:
    """The verb of protest that a participle or infinitive gives the purpose of."""
    is_purpose = deed.tag_ == "VBG" or any(child.lower_ == "to" for child in own(deed, "aux"))
    if deed.dep_ not in ("acl", "advcl", "xcomp") or not is_purpose or own(deed, "mark"):
        return None
    verb = deed.head.head if deed.head.dep_ in ("dobj", "pobj") else deed.head
    verb = verb.head if verb.pos_ == "ADP" else verb
    return verb if verb.pos_ == "VERB" and _is_protest(verb, lexicon) else None


def _is_protest(verb: Token, lexicon: Lexicon) -> bool:
    lemmas = {noun.lemma_.lower() for noun in own(verb, "dobj", "nsubjpass")}
    lemmas |= {noun.lemma_.lower() for path, noun in prepositional(verb) if path in ("on", "to")}
    return bool(
        verb.lemma_.lower() in lexicon.words["groups.demonstrate"]
        or lemmas & lexicon.words["groups.protest"]
        or (verb.lemma_.lower() in ("block", "take") and lemmas & lexicon.words["groups.road"])
    )
