"""What a person sees at the command line: a summary, sentences, one clear line when something is wrong."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import kg
from kg.cli import app

ROOT = Path(__file__).parent.parent
TEXT = (
    "Ruritania threatened Graustark. The note reached the capital in the morning, and by noon it was in each "
    "paper. Graustark and Ruritania have been neighbours for as long as anyone there can remember.\n"
)

Run = Callable[..., Any]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in an empty folder; an error that is not for the user shows."""
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments: str, **options: Any) -> Any:
        return CliRunner().invoke(app, [str(item) for item in arguments], catch_exceptions=False, **options)

    return run_command


@pytest.fixture
def built(run: Run, simple_kernel: object) -> Path:
    """A finished build in `out`, made of two documents without a model."""
    Path("one.txt").write_text(f"Published on November 27, 2018\n\n{TEXT}")
    Path("two.txt").write_text(
        "Kravonia threatened Ruritania. Nobody was harmed, as far as the embassy could find out."
    )
    assert run("build", "one.txt", "two.txt", "-o", "out").exit_code == 0
    return Path("out")


def test_build_sums_up_what_came_out(built: Path, run: Run) -> None:
    result = run("build", "one.txt", "two.txt", "-o", built)
    assert "2 documents, 2 independent sources (0 read, 2 known from before)" in result.stdout
    assert "3 actors, 0 treaties and laws" in result.stdout
    assert "2 claims, 2 edges" in result.stdout
    assert "2  verbal conflict" in result.stdout
    assert "1   1  Kravonia THREATEN Ruritania" in result.stdout
    assert "written to out: graph.html" in result.stdout
    assert result.stderr == ""


def test_settings_are_read_from_the_folder_it_runs_in(run: Run, simple_kernel: object) -> None:
    Path("one.txt").write_text(TEXT)
    Path("kg.toml").write_text("minimum_cooccurrence = 0\n")
    result = run("build", "one.txt", "-o", "out")
    assert result.exit_code == 1
    assert "kg: settings are read from kg.toml in this folder" in result.stderr
    assert "'minimum_cooccurrence' must be 1 or more" in result.stderr


def test_settings_that_are_given_come_before_those_of_the_folder(run: Run, simple_kernel: object) -> None:
    Path("one.txt").write_text(TEXT)
    Path("kg.toml").write_text("nonsense = 1\n")
    Path("mine.toml").write_text("minimum_cooccurrence = 1\n")
    result = run("build", "one.txt", "-o", "out", "-c", "mine.toml")
    assert (result.exit_code, result.stderr) == (0, "")


def test_show_prints_sentences_with_their_place(built: Path, run: Run) -> None:
    result = run("show", built, "ruritania")
    assert "Ruritania (STATE, RUR): 2 claims" in result.stdout
    assert "“Ruritania threatened Graustark.”" in result.stdout
    assert "one.txt:32-63 · 2018-11-27 · confidence 0.50" in result.stdout


def test_show_between_two_leaves_the_others_out(built: Path, run: Run) -> None:
    result = run("show", built, "The RURITANIA", "Graustark")
    assert "Ruritania THREATEN Graustark" in result.stdout
    assert "Kravonia" not in result.stdout


def test_show_suggests_a_name_for_an_unknown_one(built: Path, run: Run) -> None:
    result = run("show", built, "Ruritannia")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "did you mean Ruritania?" in result.stderr


def test_a_stopped_build_says_how_to_go_on(run: Run, simple_kernel: Any) -> None:
    for name in "abc":
        Path(f"{name}.txt").write_text(f"{name.upper()}. {TEXT * 3}{name * 400}")
    simple_kernel.stop_after = 1
    result = run("build", "a.txt", "b.txt", "c.txt", "-o", "out")
    assert result.exit_code == 130
    assert result.stderr == "kg: stopped; the same command goes on where it was\n"
    simple_kernel.stop_after = None
    assert "(1 read, 2 known from before)" in run("build", "a.txt", "b.txt", "c.txt", "-o", "out").stdout


def write(path: str, content: str | bytes) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(content.encode() if isinstance(content, str) else content)


BAD = {
    "a missing path": (lambda: None, ["build", "nowhere"], "nowhere"),
    "an empty folder": (lambda: Path("empty").mkdir(), ["build", "empty"], "empty"),
    "a pattern that matches nothing": (lambda: None, ["build", "*.txt"], "*.txt"),
    "a folder with nothing but a binary file": (
        lambda: write("in/a.txt", bytes(range(256)) * 20),
        ["build", "in"],
        "a.txt",
    ),
    "two documents with one id": (
        lambda: [write("x/same.txt", TEXT), write("y/same.txt", TEXT)],
        ["build", "x", "y"],
        "same.txt",
    ),
    "an unknown model": (lambda: write("a.txt", TEXT), ["build", "a.txt", "--model", "xl"], "'xl'"),
    "a model path that holds no model": (
        lambda: [write("a.txt", TEXT), Path("weights").mkdir()],
        ["build", "a.txt", "--model", "weights"],
        "'weights'",
    ),
    "settings that are not there": (
        lambda: write("a.txt", TEXT),
        ["build", "a.txt", "-c", "none.toml"],
        "none.toml",
    ),
    "an unknown setting": (
        lambda: [write("a.txt", TEXT), write("kg.toml", "modle = 'md'")],
        ["build", "a.txt", "-c", "kg.toml"],
        "unknown key 'modle'",
    ),
    "no processes": (lambda: write("a.txt", TEXT), ["build", "a.txt", "--processes", "0"], "processes"),
    "an output inside the input": (
        lambda: write("in/a.txt", TEXT),
        ["build", "in", "-o", "in/out"],
        "lies inside",
    ),
    "a show without a build": (lambda: None, ["show", "out", "Russia"], "no build"),
    "an explanation of nothing": (lambda: None, ["explain", "  "], "empty"),
}


@pytest.mark.parametrize(("prepare", "arguments", "named"), BAD.values(), ids=BAD)
def test_bad_input_is_one_line_that_names_it_and_leaves_nothing(run: Run, prepare, arguments, named) -> None:
    prepare()
    result = run(*arguments)
    assert result.exit_code == 1
    assert result.stderr.startswith("kg: ")
    assert result.stderr.count("\n") == 1
    assert named in result.stderr
    assert not Path("out").exists()
    assert not Path("output").exists()


@pytest.mark.parametrize(
    "occupy",
    [
        lambda: Path("out").write_text("a file"),
        lambda: Path("out/graph.db").mkdir(parents=True),
        lambda: write("out/graph.db", "these are notes and no database " * 40),
    ],
    ids=["a file stands there", "graph.db is a folder", "graph.db is something else"],
)
def test_an_output_that_cannot_be_written_is_one_line(run: Run, simple_kernel: object, occupy) -> None:
    occupy()
    write("a.txt", TEXT)
    result = run("build", "a.txt", "-o", "out")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "choose another output folder" in result.stderr


@pytest.mark.parametrize(
    ("name", "content"),
    [("bad.txt", bytes(range(256)) * 20), ("bad.jsonl", "{no json}\n")],
    ids=["a binary file", "a line that is no JSON"],
)
def test_what_cannot_be_read_is_skipped_with_one_warning(run: Run, simple_kernel, name, content) -> None:
    write("in/good.txt", TEXT)
    write(f"in/{name}", content)
    result = run("build", "in", "-o", "out")
    assert result.exit_code == 0
    assert result.stderr.count("\n") == 1
    assert name in result.stderr
    assert "1 document," in result.stdout


def test_control_characters_of_documents_do_not_reach_the_terminal(run: Run, simple_kernel: object) -> None:
    hostile = "The [bold red]Post\x1b]0;title\x07\x1b[2J\u202e"
    write("a.jsonl", json.dumps({"id": "a", "text": TEXT, "publisher": hostile}))
    assert run("build", "a.jsonl", "-o", "out").exit_code == 0
    result = run("show", "out", "Ruritania")
    assert "The [bold red]Post" in result.output
    assert not set("\x1b\x07\u202e") & set(result.output)


def test_every_command_shows_an_example(run: Run) -> None:
    for command in app.registered_commands:
        name = command.callback.__name__
        assert f"Example: kg {name} " in run(name, "--help").output


def test_version(run: Run) -> None:
    assert run("--version").output == f"kg {kg.__version__}\n"


def test_a_mistyped_command_is_a_usage_error(run: Run) -> None:
    assert run("biuld").exit_code == 2


def run_module(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
    )


def test_help_does_not_wait_for_spacy_or_pandas() -> None:
    code = (
        "import sys, kg.cli; sys.exit(any(name in sys.modules for name in ('spacy', 'pandas', 'networkx')))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": str(ROOT)}).returncode
        == 0
    )


def test_a_terminal_without_the_letters_gets_other_signs(built: Path) -> None:
    result = run_module("show", str(built.resolve()), "Ruritania", PYTHONIOENCODING="ascii")
    assert result.returncode == 0
    assert "?Ruritania threatened Graustark.?" in result.stdout


@pytest.mark.model
def test_explain_gives_mentions_claims_and_rules(run: Run) -> None:
    result = run("explain", "-", input="Barack Obama accused Moscow of violating the INF Treaty.")
    assert "“Moscow” → Russia (RUS): metonym" in result.stdout
    assert "Barack Obama" in result.stdout
    assert re.search(
        r"Russia \(RUS\) VIOLATES \(attributed\) .*\n +rule .*according to Barack Obama", result.stdout
    )
    assert "left alone" in result.stdout


@pytest.mark.model
def test_words_lists_what_is_unknown_and_both_shares(run: Run) -> None:
    write("words.txt", "Russia attacked Georgia. Iran influenced Iraq. Peru resembles Chile.")
    result = run("words", "words.txt")
    assert re.search(r"1 +verb +influence +\(unknown\)\n +Iran influenced Iraq\.", result.stdout)
    assert "attack " not in result.stdout
    assert "known: 66.7%" in result.stdout
    assert "read: 66.7%" in result.stdout


@pytest.mark.model
def test_all_words_are_listed_with_what_was_found(run: Run) -> None:
    write("words.txt", "Russia attacked Georgia.")
    assert "attack  (frame, claims for 1)" in run("words", "words.txt", "--all").stdout
