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
        say(f"{word.count:5}  {word.word_class}  {word.lemma}  ({word.knowledge})", "bold")
        say(f"       {word.example[:LONGEST_EXAMPLE]}")
    _print_summary(coverage)


def _print_summary(coverage: Coverage) -> None:
    parts = {
        "a frame": coverage.count("frame"),
        "an effect on what it governs": coverage.count("context"),
        "listed as no relation": coverage.count("no relation"),
        "unknown": coverage.count("unknown"),
    }
    counts = ", ".join(f"{number} {name}" for name, number in parts.items())
    say(f"{coverage.total} links between two actors: {counts}")
    say(f"known: {coverage.share:.1%}")
