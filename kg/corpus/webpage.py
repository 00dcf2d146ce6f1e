"""An HTML page → the text of its article, without menus and footers, and what the page tells of it."""

import logging
import re
from dataclasses import dataclass

from kg.corpus.dates import parse_date
from kg.corpus.metadata import Metadata

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*(?P<name>[\w-]+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html[^>]*\slang\s*=\s*[\"']?(?P<name>[A-Za-z]{2,3})\b", re.IGNORECASE)
# a line break inside a sentence is no end of a paragraph
_PARAGRAPH_END = re.compile(r"\n+(?![a-z])|(?<=[.!?:;])\n+")
# the last date a page may give, fixed so that the day of the build does not matter
_DATE_SEARCH = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}


@dataclass(frozen=True, slots=True)
class WebPage:
    """The article of a page, its paragraphs set off by blank lines."""

    text: str
    metadata: Metadata


def find_declared_charset(data: bytes) -> str:
    """The charset that the first bytes of a page name; "" if none."""
    found = _CHARSET.search(data[:4096])
    return found["name"].decode("ascii", "replace") if found else ""


def read_web_page(html: str) -> WebPage | None:
    """The article of a page; None where there is none."""
    from trafilatura import bare_extraction

    _silence("trafilatura", "htmldate", "courlan")
    try:
        found = bare_extraction(
            html, with_metadata=True, include_comments=False, date_extraction_params=_DATE_SEARCH
        )
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return None
    if found is None or isinstance(found, dict) or not found.text:
        return None
    language = _LANGUAGE.search(html)
    metadata = Metadata(
        title=found.title or None,
        author=(found.author or "").replace("; ", ", ") or None,
        publisher=found.sitename or None,
        date=parse_date(found.date or ""),
        url=found.url or None,
        language=language["name"].lower() if language else None,
    )
    return WebPage(_PARAGRAPH_END.sub("\n\n", found.text), metadata)


def _silence(*names: str) -> None:
    """Without this the warnings of a library reach the user's screen when logging is not set up."""
    for name in names:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
