"""Bytes → text, character for character: UTF-8 first, a guess second, and nothing for what is no text."""

import codecs
import re

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_STARTS = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
)
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
# what Western European text holds beyond ASCII, in quantities that a text in another script exceeds
_WESTERN = re.compile(r"[\x00-\x7fÀ-ÖØ-öø-ÿ‘’“”–—…•§°£€©®«»ŠšŽžŒœŸ\xa0]*")
MOST_ACCENTED = 0.1
FEW_ACCENTED = 5
MOST_CONTROL = 0.002


def decode(data: bytes, *, declared: str = "") -> tuple[str, str] | None:
    """The text and the charset it was read with; None for what is no text. A byte-order mark of UTF-8 stays.

    Line ends stay as they are, so that offsets hold in the file as read by `data.decode()`. `declared`
    is the charset the file itself names, tried after UTF-8.
    """
    for mark, charset in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _try(data, charset)
    if data.startswith(_BINARY_STARTS) or len(_CONTROL.findall(data)) > MOST_CONTROL * len(data):
        return None
    return _try(data, "utf-8") or (_try(data, declared) if declared else None) or _guess(data)


def _try(data: bytes, charset: str) -> tuple[str, str] | None:
    try:
        return data.decode(charset), charset
    except (UnicodeDecodeError, LookupError):
        return None


def _guess(data: bytes) -> tuple[str, str] | None:
    western = _try(data, "cp1252")
    accented = sum(byte > 127 for byte in data)
    if western and _WESTERN.fullmatch(western[0]) and accented < FEW_ACCENTED + MOST_ACCENTED * len(data):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return (str(best), best.encoding) if best else None
