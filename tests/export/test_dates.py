import pytest

from kg.export.dates import first_day, last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2018-11-27", "2018-11-27", "2018-11-27"),
        ("", "", ""),
        ("2018-13", "", ""),
        ("2018-02-30", "", ""),
        ("soon", "", ""),
        ("0000", "", ""),
        ("٢٠١٨", "", ""),
        ("2018-11-27T10:00", "", ""),
    ],
)
def test_partial_dates_become_days(text, first, last):
    assert (first_day(text), last_day(text)) == (first, last)
