"""Draws the pictures of docs/, the page of the example documents. Needs the `test` extra and Chromium.

Run it from the folder of the project: python docs/make_screenshots.py
"""

import shutil
import tempfile
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from playwright.sync_api import sync_playwright

import kg

DOCS = Path(__file__).parent
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SIZE = {"width": 1360, "height": 840}


def main() -> None:
    """Build the examples and take the picture."""
    with tempfile.TemporaryDirectory() as folder:
        graph = kg.build(DOCS.parent / "seeds", folder)
        address = (Path(folder) / "graph.html").as_uri()
        take_picture(f"{address}#node={quote(choose_treaty(graph))}", DOCS / "graph.png", scale=1.5)
        take_picture(address, DOCS / "opening.png")
        take_picture(f"{address}#pair=RUS,USA", DOCS / "dyad.png")
        take_picture(f"{address}#node=RUS", DOCS / "dark.png", scheme="dark")


def choose_treaty(graph: kg.KnowledgeGraph) -> str:
    """The treaty with the most edges: its neighbourhood and its claims are shown."""
    treaties = [node for node, kind in graph.nx.nodes(data="entity_type") if kind == "TREATY"]
    return max(sorted(treaties), key=graph.nx.degree)


def take_picture(
    address: str, path: Path, *, scale: float = 1.0, scheme: Literal["light", "dark"] = "light"
) -> None:
    """The page at `address` as a PNG, `scale` pixels to a point."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=ARGUMENTS)
        page = browser.new_page(viewport=SIZE, device_scale_factor=scale, color_scheme=scheme)
        page.goto(address)
        page.wait_for_timeout(1500)
        page.screenshot(path=path)
        browser.close()


if __name__ == "__main__":
    main()
