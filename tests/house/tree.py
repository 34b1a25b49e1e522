"""What the house rules look at, and how an exemption from them expires."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "pembina"
WEB = PACKAGE / "web"


def files(*patterns: str, under: Path = ROOT) -> list[Path]:
    """Return the files of the checkout that git keeps or would keep, so that nothing hides by not being added."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns]
    said = subprocess.run(command, cwd=under, capture_output=True, text=True, check=True)
    return [under / line for line in sorted(set(said.stdout.splitlines())) if (under / line).is_file()]


def name_of(path: Path) -> str:
    """Return the path as the rules and their exemptions write it."""
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function of a Python file, methods and inner ones too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of_code(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function without its docstring."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return lines
    docstring = function.body[0]
    return lines - ((docstring.end_lineno or 0) - docstring.lineno + 1)


def judge(broken: set[str], exempt: dict[str, str], rule: str) -> None:
    """Fail for each breach without an exemption, and for each exemption that nothing needs any more."""
    unexcused = sorted(broken - exempt.keys())
    assert not unexcused, f"{rule}\n" + "\n".join(unexcused)
    expired = sorted(exempt.keys() - broken)
    assert not expired, "These exemptions are no longer needed; remove them:\n" + "\n".join(expired)
