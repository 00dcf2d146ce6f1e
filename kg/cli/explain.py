"""`kg explain`: what is read in a text, by which rule, and what was left alone."""

import sys
from pathlib import Path
from typing import Any

from kg.cli.terminal import quote, say, tell_config
from kg.config import load_config
from kg.corpus import find_blocks
from kg.errors import InputError
from kg.extract import extract_documents, open_reader
from kg.graph import read_status
from kg.model import Claim, Document, Extraction, Link


def run_explain(text: str, config: Path | None, **settings: Any) -> None:
    """Print the reading of `text`, or of standard input for "-". Raises: InputError, ModelError."""
    text = sys.stdin.read() if text == "-" else text
    if not text.strip():
        raise InputError("the text is empty; give a sentence in quotation marks, or - and pipe a text in")
    reader = open_reader(load_config(tell_config(config), **settings))
    document = Document(id="text", text=text, blocks=tuple(find_blocks(text)))
    print_extraction(next(extract_documents([document], reader)))


def print_extraction(extraction: Extraction) -> None:
    """Print mentions, claims and what was left alone."""
    names = {entity.id: f"{entity.name} ({entity.id})" for entity in extraction.entities}
    _print_part("mentions", [_describe_link(link, names) for link in extraction.links])
    _print_part("claims", [line for claim in extraction.claims for line in _describe_claim(claim, names)])
    left = [f"{item.start}-{item.end}  {quote(item.text)}: {item.reason}" for item in extraction.unresolved]
    _print_part("left alone", left)


def _print_part(title: str, lines: list[str]) -> None:
    say(title, "bold")
    for line in lines or ["none"]:
        say(f"  {line}")


def _describe_link(link: Link, names: dict[str, str]) -> str:
    mention = link.mention
    how = [mention.kind, f"found by {mention.found_by}", f"resolved by {link.method}"]
    how += ["metonymic"] * link.metonymic + ["inferred"] * link.inferred
    return f"{mention.start}-{mention.end}  {quote(mention.text)} → {names[link.entity]}: {', '.join(how)}"


def _describe_claim(claim: Claim, names: dict[str, str]) -> list[str]:
    status = read_status(claim)
    by = [f"according to {names[holder]}" for holder in claim.holders]
    by += [f"spoken by {names[claim.speaker]}"] if claim.speaker else []
    time = [f"time {claim.time_text!r}"] if claim.time_text else []
    return [
        f"{names[claim.source]} {claim.type}{f' ({status})' * bool(status)} {names[claim.target]}",
        "  "
        + ", ".join(
            [
                f"rule {claim.rule}",
                f"cue {quote(claim.cue)}",
                *by,
                *time,
                f"confidence {claim.confidence:.2f}",
            ]
        ),
    ]
