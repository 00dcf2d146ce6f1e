"""Names in plain letters: for reading, and for ids."""

import re
import unicodedata

PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "–": "-",
        "—": "-",
        "‑": "-",
        "‐": "-",
        "\n": " ",
        "\t": " ",
        "\u00a0": " ",
        "\r": " ",
    }
)


def plain(text: str) -> str:
    """The text with plain apostrophes, hyphens and single blanks."""
    return " ".join(text.translate(PLAIN).split())


def slug(name: str) -> str:
    """The name in lower-case letters and digits, joined by hyphens."""
    folded = unicodedata.normalize("NFKD", name.translate(PLAIN)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", folded.replace("'", "")).strip("-") or "-".join(
        f"{ord(letter):x}" for letter in name[:12]
    )
