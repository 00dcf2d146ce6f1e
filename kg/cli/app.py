"""The commands of `kg`: build, show, conflicts, dyads, explain, evaluate, decide and review."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import kg
from kg.cli.terminal import warn
from kg.errors import KgError


class OneLineErrors(TyperGroup):
    """Prints an error the user can mend as one line and exits 1; any other error is a bug and shows."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            warn(str(error))
            raise typer.Exit(1) from None


app = typer.Typer(
    cls=OneLineErrors,
    help="Political documents in, a graph of checkable claims out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


Model = Annotated[
    str | None, typer.Option(help="md, sm, or an installed spaCy package or path.  [default: md]")
]
Settings = Annotated[
    Path | None, typer.Option("-c", "--config", help="Settings.  [default: kg.toml, if it lies here]")
]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {kg.__version__}")
        raise typer.Exit


@app.callback()
def _start(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


# Each command loads what it needs when it runs: --help does not wait for the language model.


@app.command()
def build(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders or patterns.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The folder to write to.")] = Path("output"),
    model: Model = None,
    config: Settings = None,
    processes: Annotated[int | None, typer.Option(help="Processes that read.  [default: 1]")] = None,
    decisions: Annotated[
        str | None, typer.Option(metavar="PATH", help="Your decisions.  [default: OUT/kg.decisions.toml]")
    ] = None,
) -> None:
    """Build a graph from documents.

    What the folder holds from an earlier build is not read again.

    Example: kg build seeds -o output
    """
    from kg.cli.build import run_build

    run_build(paths, out, config, model=model, processes=processes, decisions=decisions)


@app.command()
def show(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder of a build.")],
    actor: Annotated[str, typer.Argument(help="An id, name or alias.")],
    other: Annotated[str | None, typer.Argument(help="A second one: only claims between the two.")] = None,
) -> None:
    """Print the claims about an actor, or between two.

    Each stands with its sentence, its place and who says so.

    Example: kg show output Russia "INF Treaty"
    """
    from kg.cli.show import run_show

    run_show(out, actor, other)


@app.command()
def conflicts(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder of a build.")],
    actor: Annotated[str | None, typer.Argument(help="An id, name or alias: only its conflicts.")] = None,
    other: Annotated[str | None, typer.Argument(help="A second one: only those between the two.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print all their sentences as JSON.")] = False,
) -> None:
    """Print where the texts contradict each other.

    First what one affirms and another denies, then what is affirmed and denied otherwise; last and weaker,
    what different voices tell of the same two in one month, one friendly, one hostile.

    Example: kg conflicts output
    """
    from kg.cli.conflicts import run_conflicts

    run_conflicts(out, actor, other, as_json)


@app.command()
def dyads(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder of a build.")],
    actor: Annotated[str | None, typer.Argument(help="An id, name or alias: only its pairs.")] = None,
    other: Annotated[str | None, typer.Argument(help="A second one: only the two.")] = None,
    roll_up: Annotated[
        bool,
        typer.Option("--roll-up", help="Count persons and organs as the state they act for at the date."),
    ] = False,
    file: Annotated[Path | None, typer.Option("-o", "--csv", help="Write them to this CSV file.")] = None,
) -> None:
    """Print how each two actors stood, month by month.

    That is how often the texts report cooperation and conflict between them, in words and in deeds.

    Example: kg dyads output --roll-up -o states.csv
    """
    from kg.cli.dyads import run_dyads

    run_dyads(out, actor, other, roll_up, file)


@app.command()
def explain(
    text: Annotated[str, typer.Argument(help="A text, or - to read it from standard input.")],
    model: Model = None,
    config: Settings = None,
) -> None:
    """Print how a text is read, rule by rule.

    That is its mentions and how each was resolved, its claims, and what was left alone and why.

    Example: kg explain "Obama accused Moscow of violating the INF Treaty."
    """
    from kg.cli.explain import run_explain

    run_explain(text, config, model=model)


@app.command()
def evaluate(
    out: Annotated[Path, typer.Argument(metavar="BUILD", help="The folder of a build.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder of gold.")],
    misses: Annotated[
        int, typer.Option(min=0, metavar="N", help="Print up to N misses and false finds of each kind.")
    ] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print all figures and misses as JSON.")] = False,
) -> None:
    """Score a build against what a careful reader found.

    GOLD holds mentions.jsonl, claims.jsonl or both, and entities.jsonl for names and aliases.

    A mention: {"doc": "a.txt", "sentence": "Moscow left it.", "text": "Moscow", "kind": "metonym",
    "entity": "Russia"}

    A claim: {"doc": "a.txt", "sentence": "Moscow left it.", "source": "Russia", "type": "WITHDRAWS_FROM",
    "target": "INF Treaty", "cue": "left"}

    An entity: {"entity": "Russia", "type": "STATE", "aliases": ["RUS"]}

    Each may have "debatable": true, and then does not count. docs/gold.md has the other keys.

    Example: kg evaluate output tests/gold --misses 5
    """
    from kg.cli.evaluate import run_evaluate

    run_evaluate(out, gold, misses, as_json=as_json)


@app.command()
def words(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders or patterns.")],
    all_: Annotated[bool, typer.Option("--all", help="Print the known words too.")] = False,
    top: Annotated[int, typer.Option(help="How many words at most.")] = 100,
    model: Model = None,
    config: Settings = None,
) -> None:
    """List the verbs and nouns that link two actors and have no frame yet.

    With each stands how often it does and a sentence, and at the end two shares of the links. Known: those
    whose word has a frame or an effect, or is listed as no relation. Read: those for which a claim was found
    between the two actors, or whose word is listed as no relation.

    Example: kg words seeds --top 20
    """
    from kg.cli.words import run_words

    run_words(paths, all_, top, config, model=model)


@app.command()
def decide(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder of a build.")],
    kind: Annotated[str, typer.Argument(help="same, different, rename, retype, drop or reject.")],
    arguments: Annotated[list[str], typer.Argument(metavar="ARGS...", help="See above.")],
    why: Annotated[str, typer.Option(help="The reason, to be kept with the decision.")] = "",
    no_rebuild: Annotated[
        bool, typer.Option("--no-rebuild", help="Leave it to the next build to write the graph anew.")
    ] = False,
) -> None:
    """Decide what an entity is, or that a claim is wrong.

    An entity is an id, name or alias; ENTITY@DOCUMENT is what one document knows as the entity.

    same ENTITY ENTITY...: they are one; the lexicon's is kept, else the first.

    different ENTITY ENTITY@DOCUMENT...: what these documents mean is another.

    rename ENTITY NAME, retype ENTITY TYPE, drop ENTITY, reject CLAIM.

    The decision is a line in kg.decisions.toml and holds in all later builds; delete it to undo it.

    Example: kg decide output same "Russia" "Russian Federation" --why "one state"
    """
    from kg.cli.decide import run_decide

    run_decide(out, kind, arguments, why, rebuild=not no_rebuild)


@app.command()
def review(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder of a build.")],
    all_: Annotated[bool, typer.Option("--all", help="Ask again what was unsure.")] = False,
) -> None:
    """List entities that are likely one, or likely two.

    On a terminal, ask about each and note the answers as decisions.

    Example: kg review output
    """
    from kg.cli.review import run_review

    run_review(out, all_)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal that lacks a letter gets "?"
    app()
