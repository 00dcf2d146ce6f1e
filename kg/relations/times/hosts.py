"""What an expression of time modifies in the parse: climbs out of its phrase to the word it dates."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Host:
    """The word a time modifies, the top of the temporal phrase below it,
    and the stretch nouns on the way ("end")."""

    word: Token
    top: Token
    stretches: tuple[str, ...] = ()

    @property
    def preposition(self) -> str:
        """The preposition that heads the phrase; "" for "yesterday" and "the 2014 annexation"."""
        return self.top.lower_ if self.top.dep_ in ("prep", "agent", "mark", "advmod") else ""


def find_host(span: Span, lexicon: Lexicon) -> Host | None:
    """What the words of the span modify; None if they are the root of their sentence."""
    node = span.root
    stretches: list[str] = []
    while node.dep_ != "ROOT":
        parent = node.head
        if not (span.start <= parent.i < span.end) and not _is_temporal(node, parent, lexicon):
            return Host(parent, node, tuple(stretches))
        if parent.lemma_.lower() in lexicon.words["times.stretches"] and parent.pos_ == "NOUN":
            stretches.append(parent.lemma_.lower())
        node = parent
    return None


def _is_temporal(node: Token, parent: Token, lexicon: Lexicon) -> bool:
    """Whether the parent still belongs to the temporal phrase."""
    words = lexicon.words
    if node.dep_ in ("pobj", "pcomp") and parent.dep_ in ("prep", "agent", "mark", "advmod", "pcomp"):
        return True
    if parent.lemma_.lower() in words["times.stretches"] and parent.pos_ in ("NOUN", "ADV", "ADJ"):
        return parent.dep_ not in ("nsubj", "dobj", "nsubjpass", "ROOT")
    if parent.lower_ in words["times.adverbs"] and parent.pos_ in ("ADV", "ADP", "SCONJ"):
        return True
    if node.dep_ in ("conj", "appos", "nummod", "npadvmod") and parent.tag_ == "CD":
        return True
    return node.dep_ == "prep" and parent.dep_ == "prep"
