import csv
import io

import pandas as pd

from kg.export.dyads import DYAD_COLUMNS, write_dyads
from kg.graph import count_dyads


def test_dyads_come_with_names_types_and_months(tmp_path, corpus, types):
    path = write_dyads(tmp_path / "dyads.csv", count_dyads(corpus, types), corpus.entities)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert rows
    assert tuple(rows[0]) == DYAD_COLUMNS
    assert ("United States", "STATE") in {(row["second_name"], row["second_type"]) for row in rows}
    assert [row["month"] or row["year"] or "~" for row in rows] == sorted(
        row["month"] or row["year"] or "~" for row in rows
    )
    table = pd.read_csv(path)
    assert table["events"].sum() > 0
    assert (table["score_mean"].abs() <= 10).all()
