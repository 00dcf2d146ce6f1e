"""Each sentence of cases/*.txt gives the claims a careful reader takes from it, and no others.

A sentence stands at the left margin; below it, indented, its claims, all of them: source, type, target, in
brackets what the edge would be marked with, then its holder: "RUS VIOLATES inf-treaty (attributed) by USA".
A line that begins with `!` says why `kg` is known to read the sentence otherwise. `#` begins a heading.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """A sentence (or a short text), its claims as lines, and why it is expected to fail, if it is."""

    file: str
    text: str
    claims: frozenset[str]
    known_failure: str = ""


def read_cases(folder: Path = FOLDER) -> list[Case]:
    """The cases of all files, in their order. Raises: ValueError for a claim without a sentence."""
    return [case for path in sorted(folder.glob("*.txt")) for case in _read_file(path)]


def _read_file(path: Path) -> list[Case]:
    found: list[tuple[str, list[str]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            found.append((line.strip(), []))
        elif found:
            found[-1][1].append(line.strip())
        else:
            raise ValueError(f"{path.name}:{number}: a claim without a sentence above it")
    return [_make_case(path.stem, text, lines) for text, lines in found]


def _make_case(file: str, text: str, lines: list[str]) -> Case:
    reasons = [line.removeprefix("!").strip() for line in lines if line.startswith("!")]
    claims = frozenset(line for line in lines if not line.startswith("!"))
    return Case(file, text, claims, " ".join(reasons))


CASES = read_cases()


def mark(case: Case) -> list[pytest.MarkDecorator]:
    failing = [pytest.mark.xfail(reason=case.known_failure, strict=True)] if case.known_failure else []
    return [pytest.mark.model, *failing]


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{case.file}: {case.text}", marks=mark(case)) for case in CASES]
)
def test_a_sentence_gives_its_claims_and_no_others(read_lines: Callable[[str], set[str]], case: Case) -> None:
    assert read_lines(case.text) == case.claims


def test_no_sentence_stands_twice() -> None:
    texts = [case.text for case in CASES]
    assert sorted(texts) == sorted(set(texts))


def test_few_sentences_are_known_to_fail() -> None:
    assert sum(bool(case.known_failure) for case in CASES) <= len(CASES) / 10
