"""How well kg tells that two names are one, on labelled pairs.

    python benchmarks/names.py GOLD.jsonl [--errors N]

GOLD.jsonl holds lines with schema (Person, Organization, LegalEntity …), name1, name2 and is_match. Companies
and vessels are left out.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.identity.same_name import SAME, compare_names

TYPES = {"Person": "PERSON", "Organization": "ORG", "LegalEntity": "ORG"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N misses")
    options = parser.parse_args()
    judged = list(judge(read_pairs(options.gold)))
    for schema in (*TYPES, "all"):
        report(schema, [row for row in judged if schema in (row[0]["schema"], "all")])
    misses = [row for row in judged if row[0]["is_match"] != (row[1] >= SAME)]
    for pair, score in misses[: options.errors]:
        kind = "missed" if pair["is_match"] else "wrong "
        out(f"{kind} {score:.2f}  {pair['schema']:12} {pair['name1']}  |  {pair['name2']}")


def read_pairs(path: Path) -> list[dict[str, Any]]:
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [pair for pair in lines if pair["schema"] in TYPES]


def judge(pairs: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], float]]:
    for pair in pairs:
        yield pair, compare_names(pair["name1"], pair["name2"], TYPES[pair["schema"]]).score


def report(schema: str, rows: list[tuple[dict[str, Any], float]]) -> None:
    counts = Counter((bool(pair["is_match"]), score >= SAME) for pair, score in rows)
    right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
    precision = right / max(right + wrong, 1)
    recall = right / max(right + missed, 1)
    f1 = 2 * right / max(2 * right + wrong + missed, 1)
    out(f"{schema:14} pairs {len(rows):4}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


def out(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
