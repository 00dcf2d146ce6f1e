"""The page beside stock pyvis with fixed places and beside sigma: the same graphs, in one run of one browser.

    python benchmarks/page/run.py [--sizes 500 2000 5000] [--rounds 3]

Needs Chromium, the `test` extra, and `npm ci` in benchmarks/page. All three draw the same nodes, edges and
places in a drawing of about the same size, without a network; rounds are interleaved, figures are medians. kg
is measured as it opens, on the backbone, and with all shown; stock pyvis and sigma have nothing but all.

first frame   ms from the opening of the file until something is drawn
filter        ms from leaving out all persons until the last frame that this changes
choose        ms from choosing the busiest node until its neighbourhood stands out
ego           ms from asking for that neighbourhood alone until it is drawn
search        ms from a typed name until its node is drawn as chosen and the panel tells of it (kg alone)
show all      ms from asking for more than the backbone
pan           frames a second while the ground is dragged; more is better
"""

import argparse
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from corpora import make_corpus
from pages import HEIGHT, HERE, MODULES, WIDTH, Drawing, write_pages
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from kg.export.palette import TYPE_STYLES
from kg.lexicon import load_lexicon
from kg.model import EntityType

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--enable-unsafe-swiftshader",
]
WINDOW: ViewportSize = {"width": WIDTH + 620, "height": HEIGHT + 70}
TIMES = ("first frame", "filter", "choose", "ego", "search", "show all")
MEASURES = (*TIMES, "pan")
LEFT_OUT: EntityType = "PERSON"
ALL_SHOWN = "kg, all shown"
# Of pyvis' first frame at the same size.
TARGETS = {
    5000: {"first frame": 0.9, "filter": 0.25, "choose": 0.25, "ego": 0.25},
    2000: {"filter": 0.12, "choose": 0.12, "ego": 0.12},
}
MOST_BYTES = {5000: 8_000_000}

Figures = dict[tuple[str, str], list[float | None]]  # by what draws and what is measured


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[500, 2000, 5000])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if not MODULES.is_dir():
        sys.exit(f"sigma is missing; run `npm ci` in {HERE}")
    lexicon = load_lexicon()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        program = next(filter(None, map(shutil.which, PROGRAMS)), None)
        browser = driver.chromium.launch(executable_path=program, args=ARGUMENTS)
        for size in options.sizes:
            drawing, paths = write_pages(make_corpus(lexicon, size), lexicon, Path(folder))
            figures = measure(browser, drawing, paths, max(options.rounds, 1))
            report(drawing, figures, paths["kg"].stat().st_size)
        browser.close()


def measure(browser: Browser, drawing: Drawing, paths: Mapping[str, Path], rounds: int) -> Figures:
    """All figures; in each round another page comes first. A first opening of each is not counted."""
    figures: Figures = defaultdict(list)
    names = list(paths)
    for path in paths.values():
        open_page(browser, path)[0].context.close()
    for number in range(rounds):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            for row, values in measure_page(browser, drawing, name, paths[name]):
                for measure_name, value in values.items():
                    figures[row, measure_name].append(value)
    return figures


def measure_page(
    browser: Browser, drawing: Drawing, name: str, path: Path
) -> Iterable[tuple[str, dict[str, float | None]]]:
    """The rows of a page, newly opened for each."""
    for row in (name, ALL_SHOWN) if name == "kg" else (name,):
        page, first = open_page(browser, path)
        opening: dict[str, float | None] = {"first frame": first}
        if row == ALL_SHOWN:
            opening = {"show all": settle(page, "kg.showAll")}
        yield row, {**opening, **measure_actions(page, drawing, name)}
        page.context.close()


def open_page(browser: Browser, path: Path) -> tuple[Page, float]:
    """The page with the probe in it, and when its first frame was drawn."""
    context = browser.new_context(viewport=WINDOW)
    context.route("http*://**", lambda route: route.abort())
    context.add_init_script(path=HERE / "probe.js")
    page = context.new_page()
    page.goto(path.as_uri())
    first = page.evaluate("() => probe.firstFrame")
    page.evaluate(f"() => {{ window.actions = {(HERE / 'actions.js').read_text(encoding='utf-8')}; }}")
    return page, first


def measure_actions(page: Page, drawing: Drawing, name: str) -> dict[str, float | None]:
    figures = {"pan": page.evaluate(f"() => probe.pan(...actions.{name}.spot())")}
    choice = [LEFT_OUT, TYPE_STYLES[LEFT_OUT].plural]
    figures["filter"] = settle(page, f"{name}.filter", *choice)
    if name == "kg":
        settle(page, "kg.filter", *choice)
        figures["search"] = settle(page, "kg.search", drawing.name)
        told = page.evaluate("() => actions.kg.panel()")
        if told != drawing.name:
            sys.exit(f"the panel tells of {told!r}, not of {drawing.name!r}")
    settle(page, f"{name}.clear")
    figures["choose"] = settle(page, f"{name}.choose", drawing.busiest)
    figures["ego"] = settle(page, f"{name}.ego", drawing.busiest)
    return figures


def settle(page: Page, action: str, *values: Any) -> float | None:
    milliseconds: float | None = page.evaluate(
        f"(values) => probe.settle(() => actions.{action}(...values))", list(values)
    )
    return milliseconds


def report(drawing: Drawing, figures: Figures, bytes_written: int) -> None:
    size = len(drawing.nodes)
    out(f"\n{size:,} nodes, {len(drawing.edges):,} edges; graph.html {bytes_written / 1e6:.2f} MB")
    out(f"{'':16}" + "".join(f"{name:>13}" for name in MEASURES))
    for row in dict.fromkeys(row for row, _ in figures):
        values = (middle(figures.get((row, name), [])) for name in MEASURES)
        out(f"{row:16}" + "".join("            –" if value is None else f"{value:13.0f}" for value in values))
    base = middle(figures["pyvis", "first frame"]) or 1.0
    for row in ("kg", ALL_SHOWN, "sigma"):
        ratios = []
        for name in TIMES:
            if value := middle(figures.get((row, name), [])):
                ratios.append(f"{name} {value / base:.2f}{judge(row, size, name, value / base)}")
        out(f"  {row} / first frame of pyvis: " + ", ".join(ratios))
    limit = MOST_BYTES.get(size, 0)
    if limit:
        out(f"  size / {limit / 1e6:.0f} MB: {bytes_written / limit:.2f}")


def judge(row: str, size: int, name: str, ratio: float) -> str:
    target = TARGETS.get(size, {}).get(name)
    if target is None or row == "sigma":
        return ""
    return f" (target {target}: {'met' if ratio <= target else 'missed'})"


def middle(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if known else None


def out(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
