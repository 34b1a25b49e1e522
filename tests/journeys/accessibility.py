"""Open a page as a visitor with a given screen and theme, and let axe judge it by WCAG 2.2 AA."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe

WIDTHS = (1366, 390)
SCHEMES = ("light", "dark")
HEIGHT = 900
STANDARD = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
SMALLEST_TARGET = 44


def axe_check(page: Any, url: str, width: int, scheme: str) -> None:
    """Open ``url`` and refuse it if axe finds a violation, or if it is wider than the screen."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(url)
    refuse_violations(page, f"{url} at {width} px, {scheme}")


def refuse_violations(page: Any, where: str) -> None:
    """Judge the page as it stands once its colours have settled."""
    page.evaluate("Promise.all(document.getAnimations().map(change => change.finished.catch(() => null)))")
    for violation in Axe().run(page, options=STANDARD).response["violations"]:
        nodes = "\n".join(f"  {node['html'][:160]}\n  {node['failureSummary']}" for node in violation["nodes"][:4])
        raise AssertionError(f"{where}: {violation['id']}, {violation['help']}\n{nodes}")
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0, f"{where} is {overflow} px wider than the screen"


def small_targets(page: Any) -> list[str]:
    """Buttons, fields and links outside running text that are lower than a fingertip (44 px)."""
    return page.evaluate(
        """least => [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea, summary, nav a")]
            .filter(e => !e.closest("label") && e.checkVisibility() && e.getBoundingClientRect().height < least)
            .map(e => e.outerHTML.slice(0, 120))""",
        SMALLEST_TARGET,
    )
