"""One graph as three pages with the same places, names and sentences: kg's, stock pyvis', and sigma's."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyvis.network import Network

from kg.export import Page, make_page
from kg.export.html.assets import escape_json
from kg.graph import build_cooccurrence_graph, build_graph
from kg.lexicon import Lexicon
from kg.model import Corpus

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
SCRIPTS = ("graphology/dist/graphology.umd.min.js", "sigma/dist/sigma.min.js")
WIDTH, HEIGHT = 780, 830  # pixels of the drawing; kg's own is as large in the window that run.py opens
SIGMA = """<!DOCTYPE html><meta charset="utf-8"><title>sigma</title>
<div id="stage" style="width:{width}px;height:{height}px"></div>
<script type="application/json" id="data">{data}</script>{scripts}"""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What all three draw. `busiest` is the node with the most edges, `name` its name."""

    nodes: list[Row]
    edges: list[Row]
    busiest: int
    name: str


def write_pages(corpus: Corpus, lexicon: Lexicon, folder: Path) -> tuple[Drawing, dict[str, Path]]:
    """The pages of a corpus in `folder`, by the name of what draws them."""
    graph = build_graph(corpus, lexicon.types)
    page = make_page(corpus, graph, build_cooccurrence_graph(corpus), lexicon.types, title="Benchmark")
    drawing = _list_drawing(page)
    write: dict[str, Callable[[], str]] = {
        "kg": page.generate_html,
        "pyvis": lambda: _render_pyvis(drawing),
        "sigma": lambda: _render_sigma(drawing),
    }
    paths = {}
    for name, render in write.items():
        paths[name] = folder / f"{name}-{len(drawing.nodes)}.html"
        paths[name].write_text(render(), encoding="utf-8")
    return drawing, paths


def _list_drawing(page: Page) -> Drawing:
    degrees = [0] * len(page.nodes)
    edges = []
    for edge in page.edges:
        degrees[edge["from"]] += 1
        degrees[edge["to"]] += 1
        sentence = page.payload.sentences[page.payload.claims[edge["claims"][0]]["s"]]
        edges.append({"from": edge["from"], "to": edge["to"], "label": edge["relation"], "title": sentence})
    nodes = [
        {name: node[name] for name in ("id", "label", "x", "y", "size", "color", "shape", "type")}
        for node in page.nodes
    ]
    busiest = max(range(len(nodes)), key=degrees.__getitem__)
    return Drawing(nodes, edges, busiest, nodes[busiest]["label"])


def _render_pyvis(drawing: Drawing) -> str:
    """As pyvis comes, but for physics, which is off: with it a graph of this size does not come to rest."""
    network = Network(
        f"{HEIGHT}px", f"{WIDTH}px", directed=True, cdn_resources="in_line", neighborhood_highlight=True
    )
    network.toggle_physics(False)
    for node in drawing.nodes:
        values = {name: value for name, value in node.items() if name not in ("id", "label")}
        network.add_node(node["id"], node["label"], title=node["label"], **values)
    for edge in drawing.edges:
        network.add_edge(edge["from"], edge["to"], title=edge["title"])
    return str(network.generate_html())


def _render_sigma(drawing: Drawing) -> str:
    data = json.dumps({"nodes": drawing.nodes, "edges": drawing.edges}, ensure_ascii=False)
    sources = [MODULES / script for script in SCRIPTS] + [HERE / "sigma.js"]
    scripts = "".join(f"<script>{path.read_text(encoding='utf-8')}</script>" for path in sources)
    return SIGMA.format(width=WIDTH, height=HEIGHT, data=escape_json(data), scripts=scripts)
