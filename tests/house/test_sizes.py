"""What one has to hold in mind at once stays small."""

from house.tree import PACKAGE, ROOT, WEB, files, functions, judge, lines_of_code, name_of

FILE, FUNCTION, VIEW, TEMPLATE, STYLE, TEST = 400, 50, 40, 150, 120, 40

# Breach: why it may stay for now.
LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}
LONG_VIEWS: dict[str, str] = {}
LONG_TEMPLATES: dict[str, str] = {}
LONG_STYLES: dict[str, str] = {}
LONG_TESTS: dict[str, str] = {}


def lines(path):
    return len(path.read_text(encoding="utf-8").splitlines())


def long_functions(paths, limit):
    return {
        f"{name_of(path)}: {function.name}"
        for path in paths
        for function in functions(path)
        if lines_of_code(function) > limit
    }


def longer_than(limit, paths):
    return {name_of(path) for path in paths if lines(path) > limit}


def test_files_are_short():
    # Django writes migrations, and nobody reads one to understand a record.
    written = [path for path in files("*.py", "run") if path.parent.name != "migrations"]
    judge(longer_than(FILE, written), LONG_FILES, f"Files of at most {FILE} lines:")


def test_functions_are_short():
    scripts = [path for path in files("*.py") if "tests" not in path.relative_to(ROOT).parts]
    judge(long_functions(scripts, FUNCTION), LONG_FUNCTIONS, f"Functions of at most {FUNCTION} lines:")


def test_views_are_short():
    views = [path for path in files("*.py", under=WEB) if "views" in path.relative_to(WEB).as_posix()]
    judge(long_functions(views, VIEW), LONG_VIEWS, f"Views of at most {VIEW} lines:")


def test_templates_are_short():
    judge(
        longer_than(TEMPLATE, files("*.html", under=PACKAGE)), LONG_TEMPLATES, f"Templates of at most {TEMPLATE} lines:"
    )


def test_styles_are_short():
    judge(longer_than(STYLE, files("*.css", under=PACKAGE)), LONG_STYLES, f"Style sheets of at most {STYLE} lines:")


def test_tests_are_short():
    tests = files("*.py", under=ROOT / "tests")
    judge(long_functions(tests, TEST), LONG_TESTS, f"Tests of at most {TEST} lines:")
