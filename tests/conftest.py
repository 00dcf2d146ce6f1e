"""What all tests share."""

import os
import re
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import settings

from kg.lexicon import Lexicon, load_lexicon
from kg.model import Claim, Document, Entity, Extraction, Link, Mention, Problem, Sentence

# The machines tests run on are slow and shared: no deadlines. In CI the same examples each time.
settings.register_profile("kg", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("kg")


def pytest_addoption(parser: pytest.Parser) -> None:
    """--update-golden writes the golden graph anew: read its diff before."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return Path(__file__).parent.parent


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI nothing may be skipped: a browser or node that is missing there is a fault of CI."""
    report = yield
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome, report.longrepr = "failed", f"skipped in CI: {report.longrepr}"
    return report


STATES = {"Ruritania": "RUR", "Graustark": "GRA", "Kravonia": "KRA"}
PATTERN = re.compile(r"(?P<source>\w+) (?P<cue>threatened) (?P<target>\w+)\.")


def read_simply(document: Document, fingerprint: str = "simple") -> Extraction:
    """An extraction without a model: made-up states by name, and "X threatened Y." as a claim."""
    text = document.text
    names = [match for match in re.finditer(r"\w+", text) if match[0] in STATES]
    mentions = [Mention(match.start(), match.end(), match[0], "name", "STATE") for match in names]
    return Extraction(
        document=document,
        sentences=tuple(Sentence(match.start(), match.end(), 0) for match in re.finditer(r"\S[^.]*\.", text)),
        entities=tuple(Entity(STATES[name], name, "STATE") for name in sorted({match[0] for match in names})),
        links=tuple(Link(mention, STATES[mention.text], "lexicon") for mention in mentions),
        claims=tuple(_claim(document, match) for match in PATTERN.finditer(text)),
        fingerprint=fingerprint,
    )


def _claim(document: Document, match: re.Match[str]) -> Claim:
    return Claim(
        id=f"{document.id}-{match.start()}",
        start=match.start(),
        end=match.end(),
        sentence=match[0],
        source=STATES[match["source"]],
        source_start=match.start("source"),
        source_end=match.end("source"),
        type="THREATEN",
        target=STATES[match["target"]],
        target_start=match.start("target"),
        target_end=match.end("target"),
        cue=match["cue"],
        cue_start=match.start("cue"),
        cue_end=match.end("cue"),
    )


@pytest.fixture
def simple_extraction() -> Callable[[Document], Extraction]:
    """Reads one document without a model."""
    return read_simply


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon of the project, loaded once."""
    return load_lexicon()


@pytest.fixture
def simple_kernel(monkeypatch: pytest.MonkeyPatch, lexicon: Lexicon) -> SimpleNamespace:
    """The pipeline with a kernel that needs no model; tells which documents it read, in chunks of two.

    A document with the word "unreadable" becomes a problem; after `stop_after` chunks the build breaks off.
    """
    kernel = SimpleNamespace(fingerprint="simple", read=[], stop_after=None, lexicon=lexicon)

    def read_locally(documents: Iterable[Document], config: object) -> Iterator[list[Extraction | Problem]]:
        pending = list(documents)
        for number, start in enumerate(range(0, len(pending), 2)):
            if number == kernel.stop_after:
                raise KeyboardInterrupt
            chunk = pending[start : start + 2]
            kernel.read += [document.id for document in chunk]
            yield [
                Problem(document.id, "cannot be read")
                if "unreadable" in document.text
                else read_simply(document, kernel.fingerprint)
                for document in chunk
            ]

    monkeypatch.setattr("kg.pipeline.open_reader", lambda config: kernel)
    monkeypatch.setattr("kg.pipeline.read_locally", read_locally)
    return kernel
