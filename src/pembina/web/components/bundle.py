"""All styles as one file: the sources stay small and apart, the visitor pays one round trip.

`StyleBundleFinder` is a staticfiles finder, so `collectstatic`, whitenoise and the test server all see
`pembina/pembina.css` like any other static file, fingerprinted and compressed by the storage in use. The survey of
citizens has a smaller one of its own: its page must not grow with the components of the officers.
"""

import re
import shutil
import tempfile
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.files.storage import FileSystemStorage

from pembina.web.components.brand import DEFAULT_COLOUR, configured_colour, palette

SOURCES = Path(__file__).parent / "styles"
BUNDLE = "pembina/pembina.css"
SURVEY_BUNDLE = "pembina/survey.css"
SURVEY_COMPONENTS = ("button", "card", "error_summary", "field", "message")
LAYERS = "@layer reset, tokens, base, layout, components, utilities;\n"


def sources() -> list[Path]:
    """The style files in the order of their layers; components in alphabetical order."""
    first = [SOURCES / f"{layer}.css" for layer in ("reset", "tokens", "base", "layout")]
    return [*first, *sorted((SOURCES / "components").glob("*.css")), SOURCES / "utilities.css"]


def survey_sources() -> list[Path]:
    """The style files of the public survey page, in the order of their layers."""
    parts = [SOURCES / "components" / f"{name}.css" for name in SURVEY_COMPONENTS]
    first = [SOURCES / f"{layer}.css" for layer in ("reset", "tokens", "base")]
    return [*first, *parts, SOURCES / "survey.css", SOURCES / "utilities.css"]


def compact(css: str) -> str:
    """Drop comments, line breaks and indentation; nothing else, so that the text stays readable in a browser."""
    without_comments = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", without_comments).strip() + "\n"


def bundle(brand: str, paths: list[Path] | None = None) -> str:
    """The whole style sheet; the region's colour, where it differs from the default, comes after the tokens."""
    parts = [compact(path.read_text("utf-8")) for path in paths or sources()]
    region = "" if brand == DEFAULT_COLOUR else palette(brand).as_css() + "\n"
    return LAYERS + "".join(parts) + region


BUNDLES = {BUNDLE: sources, SURVEY_BUNDLE: survey_sources}


class StyleBundleFinder(BaseFinder):
    """Offers the bundles from a temporary directory that lives as long as the finder."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        directory = tempfile.mkdtemp(prefix="pembina-styles-")
        # Django makes a new finder when settings change; the directory goes with the old one, without a warning.
        weakref.finalize(self, shutil.rmtree, directory, ignore_errors=True)
        self.storage = FileSystemStorage(location=directory)

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        if path not in BUNDLES:
            return []
        found = str(self.write(path))
        return [found] if find_all else found

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        for path in BUNDLES:
            if not matches_patterns(path, ignore_patterns or []):
                self.write(path)
                yield path, self.storage

    def write(self, path: str = BUNDLE) -> Path:
        """Write a bundle where it is missing or older than its sources."""
        target, parts = Path(self.storage.path(path)), BUNDLES[path]()
        newest = max(part.stat().st_mtime_ns for part in parts)
        if not target.exists() or target.stat().st_mtime_ns < newest:
            target.parent.mkdir(parents=True, exist_ok=True)
            fresh = target.with_suffix(".new")
            fresh.write_text(bundle(configured_colour(), parts), "utf-8")
            fresh.replace(target)
        return target
