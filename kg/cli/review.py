"""`kg review`: shows what is likely one or two, and asks for decisions where there is somebody to ask."""

import sys
from pathlib import Path

import typer

from kg.cli.decide import describe
from kg.cli.terminal import count, quote, say
from kg.deciding import Answers, Desk, find_open_questions, open_desk, rebuild_graph
from kg.identity.review import Suspect

ANSWERS = {"y": "y", "yes": "y", "n": "n", "no": "n", "u": "u", "unsure": "u", "q": "q", "quit": "q"}


def run_review(out: Path, again: bool) -> None:
    """Print the open questions, or ask them on a terminal. Raises: OutputError, ConfigError."""
    desk = open_desk(out)
    questions = find_open_questions(desk, again=again)
    _print_absent(desk)
    if not questions:
        say("nothing to review: no likely duplicates, no likely wrong merges")
    elif is_terminal():
        _ask_all(desk, questions)
    else:
        for number, question in enumerate(questions, 1):
            _print_question(desk, question, f"{number}")


def is_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _ask_all(desk: Desk, questions: list[Suspect]) -> None:
    answers = Answers(desk)
    for number, question in enumerate(questions, 1):
        if answers.follows(question):
            continue
        _print_question(desk, question, f"{number}/{len(questions)}")
        answer = _ask(question)
        if answer == "q":
            break
        answers.give(question, {"y": True, "n": False, "u": None}[answer])
    if answers.given:
        rebuild_graph(desk.folder)
    say(f"{count(answers.given, 'decision')} in {desk.file}")


def _ask(question: Suspect) -> str:
    asked = "Are they one?" if question.kind == "duplicate" else "Is it one in all of these documents?"
    while True:
        try:
            answer = typer.prompt(f"{asked} [y]es, [n]o, [u]nsure, [q]uit", prompt_suffix=": ")
        except typer.Abort:
            say()
            return "q"
        if chosen := ANSWERS.get(answer.strip().lower()):
            return chosen


def _print_question(desk: Desk, question: Suspect, number: str) -> None:
    title = {"duplicate": "likely one", "merge": "likely two"}[question.kind]
    say(f"{number}  {question.score:.2f}  {title}: {question.why}", "bold")
    for key, samples in zip(question.entities, question.samples, strict=True):
        entity = desk.corpus.entities.get(key)
        say(f"  {f'{entity.name} ({entity.type}, {key})' if entity else key}", "cyan")
        for document, sentence in samples:
            say(f"    {document}: {quote(sentence)}")
    say()


def _print_absent(desk: Desk) -> None:
    """Decisions that wait for documents which are not here, or no longer."""
    if desk.outcome.absent:
        say("decisions about what this build does not have:", "bold")
    for decision in desk.outcome.absent:
        say(f"  {decision.where}: {describe(decision)}")
