"""What `kg evaluate` prints: tables, misses with their sentence, JSON, or one line of error."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kg.cli import app

TEXT = "Ruritania threatened Graustark. \x1b[31mKravonia left Graustark.\n"
CLAIMS = [
    {"doc": "a.txt", "start": 0, "end": 31, "sentence": TEXT[:31], "source": "Ruritania", "type": "THREATEN"},
    {
        "doc": "a.txt",
        "start": 32,
        "end": 62,
        "sentence": TEXT[32:62],
        "source": "Kravonia",
        "type": "RETREAT",
    },
]
CLAIMS = [claim | {"target": "Graustark"} for claim in CLAIMS]


@pytest.fixture
def run(tmp_path: Path, write_build: Any, write_lines: Any) -> Callable[..., Any]:
    """Runs the command on a build that found one claim of two."""
    build = write_build(tmp_path / "out", {"a.txt": TEXT}, claims=CLAIMS[:1])
    write_lines(tmp_path / "gold" / "claims.jsonl", CLAIMS)

    def run_command(*options: str, gold: str = "gold") -> Any:
        arguments = ["evaluate", str(build), str(tmp_path / gold), *options]
        return CliRunner().invoke(app, arguments, catch_exceptions=False)

    return run_command


def test_tables_show_figures_by_document_and_type(run: Callable[..., Any]) -> None:
    lines = [line.split() for line in run().stdout.splitlines()]
    assert ["a.txt", "–", "0.667", "0.667", "0.667", "–"] in lines
    assert ["THREATEN", "1.000", "1.000", "1.000", "1", "1", "1"] in lines
    assert ["RETREAT", "–", "0.000", "0.000", "0", "0", "1"] in lines


def test_misses_are_printed_with_their_sentence_and_without_control_characters(
    run: Callable[..., Any],
) -> None:
    assert "missed" not in run().stdout
    printed = run("--misses", "1").stdout
    assert "missed RETREAT: 1\n  Kravonia RETREAT Graustark\n" in printed
    assert "Kravonia left Graustark.” a.txt:32-62" in printed
    assert "\x1b" not in printed


def test_json_holds_all_figures_and_misses(run: Callable[..., Any]) -> None:
    printed = json.loads(run("--json").stdout)
    assert printed["documents"]["a.txt"]["type"]["recall"] == 0.5
    assert printed["overall"]["type"]["f1"] == 0.667
    assert [miss["kind"] for miss in printed["misses"]] == ["missed RETREAT"]


def test_gold_that_does_not_hold_is_one_line_and_exit_1(run: Callable[..., Any]) -> None:
    result = run(gold="none")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("kg: ")
    assert result.stderr.count("\n") == 1


def test_the_lines_of_gold_in_the_help_are_gold(write_lines: Any, tmp_path: Path, write_build: Any) -> None:
    shown = CliRunner().invoke(app, ["evaluate", "--help"], terminal_width=1000).stdout
    lines = [json.loads(line[line.index("{") :]) for line in shown.splitlines() if '{"' in line]
    names = ("mentions", "claims", "entities")
    for name, line in zip(names, lines, strict=True):
        write_lines(
            tmp_path / "gold" / f"{name}.jsonl",
            [line, {"entity": "INF Treaty"}] if name == "entities" else [line],
        )
    build = write_build(tmp_path / "out", {"a.txt": "Moscow left it."})
    result = CliRunner().invoke(app, ["evaluate", str(build), str(tmp_path / "gold")])
    assert result.exit_code == 0, result.stderr
