"""Finds instruments by their number: resolutions, executive orders, public laws and bills."""

import re
from collections.abc import Iterator

from kg.ner.finds import Find

RESOLUTION = re.compile(
    r"""(?:(?:UN|U\.N\.|United\ Nations|OAS|EU)\ )?
        (?:(?:Security\ Council|UNSC|SC|General\ Assembly|UNGA|Human\ Rights\ Council)\ )?
        [Rr]esolutions?\ (?:[Nn]o\.\ ?)?(?:[A-Z]{1,3}-?)?\d+(?:/\d+)?(?:[A-Z]|\ [A-Z](?=\ ?\([XVI]))?
        (?:\ ?\([^)\n]{1,12}\))?(?:\ ?\(\d{4}\))?""",
    re.VERBOSE,
)
FURTHER = re.compile(r"(?:, and|,| and) (\d+(?: ?\(\d{4}\)|/\d+))")
ORDER = re.compile(
    r"""\b(?:(?:Executive\ Order|E\.\ ?O\.|EO|Public\ Law|P\.\ ?L\.|Pub\.\ ?L\.|Presidential\ Proclamation)
        \ (?:No\.\ ?)?\d{2,5}(?:-\d+)?
        |(?:H\.\ ?R\.|H\.\ ?J\.\ ?Res\.|S\.\ ?J\.\ ?Res\.|H\.\ ?Con\.\ ?Res\.|S\.\ ?Con\.\ ?Res\.)\ ?\d{1,5}
        |(?<![A-Z]\.\ )S\.\ \d{2,4}(?!\ [A-Z]))\b""",
    re.VERBOSE,
)


def find_numbered(text: str) -> Iterator[Find]:
    """ "Security Council resolutions 864 (1993) and 932 (1994)" are two, "Executive Order 12065" is one."""
    for match in RESOLUTION.finditer(text):
        yield Find(match.start(), match.end(), "LAW", found_by="resolution")
        end = match.end()
        while further := FURTHER.match(text, end):
            yield Find(further.start(1), further.end(1), "LAW", found_by="resolution")
            end = further.end()
    for match in ORDER.finditer(text):
        yield Find(match.start(), match.end(), "LAW")
