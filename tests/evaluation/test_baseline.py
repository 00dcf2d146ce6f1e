"""The figures on the gold of the project, which must not fall: four documents, built and scored.

When a figure falls, read `kg evaluate output tests/gold --misses 20`. When it rises, or falls for a good
reason, write the figures anew: `pytest tests/evaluation --update-baseline`.
"""

import json
from pathlib import Path

import pytest

from kg.evaluation import evaluate, list_figures
from kg.pipeline import build

DOCUMENTS = (
    "2018-inf-interview.txt",
    "2018-kerch-strait.txt",
    "2018-syria-astana-report.txt",
    "2019-china-russia-iran-analysis.md",
)
TOLERANCE = 0.005

Baseline = dict[str, dict[str, float]]


def list_falls(before: Baseline, now: Baseline) -> list[str]:
    """A line for each figure that fell by more than the tolerance, or is gone."""
    return [
        f"{doc}: {name} fell from {figure:.3f} to {now.get(doc, {}).get(name, 0):.3f}"
        for doc, figures in before.items()
        for name, figure in figures.items()
        if round(figure - now.get(doc, {}).get(name, 0), 6) > TOLERANCE
    ]


@pytest.mark.model
def test_no_figure_falls_below_the_baseline(
    tmp_path: Path, root: Path, request: pytest.FixtureRequest
) -> None:
    build([root / "seeds" / name for name in DOCUMENTS], tmp_path)
    now = list_figures(evaluate(tmp_path, root / "tests" / "gold"))
    baseline = root / "tests" / "gold" / "baseline.json"
    if request.config.getoption("--update-baseline", default=False):
        baseline.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
    falls = list_falls(json.loads(baseline.read_text(encoding="utf-8")), now)
    assert not falls, "; ".join(falls)


@pytest.mark.parametrize(
    ("now", "falls"),
    [
        (0.8, []),
        (0.795, []),
        (0.794, ["a.txt: type fell from 0.800 to 0.794"]),
        (None, ["a.txt: type fell from 0.800 to 0.000"]),
    ],
)
def test_a_fall_is_named_by_its_figure(now: float | None, falls: list[str]) -> None:
    figures = {} if now is None else {"a.txt": {"type": now}}
    assert list_falls({"a.txt": {"type": 0.8}}, figures) == falls
