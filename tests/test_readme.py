"""What the README says to type works, and it leaves no command or setting out."""

import re
import shlex
import shutil
import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from kg.cli import app
from kg.config import Config, load_config
from kg.lexicon import load_lexicon

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
INSTALLS = (
    "python3 -m venv .venv && . .venv/bin/activate && pip install . && kg build seeds -o output",
    "python3 -m venv .venv && . .venv/bin/activate && pip install -e '.[test]' && python -m pytest",
)


def read_blocks(language: str) -> list[str]:
    """The code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.DOTALL | re.MULTILINE)


COMMANDS = [line for block in read_blocks("sh") for line in block.splitlines() if line.startswith("kg ")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example documents and their gold, in which the commands run one after another."""
    place = tmp_path_factory.mktemp("readme")
    for part in ("seeds", "tests/gold"):
        shutil.copytree(ROOT / part, place / part)
    return place


@pytest.mark.parametrize("command", INSTALLS, ids=["install and build", "install and test"])
def test_the_two_commands_stand_on_lines_of_their_own(command: str) -> None:
    assert command in README.splitlines()


@pytest.mark.model
def test_commands_and_python_run_in_the_order_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    for command in COMMANDS:
        result = CliRunner().invoke(app, shlex.split(command)[1:], catch_exceptions=False)
        assert result.exit_code == 0, f"{command}: {result.output}"
        if command == "kg build seeds -o output":
            for block in read_blocks("python"):
                exec(compile(block, "README.md", "exec"), {})
            written = {path.name for path in Path("output").iterdir()}
    assert written == {name for name in written if f"`{name}`" in README}


@pytest.mark.parametrize("command", typer.main.get_command(app).commands.values(), ids=lambda item: item.name)
def test_every_command_and_option_is_told(command: Any) -> None:
    assert any(line.startswith(f"kg {command.name} ") for line in COMMANDS)
    options = [option.opts for option in command.params if option.param_type_name == "option"]
    assert [names for names in options if not any(f"{name} " in README for name in names)] == []


def test_the_settings_are_the_defaults() -> None:
    (block,) = read_blocks("toml")
    assert load_config(None, **tomllib.loads(block)) == Config()
    assert set(tomllib.loads(block)) == set(asdict(Config()))


def test_every_claim_type_is_listed() -> None:
    missing = [name for name in load_lexicon().types if not re.search(rf"\b{name}\b", README)]
    assert missing == []


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_links_lead_to_files(target: str) -> None:
    assert (ROOT / target).exists()
