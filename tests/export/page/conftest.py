"""The page of a small corpus, and a way to run a script of this folder on it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kg.export import write_page

FOLDER = Path(__file__).parent


@pytest.fixture(scope="session")
def small_page(tmp_path_factory, corpus, graph, together, types):
    place = tmp_path_factory.mktemp("page") / "graph.html"
    return write_page(corpus, graph, together, types, place, title="Arms, sanctions and talks")


@pytest.fixture(scope="session")
def run_script():
    """Runs a script in node with one of `programs`, the browser; its output is JSON."""

    def run(script, programs, *values):
        node, browser = find_program("node"), find_program(*programs)
        if not (node and browser and (FOLDER / "node_modules").is_dir()):
            reason = f"needs Node.js, one of {', '.join(programs)}, and `npm ci` in {FOLDER}"
            if os.environ.get("CI") or os.environ.get("KG_REQUIRE_BROWSER"):
                pytest.fail(reason)
            pytest.skip(reason)
        done = subprocess.run(
            [node, FOLDER / script, browser, *values],
            capture_output=True,
            text=True,
            check=False,
            timeout=180,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def find_program(*names):
    return next(filter(None, map(shutil.which, names)), None)
