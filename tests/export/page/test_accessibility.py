"""The page as axe-core sees it: nothing serious in any of its states, light and dark."""

import pytest

pytestmark = pytest.mark.browser

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@pytest.fixture(scope="module")
def findings(run_script, small_page):
    return run_script("axe.js", CHROMIUM, small_page)


def list_serious(findings, scheme):
    return [
        f"{state}: {finding['rule']} ({finding['impact']}): {finding['help']}: {element}"
        for state, found in findings.items()
        for finding in found
        for element in finding["elements"]
        if state.startswith(scheme) and finding["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_is_found(findings, scheme):
    assert sum(state.startswith(scheme) for state in findings) == 10
    assert list_serious(findings, scheme) == []
