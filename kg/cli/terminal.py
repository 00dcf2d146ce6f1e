"""Lines on a terminal or in a pipe: text of documents is data there too, and is never wrapped."""

import re
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from kg.config import find_config

# Control characters would let a document move the cursor, recolour or retitle the reader's terminal.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def say(text: str = "", style: str = "") -> None:
    """Print a line; `style` is seen on a terminal only."""
    console = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)
    console.print(Text(clean(text), style=style))


def warn(text: str) -> None:
    """Print one line to standard error."""
    sys.stderr.write(f"kg: {clean(text).replace(chr(10), ' ')}\n")


def tell_config(given: Path | None) -> Path | None:
    """The file of settings; says so on standard error where it was found rather than given."""
    found = find_config(given)
    if found and not given:
        warn(f"settings are read from {found} in this folder")
    return found


def clean(text: str) -> str:
    """Text without what a terminal would obey; line ends and tabs stay."""
    return CONTROLS.sub("\ufffd", text)


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 claim", "2,000 claims"."""
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def quote(text: str) -> str:
    """A sentence on one line, in quotation marks."""
    return f"“{' '.join(text.split())}”"
