"""What a paragraph is by its looks: heading, question, or running text."""

import re

from kg.corpus.names import word_set, words_of

_MARKED = re.compile(r"\s*#{1,6}\s+\S")
_ENUMERATOR = re.compile(
    r"(?:[(]?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivxlc]{1,5})[.)]|\d{1,2}(?:\.\d{1,2})+)\s+", re.IGNORECASE
)
_BULLET = re.compile(r"\s*(?:[-*+•‣▪◦●·–—]\s|\|)")
_BOLD = re.compile(r"(\*\*|__)(?:(?!\1).)+\1")
_SENTENCES = re.compile(
    r"(?<=[.!?])(?<![A-Z]\.)(?<!\b(?:Dr|Mr|Ms|St|vs)\.)(?<!\b(?:Mrs|Gen|Gov|Sen)\.)[\"'”’)\]*_]*\s+"
)
_UNDERLINED = re.compile(r"[=-]{3,}")
_SMALL = word_set(
    """
    a an and as at but by down for from if in into is its nor of off on onto or out over per so than
    that the to up upon v vs via with
    """
)
_DANGLING = _SMALL | {"the", "a", "his", "her", "our", "their", "this", "which"}
LONGEST_TITLE = 25
LONGEST_HEADING = 14
LONGEST_PLAIN_HEADING = 8
SHORTEST_FULL_PARAGRAPH = 12
LONGEST_ASIDE_TO_A_QUESTION = 40


def strip_marks(text: str) -> str:
    """The text without the marks of emphasis, heading and quotation around it."""
    return text.strip("*_#>` \t\r\n\ufeff")


def is_heading(text: str, *, opens_text: bool, following: str) -> bool:
    """The block is a heading: marked as one, or short, in title case or capitals, without a full stop.

    In sentence case only where it opens the text or stands before a full paragraph (`following`).
    """
    if _MARKED.match(text):
        return True
    plain = strip_marks(text)
    words = words_of(_ENUMERATOR.sub("", plain, count=1))
    last = plain.rstrip("\"'”’)")[-1:]
    if not words or plain.count("\n") > 1 or _BULLET.match(text):
        return False
    if opens_text and following and len(words) <= LONGEST_TITLE and last not in ".!;,:":
        return not _SENTENCES.search(plain) and _can_head(words)
    if len(words) > LONGEST_HEADING:
        return False
    if _UNDERLINED.fullmatch(following):
        return True
    if last in ".!;," or (last == ":" and len(words) > 5):
        return False
    if is_title_case(words):
        return last != "?" or len(words) >= 4
    if last in "?:":
        return False
    if _BOLD.fullmatch(text.strip()):
        return True
    return len(words) <= LONGEST_PLAIN_HEADING and _can_head(words) and _is_full_paragraph(following)


def _can_head(words: list[str]) -> bool:
    """In sentence case: a capital first, no "I" or "we", and nothing left open at the end."""
    return not words[0][0].islower() and words[0] not in ("I", "We") and words[-1].casefold() not in _DANGLING


def is_title_case(words: list[str]) -> bool:
    """Four in five of the words that are not small ones open with a capital or a digit, the first too."""
    large = [word for word in words if word.casefold() not in _SMALL]
    capitals = sum(not word[0].islower() for word in large)
    return bool(large) and not words[0][0].islower() and capitals >= 0.8 * len(large)


def is_question(text: str) -> bool:
    """The block asks: nothing but questions, or a question after a few words that lead to it."""
    return _asks_last(text) and (is_pure_question(text) or len(text.split()) <= LONGEST_ASIDE_TO_A_QUESTION)


def is_pure_question(text: str) -> bool:
    """Each sentence of the block is a question."""
    return _asks_last(text) and all("?" in part for part in _SENTENCES.split(strip_marks(text)) if part)


def _asks_last(text: str) -> bool:
    return strip_marks(text).rstrip("\"'”’)] ").endswith("?")


def _is_full_paragraph(text: str) -> bool:
    plain = strip_marks(text).rstrip("\"'”’)]")
    return len(plain.split()) >= SHORTEST_FULL_PARAGRAPH and plain.endswith((".", "!", "?"))
