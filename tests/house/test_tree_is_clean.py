"""Nothing of the machine on which something was written gets into the checkout, and no file is kept by accident."""

import re

from house.tree import ROOT, files, judge, name_of

# Written in pieces, so that this file does not find itself.
REGISTRIES = ["pypi" + r"\.org/simple", "python" + r"hosted\.org", r"registry\." + "npmjs", r"--index" + "-url http"]
MACHINE_PATHS = [
    r"(?<![\w.])/" + "work/",
    r"(?<![\w.])/" + r"root/\w",
    r"(?<![\w.])/" + r"home/[a-z]+/",
    "/Us" + r"ers/\w+/",
]
NEVER_KEPT = {".sqlite3", ".pyc", ".log", ".key", ".pem", ".env"}
EXEMPT: dict[str, str] = {}


def found(patterns):
    expression = re.compile("|".join(patterns))
    for path in files():
        text = path.read_bytes()
        if b"\0" not in text and (match := expression.search(text.decode("utf-8", "replace"))):
            yield f"{name_of(path)}: {match.group()}"


def test_no_address_of_a_package_registry():
    judge(set(found(REGISTRIES)), EXEMPT, "Addresses of registries belong to the machine:")


def test_no_path_of_a_machine():
    judge(set(found(MACHINE_PATHS)), EXEMPT, "Paths of one machine:")


def test_no_file_that_should_never_be_kept():
    judge({name_of(path) for path in files() if path.suffix in NEVER_KEPT}, EXEMPT, "Not in the checkout:")


def test_every_text_file_ends_its_last_line():
    texts = files("*.py", "*.md", "*.html", "*.css", "*.toml", "*.txt", "run")
    broken = {name_of(path) for path in texts if path.stat().st_size and not path.read_bytes().endswith(b"\n")}
    judge(broken, EXEMPT, "End the last line:")


def test_decision_records_are_numbered_without_gaps():
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "adr").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
