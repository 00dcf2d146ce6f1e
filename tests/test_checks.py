"""Format, lint, types and the order of imports, so that pytest alone says whether all is green."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
)


@pytest.mark.parametrize("check", CHECKS, ids=" ".join)
def test_a_check_is_green(check: tuple[str, ...]) -> None:
    program = shutil.which(check[0], path=str(Path(sys.executable).parent)) or shutil.which(check[0])
    assert program, f"{check[0]} is not installed: pip install -e '.[test]'"
    done = subprocess.run([program, *check[1:]], cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
