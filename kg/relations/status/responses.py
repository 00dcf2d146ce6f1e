"""What an actor answers to a claim about itself in the same sentence: "…, which the Kremlin denied"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from kg.lexicon import Lexicon
from kg.relations.actors import Actors
from kg.relations.syntax import own, undergoers_of

REJECTING = ("dismiss", "reject")
ANYTHING = frozenset({"something", "which", "that", "it", "this"})


class Responses:
    """Finds denials; state: the actors of the document and the words of the lexicon."""

    def __init__(self, actors: Actors, lexicon: Lexicon) -> None:
        self.actors = actors
        self.contexts = lexicon.contexts
        self.accusations = lexicon.words["groups.accusation"]

    def find(self, sent: Span) -> list[tuple[Token, str]]:
        """The verbs that deny what the sentence said before, each with the id of who denies it."""
        return [(verb, who) for verb in sent if self._denies(verb) for who in self._deniers(verb)]

    def _denies(self, verb: Token) -> bool:
        context = self.contexts.get(("verb", verb.lemma_.lower()))
        is_denial = context is not None and (
            context.group == "denials" or verb.lemma_ in ("reject", "dismiss")
        )
        return (
            is_denial and not own(verb, "ccomp", "xcomp") and any(map(self._points_back, self._denied(verb)))
        )

    def _denied(self, verb: Token) -> Iterator[Token]:
        yield from own(verb, "dobj")
        if verb.dep_ in ("relcl", "acl"):
            yield verb.head

    def _points_back(self, noun: Token) -> bool:
        return noun.lower_ in ANYTHING or noun.lemma_.lower() in self.accusations

    def _deniers(self, verb: Token) -> Iterable[str]:
        nouns = undergoers_of(verb)
        return dict.fromkeys(actor.entity for noun in nouns for actor in self.actors.of(noun))
