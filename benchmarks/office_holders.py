"""How many states and office-holders of an actor dictionary kg knows.

    python benchmarks/office_holders.py COUNTRIES.jsonl [--model md] [--errors N]

COUNTRIES.jsonl holds lines with canonical, names and codes; a code is a country's three letters, followed by
a role ("AFGGOV"), with "when" as YYMMDD-YYMMDD, ">YYMMDD", "<YYMMDD" or null.

States: records with an undated bare code. The names are in capitals, so each is first spelt as the lexicon
spells it, whatever the case, or else with capitals at its words; then "The government of <name> signed the
agreement." is read by the whole extraction. Right is a link to the state of that code, or to a place whose
own ISO code it is or that belongs to it.

Office-holders: the dictionary does not say which office is meant, so three shares are given. Coverage: of all
dated periods with the role GOV, those whose person the lexicon knows in that country, and those where an
office of that person there overlaps the period; first of all periods (mostly ministers and officials), then
of those begun before 2001 (mostly heads of state or government). Agreement: of the lexicon's heads of state
and government and foreign ministers that the dictionary has as GOV by name, those with a GOV period that
overlaps their office. Names are compared by kg's rules for persons.
"""

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pycountry

from kg.config import Config
from kg.extract import Reader, extract_documents, open_reader
from kg.identity.person_names import read_person
from kg.identity.same_name import are_same_name
from kg.lexicon import Entry, Lexicon
from kg.model import Block, Document, Entity

# codes of other systems for the states they mean
OTHER_CODES = {"KSV": "XKX", "KSO": "XKX", "ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "WSB": "PSE"}
# states whose office-holders the dictionary has under the code of a successor
PREDECESSORS = {"RUS": "SUN", "CZE": "CSK", "SRB": "YUG"}
OFFICIALS_FROM = "2001"
PIVOT = 30  # two-digit years up to it are of this century
EARLIEST, LATEST = "0000", "9999"
TOP = re.compile(
    r"(?:president|prime minister|premier|chancellor|king|queen|emperor|emir|sultan|supreme leader|"
    r"foreign minister|foreign secretary|secretary of state|general secretary|taoiseach|head of .*|.*leader)"
)
BEFORE, AFTER = "The government of ", " signed the agreement."
WORD = re.compile(r"\w+(?:'\w+)?")
SMALL = {"AND", "OF", "THE", "D'IVOIRE"}


@dataclass(frozen=True, slots=True)
class Period:
    """A person in government of a country, between two ISO dates."""

    country: str
    names: tuple[str, ...]
    start: str
    end: str


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("countries", type=Path)
    parser.add_argument("--model", default="md")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="print the first N misses of each part"
    )
    options = parser.parse_args()
    lines = options.countries.read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines if line.strip()]
    reader = open_reader(Config(model=options.model))
    report_states(records, reader, options.errors)
    periods = list(read_periods(records))
    report_coverage(periods, reader.lexicon, options.errors)
    report_agreement(periods, reader.lexicon, options.errors)


def report_states(records: Iterable[dict[str, Any]], reader: Reader, errors: int) -> None:
    spellings = {text.casefold(): text for text in reader.lexicon.names}
    asked = []
    for record in records:
        codes = [code["code"] for code in record["codes"] if code["when"] is None]
        if code := next((code for code in codes if re.fullmatch("[A-Z]{3}", code)), ""):
            name = record["canonical"].partition(";")[0].strip()
            asked.append(
                (name, spellings.get(name.casefold()) or capitalise(name), OTHER_CODES.get(code, code))
            )
    found = list(zip(asked, read_names([surface for _, surface, _ in asked], reader), strict=True))
    misses = [(row, entity) for row, entity in found if not is_right(row[2], entity, reader.lexicon)]
    right = len(asked) - len(misses)
    out(f"states: {share(right, len(asked))} of {len(asked)} names resolve to the right country")
    for (name, surface, code), entity in misses[:errors]:
        out(f"  {name} ({code}) read as {surface!r}: {entity.id if entity else 'not found'}")


def capitalise(name: str) -> str:
    return WORD.sub(lambda word: word[0].lower() if word[0] in SMALL else word[0].capitalize(), name)


def read_names(surfaces: Iterable[str], reader: Reader) -> Iterator[Entity | None]:
    """What each name is linked to in a plain sentence."""
    texts = [f"{BEFORE}{surface}{AFTER}" for surface in surfaces]
    documents = [
        Document(f"{number:04}", text, blocks=(Block(0, len(text)),)) for number, text in enumerate(texts)
    ]
    for extraction in extract_documents(documents, reader):
        entities = {entity.id: entity for entity in extraction.entities}
        end = len(extraction.document.text) - len(AFTER)
        fitting = [
            link.entity
            for link in extraction.links
            if link.mention.start <= len(BEFORE) and link.mention.end == end
        ]
        yield entities[fitting[0]] if fitting else None


def is_right(code: str, entity: Entity | None, lexicon: Lexicon) -> bool:
    if entity is None:
        return False
    if entity.type == "STATE":
        return code in (entity.id, entity.ids.get("iso3"))
    return entity.type == "PLACE" and (entity.state == code or entity.id in name_territory(code, lexicon))


@cache
def name_territory(code: str, lexicon: Lexicon) -> frozenset[str]:
    """The lexicon's entries that have the ISO name of the territory with this code."""
    country = pycountry.countries.get(alpha_3=code)
    return frozenset(name.entry for name in lexicon.names.get(country.name, ())) if country else frozenset()


def read_periods(records: Iterable[dict[str, Any]]) -> Iterator[Period]:
    for record in records:
        names = tuple(name.title() for name in dict.fromkeys((record["canonical"], *record["names"])))
        for code in record["codes"]:
            if code["code"][3:] == "GOV" and code["when"] and (dates := read_dates(code["when"])):
                country = OTHER_CODES.get(code["code"][:3], code["code"][:3])
                yield Period(country, names, *dates)


def read_dates(when: str) -> tuple[str, str] | None:
    start, _, end = ("", "", when[1:]) if when[0] == "<" else (when.lstrip(">")).partition("-")
    return read_date(start) or EARLIEST, read_date(end) or LATEST


def read_date(text: str) -> str:
    """An ISO date of [YY]YYMMDD, "" if there is none."""
    if not re.fullmatch(r"\d{6}|\d{8}", text):
        return ""
    year = text[:-4]
    if len(year) == 2:
        year = f"{20 if int(year) <= PIVOT else 19}{year}"
    return f"{year}-{text[-4:-2]}-{text[-2:]}"


def report_coverage(periods: list[Period], lexicon: Lexicon, errors: int) -> None:
    persons = index_persons(lexicon)
    found = [(period, find_persons(period, persons)) for period in periods]
    early = [row for row in found if row[0].start < OFFICIALS_FROM]
    for rows, what in ((found, "dated periods"), (early, f"of them begun before {OFFICIALS_FROM}")):
        known = [row for row in rows if row[1]]
        dated = [row for row in known if any(overlaps(row[0], entry) for entry in row[1])]
        out(f"coverage: {len(rows)} {what}; of a known person {share(len(known), len(rows))},")
        out(f"  at dates that overlap an office of that person {share(len(dated), len(rows))}")
    misses = [row for row in early if not any(overlaps(row[0], entry) for entry in row[1])]
    for period, entries in misses[:errors]:
        offices = "; ".join(
            f"{tenure.office} {tenure.start}..{tenure.end}" for entry in entries for tenure in entry.tenures
        )
        out(f"  {period.country} {period.names[0]} {period.start}..{period.end}: {offices or 'not known'}")


def report_agreement(periods: list[Period], lexicon: Lexicon, errors: int) -> None:
    by_person: dict[str, list[Period]] = defaultdict(list)
    persons = index_persons(lexicon)
    for period in periods:
        for entry in find_persons(period, persons):
            by_person[entry.entity.id].append(period)
    held = [(entry, tenure) for entry, tenure in list_top(lexicon) if entry.entity.id in by_person]
    misses = [
        (entry, tenure)
        for entry, tenure in held
        if not any(
            period.start <= (tenure.end or LATEST) and tenure.start <= period.end
            for period in by_person[entry.entity.id]
        )
    ]
    total = sum(1 for _ in list_top(lexicon))
    out(f"agreement: {total} terms of heads of state and government and foreign ministers since 1945;")
    agreeing = share(len(held) - len(misses), len(held))
    out(f"  {len(held)} of persons found by name, {agreeing} of them at overlapping dates")
    for entry, tenure in misses[:errors]:
        rows = ", ".join(f"{period.start}..{period.end}" for period in by_person[entry.entity.id])
        out(f"  {entry.entity.name}, {tenure.office} of {tenure.body} {tenure.start}..{tenure.end}: {rows}")


def list_top(lexicon: Lexicon) -> Iterator[tuple[Entry, Any]]:
    for _, entry in sorted(lexicon.entries.items()):
        for tenure in entry.tenures:
            is_state = tenure.body in lexicon.entries and lexicon.entries[tenure.body].entity.type == "STATE"
            if is_state and TOP.fullmatch(tenure.office) and (tenure.end or LATEST) >= "1945":
                yield entry, tenure


def index_persons(lexicon: Lexicon) -> Mapping[tuple[str, str], list[Entry]]:
    """Persons by country and each word of their names, as it sounds."""
    index: dict[tuple[str, str], dict[str, Entry]] = defaultdict(dict)
    for key, entry in sorted(lexicon.entries.items()):
        if entry.entity.type == "PERSON":
            for country in {entry.entity.state, *(tenure.body for tenure in entry.tenures)} - {""}:
                for word in {word for name in full_names(entry) for word in read_person(name).sounds}:
                    index[country, word][key] = entry
    return {key: list(found.values()) for key, found in index.items()}


def full_names(entry: Entry) -> list[str]:
    return [name.text for name in entry.names if name.kind == "name" and " " in name.text]


def find_persons(period: Period, persons: Mapping[tuple[str, str], list[Entry]]) -> list[Entry]:
    words = {word for name in period.names for word in read_person(name).sounds}
    near = {
        entry.entity.id: entry
        for country in list_countries(period)
        for word in words
        for entry in persons.get((country, word), ())
    }
    return [
        entry
        for _, entry in sorted(near.items())
        if any(are_same_name(name, known, "PERSON") for name in period.names for known in full_names(entry))
    ]


def list_countries(period: Period) -> list[str]:
    return [period.country, *([PREDECESSORS[period.country]] if period.country in PREDECESSORS else [])]


def overlaps(period: Period, entry: Entry) -> bool:
    return any(
        period.start <= (tenure.end or LATEST) and tenure.start <= period.end
        for tenure in entry.tenures
        if tenure.body in list_countries(period)
    )


def share(part: int, whole: int) -> str:
    return f"{part} ({part / max(whole, 1):.3f})"


def out(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
