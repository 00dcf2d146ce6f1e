"""What a governing word does to what it governs (data/contexts.toml):
sets modality or polarity, names a holder."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.errors import LexiconError
from kg.model import Modality

EFFECTS = ("holder", "negated", "desired", "possible", "asked", "object_control")
WORD_CLASSES = ("verbs", "nouns", "adjectives", "adverbs", "modals", "markers")


@dataclass(frozen=True, slots=True)
class Context:
    """The effects of one word on the clause or event noun below it."""

    group: str
    holder: bool = False
    negated: bool = False
    modality: Modality | None = None
    object_control: bool = False


def read_contexts(table: Mapping[str, Mapping[str, Any]]) -> dict[tuple[str, str], Context]:
    """The contexts by (word class without its final s, lemma). Raises: LexiconError."""
    contexts: dict[tuple[str, str], Context] = {}
    for group, values in table.items():
        where = f"contexts.toml: [{group}]"
        if unknown := sorted(set(values) - {"effect", "reads", *WORD_CLASSES}):
            raise LexiconError(
                f"{where}: unknown key {unknown[0]!r}; allowed are effect, reads, {', '.join(WORD_CLASSES)}"
            )
        context = _read_context(where, group, values.get("effect", []))
        for word_class in WORD_CLASSES:
            for lemma in values.get(word_class, ()):
                key = (word_class.removesuffix("s"), lemma)
                if key in contexts:
                    raise LexiconError(
                        f"{where}: the {key[0]} {lemma!r} stands in [{contexts[key].group}] too; keep one"
                    )
                contexts[key] = context
    return contexts


def _read_context(where: str, group: str, effects: list[str]) -> Context:
    if unknown := sorted(set(effects) - set(EFFECTS)):
        raise LexiconError(f"{where}: unknown effect {unknown[0]!r}; effects are {', '.join(EFFECTS)}")
    modality: Modality | None = None
    if "desired" in effects:
        modality = "desired"
    elif "possible" in effects:
        modality = "possible"
    elif "asked" in effects:
        modality = "asked"
    return Context(group, "holder" in effects, "negated" in effects, modality, "object_control" in effects)
