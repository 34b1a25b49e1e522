"""From a template and its data to a PDF.

The data reach Typst as one JSON text, never as Typst source: what a person typed stays text whatever it contains.
Only the two packaged faces of Liberation Sans (metrics of Arial) are used: a paper looks the same on every machine.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import typst

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
# Archivable (ISO 19005-2) and readable aloud (ISO 14289-1): Typst refuses a figure without a description.
STANDARDS: Any = ["a-2a", "ua-1"]


class PaperError(RuntimeError):
    """The template does not exist, or could not be written with these data."""


def write_paper(template: str, data: Mapping[str, Any]) -> bytes:
    """Write the packaged ``template`` with ``data`` as PDF/A-2a and PDF/UA-1.

    Parameters
    ----------
    template : name of a file in ``templates`` without its ``.typ``
    data : what JSON can hold. The letterhead needs ``title``, ``language`` ("id" or "en"), ``government`` and
        ``written_on`` (a date as YYYY-MM-DD); ``subtitle``, ``written_on_words`` and ``source`` (the sentence at the
        foot of each page) may be there. All other keys are the template's own.

    Raises
    ------
    PaperError
        An unknown template, or data without a key that the template needs; the message names it.
    """
    path = TEMPLATES / f"{template}.typ"
    if path.parent != TEMPLATES or not path.is_file():
        raise PaperError(f"There is no paper named {template!r}")
    try:
        handed = {"data": json.dumps(data, ensure_ascii=False, allow_nan=False)}
        compiler = typst.Compiler(input=path, root=TEMPLATES, font_paths=packaged_fonts(), sys_inputs=handed)
        return cast(bytes, compiler.compile(format="pdf", pdf_standards=STANDARDS))
    except typst.TypstError as failure:
        raise PaperError(f"{template}: {failure}") from failure
    except (TypeError, ValueError) as failure:
        raise PaperError(f"{template}: the data are not JSON: {failure}") from failure


@lru_cache(maxsize=1)
def packaged_fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[HERE / "fonts"])
