"""`kg conflicts` and `kg dyads`, and the same in Python: what a person reads, and what a script does."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import kg
from kg.api import CONFLICT_COLUMNS, KnowledgeGraph
from kg.cli import app
from kg.cli.conflicts import run_conflicts
from kg.export.dyads import DYAD_COLUMNS
from kg.graph import build_cooccurrence_graph, build_graph
from kg.lexicon.claim_types import ClaimType
from kg.model import Claim, Corpus, Document, Entity, Extraction
from kg.pipeline import BuildResult

NOTE = "Kravonia threatened Ruritania. A note of this kind had last been sent in the days of the old king."
REPLY = (
    "Ruritania threatened Kravonia. The reply was long, and everybody in the ministry had had a hand in it."
)

Run = Callable[..., Any]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in an empty folder; an error that is not for the user shows."""
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)


@pytest.fixture
def built(run: Run, simple_kernel: object) -> Path:
    """A finished build of two documents without a model."""
    Path("note.txt").write_text(f"Published on November 27, 2018\n\n{NOTE}")
    Path("reply.txt").write_text(REPLY)
    assert run("build", "note.txt", "reply.txt", "-o", "out").exit_code == 0
    return Path("out")


def test_dyads_are_lines_to_read(built: Path, run: Run) -> None:
    lines = run("dyads", built).stdout.splitlines()
    assert lines[0].startswith("2018-11  Kravonia – Ruritania: 1 verbal conflict, score -")
    assert lines[1].startswith("undated  Kravonia – Ruritania: 1 verbal conflict")
    assert run("dyads", built, "Kravonia", "Ruritania").stdout.splitlines() == lines


def test_dyads_are_a_table_for_other_programs(built: Path, run: Run) -> None:
    assert "2 rows in states.csv" in run("dyads", built, "--roll-up", "-o", "states.csv").stdout
    with Path("states.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == DYAD_COLUMNS
    assert (built / "dyads.csv").read_text() == Path("states.csv").read_text()


def test_the_tables_in_python_are_those_of_the_files(built: Path) -> None:
    graph = kg.load(built)
    assert tuple(graph.dyads().columns) == DYAD_COLUMNS
    assert len(graph.dyads("Kravonia")) == len(graph.dyads(roll_up=True)) == 2
    assert tuple(graph.conflicts().columns) == CONFLICT_COLUMNS
    lines = (built / "cooccurrence.jsonl").read_text().splitlines()
    assert len(graph.cooccurrences()) == len(lines) > len(graph.cooccurrences("sentence"))


def test_no_conflict_is_said_clearly(built: Path, run: Run) -> None:
    assert run("conflicts", built).stdout.startswith("no conflicts: nothing is both affirmed and denied")
    assert json.loads(run("conflicts", built, "--json").stdout) == []


@pytest.fixture
def disputed(monkeypatch: pytest.MonkeyPatch) -> KnowledgeGraph:
    """A graph in which one affirms what another denies, with an attack on the terminal in a sentence."""
    types = {"ASSAULT": ClaimType("ASSAULT", "material conflict", -1, -9.0)}
    entities = {key: Entity(key, name, "STATE") for key, name in (("RUS", "Russia"), ("UKR", "Ukraine"))}
    spans = dict.fromkeys(("source_start", "source_end", "target_start", "target_end"), 0)
    claim = Claim(
        id="c1", start=0, end=9, sentence="It \x1b[31mdid.", source="RUS", type="ASSAULT", target="UKR",
        cue="", cue_start=0, cue_end=0, holders=("UKR",), **spans,
    )  # fmt: skip
    denial = replace(claim, id="c2", sentence="It did not.", polarity="negated", holders=("RUS",))
    extraction = Extraction(
        Document("a.txt", "x", date="2018-11-27"), (), tuple(entities.values()), (), (claim, denial)
    )
    corpus = Corpus((extraction,), entities, {"a.txt": "a.txt"})
    graphs = build_graph(corpus, types), build_cooccurrence_graph(corpus)
    graph = KnowledgeGraph(BuildResult(Path("out"), corpus, *graphs, types))
    monkeypatch.setattr("kg.cli.conflicts.load", lambda out: graph)
    return graph


def test_a_conflict_shows_both_sides(disputed: KnowledgeGraph, capsys: pytest.CaptureFixture[str]) -> None:
    run_conflicts(Path("out"), "Russia", None, as_json=False)
    told = capsys.readouterr().out
    assert told.splitlines() == [
        "one affirms, another denies: 1 conflict",
        "",
        "Russia ASSAULT Ukraine",
        "  affirmed  “It \ufffd[31mdid.”",
        "    a.txt:0-9 · 2018-11-27 · says Ukraine · claim c1",
        "  denied  “It did not.”",
        "    a.txt:0-9 · 2018-11-27 · says Russia · claim c2",
        "",
    ]


def test_a_conflict_as_json_and_as_a_table(
    disputed: KnowledgeGraph, capsys: pytest.CaptureFixture[str]
) -> None:
    run_conflicts(Path("out"), None, None, as_json=True)
    told = capsys.readouterr().out
    assert "\x1b" not in told
    assert json.loads(told) == disputed.list_conflicts()
    (row,) = disputed.conflicts("Ukraine").to_dict("records")
    assert (row["kind"], row["pro_said_by_name"], row["contra_said_by_name"]) == (
        "disagreement", "Ukraine", "Russia",
    )  # fmt: skip
