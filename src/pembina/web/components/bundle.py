"""All styles as one file: the sources stay small and apart, the visitor pays one round trip.

`StyleBundleFinder` is a staticfiles finder, so `collectstatic`, whitenoise and the test server all see
`pembina/pembina.css` like any other static file, fingerprinted and compressed by the storage in use.
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
LAYERS = "@layer reset, tokens, base, layout, components, utilities;\n"


def sources() -> list[Path]:
    """The style files in the order of their layers; components in alphabetical order."""
    first = [SOURCES / f"{layer}.css" for layer in ("reset", "tokens", "base", "layout")]
    return [*first, *sorted((SOURCES / "components").glob("*.css")), SOURCES / "utilities.css"]


def compact(css: str) -> str:
    """Drop comments, line breaks and indentation; nothing else, so that the text stays readable in a browser."""
    without_comments = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", without_comments).strip() + "\n"


def bundle(brand: str) -> str:
    """The whole style sheet; the region's colour, where it differs from the default, comes after the tokens."""
    parts = [compact(path.read_text("utf-8")) for path in sources()]
    region = "" if brand == DEFAULT_COLOUR else palette(brand).as_css() + "\n"
    return LAYERS + "".join(parts) + region


class StyleBundleFinder(BaseFinder):
    """Offers the bundle from a temporary directory that lives as long as the finder."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        directory = tempfile.mkdtemp(prefix="pembina-styles-")
        # Django makes a new finder when settings change; the directory goes with the old one, without a warning.
        weakref.finalize(self, shutil.rmtree, directory, ignore_errors=True)
        self.storage = FileSystemStorage(location=directory)

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        if path != BUNDLE:
            return []
        found = str(self.write())
        return [found] if find_all else found

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        if not matches_patterns(BUNDLE, ignore_patterns or []):
            self.write()
            yield BUNDLE, self.storage

    def write(self) -> Path:
        """Write the bundle where it is missing or older than its sources."""
        target = Path(self.storage.path(BUNDLE))
        newest = max(path.stat().st_mtime_ns for path in sources())
        if not target.exists() or target.stat().st_mtime_ns < newest:
            target.parent.mkdir(parents=True, exist_ok=True)
            fresh = target.with_suffix(".new")
            fresh.write_text(bundle(configured_colour()), "utf-8")
            fresh.replace(target)
        return target
