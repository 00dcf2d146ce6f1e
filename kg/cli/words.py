"""`kg words`: which verbs and nouns link actors in a corpus, and which of them have no frame."""

from pathlib import Path
from typing import Any

from kg.cli.terminal import say, warn
from kg.config import load_config
from kg.corpus import read_documents
from kg.evaluation.coverage import Coverage, measure_coverage
from kg.extract import open_reader

LONGEST_EXAMPLE = 160


def run_words(paths: list[str], all_words: bool, top: int, config: Path | None, **settings: Any) -> None:
    """Print the words without a frame, or all of them, and the share that is known. Raises: InputError."""
    documents = read_documents(paths, lambda problem: warn(f"{problem.path}: {problem.message}"))
    coverage = measure_coverage(documents, open_reader(load_config(config, **settings)))
    for word in [word for word in coverage.words if all_words or word.knowledge == "unknown"][:top]:
        claimed = f", claims for {word.found}" if word.found else ""
        say(f"{word.count:5}  {word.word_class}  {word.lemma}  ({word.knowledge}{claimed})", "bold")
        say(f"       {word.example[:LONGEST_EXAMPLE]}")
    _print_summary(coverage)


def _print_summary(coverage: Coverage) -> None:
    parts = {
        "with a frame": coverage.count("frame"),
        "with an effect on what it governs": coverage.count("context"),
        "listed as no relation": coverage.count("no relation"),
        "unknown": coverage.count("unknown"),
    }
    say(
        f"{coverage.total} links between two actors, by a word "
        + ", ".join(f"{name}: {n}" for name, n in parts.items())
    )
    say(f"known: {coverage.share:.1%} of the links are made by a word the lexicon knows")
    say(
        f"read: {coverage.read_share:.1%} of the links have a claim between the two ({coverage.found}), "
        "or a word listed as no relation"
    )
