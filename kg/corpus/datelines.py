"""The dateline that opens a report: "MOSCOW, Nov. 27, 2018 (Reuters) - "."""

import re
from dataclasses import dataclass

from kg.corpus.dates import parse_date

_PLACE = r"[A-ZÀ-Þ][\w.'’-]*(?:[ /][A-ZÀ-Þ][\w.'’-]*){0,3}(?:,\s+[A-ZÀ-Þ][\w.]*(?:\s[A-ZÀ-Þ][\w.]*)?)?"
_DAY = r"(?P<date>[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}\s+[A-Z][a-z]{2,8}\.?(?:,?\s+\d{4})?)"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE}?)(?:,?\s+{_DAY}\.?)?(?:\s*\((?P<agency>[^()\d\n]{{2,40}})\))?\s*(?:[-–—]{{1,2}}|:)(?:\s+|$)"
)
_AGENCY = re.compile(
    r"\s*(?:AP|Associated Press|AFP|Reuters|UPI|TASS|Xinhua|EFE|dpa|DPA|ANSA|Kyodo|IRNA|PTI)\b"
)
SHORTEST_BARE_PLACE = 4


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: its length, the agency if it names one, and the date if it gives the year."""

    length: int
    agency: str | None
    date: str | None


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline at the start of `paragraph`: a place with a date or an agency, or one in capitals."""
    found = _DATELINE.match(paragraph)
    if found is None:
        return None
    day, agency, place = found["date"], found["agency"], found["place"].split(",")[0]
    told = day or (agency and (place.isupper() or _AGENCY.match(agency)))
    sentence = paragraph[found.end() :].lstrip("\"'“‘")
    bare = place.isupper() and len(place) >= SHORTEST_BARE_PLACE and not sentence[:1].islower()
    # with a colon it is a turn label, but for a date
    if not (told or bare) or (found[0].rstrip().endswith(":") and not day):
        return None
    return Dateline(found.end(), agency.strip() if agency else None, parse_date(day) if day else None)
