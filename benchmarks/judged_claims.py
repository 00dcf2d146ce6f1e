"""Precision of claims by reading: draws claims to judge, and scores the table of verdicts.

    python benchmarks/judged_claims.py draw BUILD SHEET.jsonl
    python benchmarks/judged_claims.py join SHEET.jsonl FIRST.jsonl SECOND.jsonl
    python benchmarks/judged_claims.py score

`draw` takes 200 claims, seeded and stratified by type: in proportion to their number, at least two of each,
at most a fifth of LEADS, PART_OF and AFFILIATED_WITH together. Two readers each write lines of {"id", "pair",
"full"}: whether source, target and direction are right, and whether type, polarity, modality and holder are.
`join` writes judged_claims.csv beside this file, without any text; `score` prints precision by that table
and how far confidence can be trusted.
"""

import argparse
import csv
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("judged_claims.csv")
EASY = frozenset({"LEADS", "PART_OF", "AFFILIATED_WITH"})
SIZE, SEED, LEAST, EASY_SHARE = 200, 20220224, 2, 5
PLACE = (
    "id", "doc", "start", "end", "source_start", "source_end", "target_start", "target_end",
    "type", "confidence",
)  # fmt: skip
VERDICTS = ("first_pair", "first_full", "second_pair", "second_full")
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def draw(claims: Sequence[Mapping[str, Any]], size: int = SIZE) -> list[Mapping[str, Any]]:
    """The claims to judge, in an order that tells nothing."""
    by_type: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: str(claim["id"])):
        by_type[claim["type"]].append(claim)
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    drawn: list[Mapping[str, Any]] = []
    for name, number in allot({name: len(found) for name, found in by_type.items()}, size).items():
        drawn += chance.sample(by_type[name], number)
    chance.shuffle(drawn)
    return drawn


def allot(counts: Mapping[str, int], size: int) -> dict[str, int]:
    """How many claims of each type are drawn."""
    easy = {name: count for name, count in counts.items() if name in EASY}
    other = {name: count for name, count in counts.items() if name not in EASY}
    share = min(
        size // EASY_SHARE, sum(easy.values()), round(size * sum(easy.values()) / sum(counts.values()))
    )
    return {**_divide(easy, share), **_divide(other, size - share)}


def _divide(counts: Mapping[str, int], size: int) -> dict[str, int]:
    """`size` in proportion to the counts, at least `LEAST` of each; largest remainders first."""
    least = {name: min(LEAST, count) for name, count in counts.items()}
    rest = max(size - sum(least.values()), 0)
    left = {name: count - least[name] for name, count in counts.items()}
    total = max(sum(left.values()), 1)
    exact = {name: min(rest * count / total, count) for name, count in left.items()}
    parts = {name: int(value) for name, value in exact.items()}
    for name in sorted(exact, key=lambda name: (parts[name] - exact[name], name))[
        : rest - sum(parts.values())
    ]:
        parts[name] += 1
    return {name: least[name] + parts[name] for name in sorted(counts)}


def score(rows: Sequence[Mapping[str, str]]) -> str:
    """Precision by each reader, by both, how often they agree, and right claims by confidence."""
    lines = [f"{len(rows)} claims"]
    for level in ("pair", "full"):
        first, second = ([row[f"{who}_{level}"] == "1" for row in rows] for who in ("first", "second"))
        both = sum(a and b for a, b in zip(first, second, strict=True))
        agree = sum(a == b for a, b in zip(first, second, strict=True))
        lines.append(
            f"{level}: first reader {share(first):.3f}, second reader {share(second):.3f}, "
            f"both say right {both / len(rows):.3f}, agree on {agree / len(rows):.3f}"
        )
    lines += ["confidence      claims  stated  right in full (mean of both readers)"]
    return "\n".join([*lines, *_rate_confidence(rows)])


def _rate_confidence(rows: Sequence[Mapping[str, str]]) -> Iterable[str]:
    for low, high in pairwise(BINS):
        inside = [row for row in rows if low <= float(row["confidence"]) < high]
        if inside:
            stated = sum(float(row["confidence"]) for row in inside) / len(inside)
            right = sum(int(row["first_full"]) + int(row["second_full"]) for row in inside) / (
                2 * len(inside)
            )
            yield f"{low:.1f} to {min(high, 1.0):.1f}  {len(inside):8}  {stated:6.2f}  {right:6.2f}"


def share(verdicts: Sequence[bool]) -> float:
    """The share that is right."""
    return sum(verdicts) / len(verdicts)


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def write_sheet(build: Path, sheet: Path) -> None:
    """The drawn claims of a build with all a reader needs."""
    claims = draw(read_lines(build / "claims.jsonl"))
    sheet.write_text(
        "".join(json.dumps(claim, ensure_ascii=False) + "\n" for claim in claims), encoding="utf-8"
    )


def join(sheet: Path, first: Path, second: Path) -> None:
    """The table of verdicts, without text."""
    verdicts = [{row["id"]: row for row in read_lines(path)} for path in (first, second)]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*PLACE, *VERDICTS])
        for claim in sorted(read_lines(sheet), key=lambda claim: (claim["doc"], claim["start"], claim["id"])):
            judged = [int(bool(read[claim["id"]][level])) for read in verdicts for level in ("pair", "full")]
            writer.writerow([*(claim[name] for name in PLACE), *judged])


def main() -> None:
    """Run one of the three commands."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=["draw", "join", "score"])
    parser.add_argument("paths", nargs="*", type=Path)
    arguments = parser.parse_args()
    if arguments.command == "draw":
        write_sheet(*arguments.paths)
    elif arguments.command == "join":
        join(*arguments.paths)
    else:
        with TABLE.open(encoding="utf-8", newline="") as file:
            sys.stdout.write(score(list(csv.DictReader(file))) + "\n")


if __name__ == "__main__":
    main()
