"""A little gold, and a build that found exactly that, for the tests of the scores."""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kg.evaluation import Scores, evaluate
from kg.lexicon import Lexicon

Line = dict[str, Any]


def pytest_addoption(parser: pytest.Parser) -> None:
    """--update-baseline writes tests/gold/baseline.json anew: read its diff before."""
    parser.addoption("--update-baseline", action="store_true", help="write tests/gold/baseline.json anew")


@pytest.fixture(scope="session", autouse=True)
def _lexicon_is_loaded_once(lexicon: Lexicon) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.evaluation.scoring.load_lexicon", lambda: lexicon)
        yield


def write_lines(path: Path, lines: Iterable[Mapping[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def write_gold(folder: Path, **files: Iterable[Mapping[str, Any]]) -> Path:
    """A folder of gold with these files."""
    for name, lines in files.items():
        write_lines(folder / f"{name}.jsonl", lines)
    return folder


def write_build(
    folder: Path, texts: Mapping[str, str], mentions: Iterable[Line] = (), claims: Iterable[Line] = ()
) -> Path:
    """A build that found these lines, given in gold's form with offsets."""
    write_lines(folder / "documents.jsonl", ({"doc": doc, "text": text} for doc, text in texts.items()))
    write_lines(folder / "mentions.jsonl", map(find_mention, mentions))
    write_lines(folder / "claims.jsonl", map(find_claim, claims))
    return folder


def find_mention(line: Line) -> Line:
    """The row of a build that says what a gold line says."""
    place = {key: line[key] for key in ("doc", "start", "end", "text", "kind")}
    return {**place, "type": "STATE", "entity": f"id of {line['entity']}", "name": line["entity"]}


def find_claim(line: Line) -> Line:
    """The row of a build that says what a gold line says; of alternatives, the first."""
    holder = _first(line.get("holder"))
    interval = _spell_out(line["time"]) if line.get("time") else (None, None)
    return {
        **{key: line[key] for key in ("doc", "start", "end", "sentence", "type")},
        **{end: f"id of {line[end]}" for end in ("source", "target")},
        **{f"{end}_name": line[end] for end in ("source", "target")},
        "polarity": _first(line.get("polarity", "affirmed")),
        "modality": _first(line.get("modality", "asserted")),
        "holder": f"id of {holder}" if holder else None,
        "holder_name": holder,
        "valence": line.get("valence"),
        "stage": line.get("stage", ""),
        "time_start": interval[0],
        "time_end": interval[1],
    }


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) else value


LAST_DAYS = {"07": "31", "10": "31", "03": "31", "09": "30", "01": "31"}


def _spell_out(time: str) -> tuple[str | None, str | None]:
    first, slash, last = time.partition("/")
    last = last if slash else first
    start = first + "-01-01"[len(first) - 4 :] if len(first) < 10 else first
    end = {4: f"{last}-12-31", 7: f"{last}-{LAST_DAYS.get(last[5:7])}", 10: last, 0: None}[len(last)]
    return start or None, end


@pytest.fixture
def score() -> Callable[..., Scores]:
    """Scores lines found against lines of gold, over the given texts."""

    def score_lines(texts: Mapping[str, str], found: SimpleNamespace, **gold: Iterable[Line]) -> Scores:
        with tempfile.TemporaryDirectory() as folder:
            build = write_build(Path(folder) / "build", texts, found.mentions, found.claims)
            return evaluate(build, write_gold(Path(folder) / "gold", **gold))

    return score_lines


@pytest.fixture
def read_lines() -> Callable[[Path], list[Line]]:
    """Reads a JSONL file."""
    return lambda path: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(name="write_build")
def _write_build() -> Callable[..., Path]:
    """Writes a build folder from lines in gold's form."""
    return write_build


@pytest.fixture(name="write_lines")
def _write_lines() -> Callable[..., None]:
    """Writes a JSONL file."""
    return write_lines
