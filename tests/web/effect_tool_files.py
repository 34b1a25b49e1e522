"""Files as visitors bring them to the effect tool, and the two posts of its journey."""

import re
import signal

import numpy as np
from django.core.files.uploadedfile import SimpleUploadedFile

ASKED = {
    "direction": "lower",
    "figure_unit": "hari",
    "smallest_effect": "1",
    "comparison": "not-yet",
    "random_timing": "no",
    "decimals": "auto",
}
ROLES = {"unit": "dinas", "time": "bulan", "outcome": "hari", "start": "mulai"}


def reading(client, language):
    """Choose the language as the switch in the top bar does."""
    client.cookies["django_language"] = language
    return client


def months(count):
    return [f"{2023 + month // 12}-{month % 12 + 1:02d}" for month in range(count)]


def panel_csv(*, effect=-4.0, units=24, periods=12, starts=(5, 8, None), seed=7):
    """One row a unit and month; waiting falls everywhere, and by ``effect`` more from each unit's start on."""
    rng = np.random.default_rng(seed)
    names = months(periods)
    lines = ["dinas,bulan,hari,mulai"]
    for unit in range(units):
        start = starts[unit % len(starts)]
        level = 20 + rng.normal()
        for month in range(periods):
            figure = level - 0.3 * month + rng.normal(scale=0.5) + (effect if start and month >= start else 0)
            lines.append(f"Dinas {unit:02d},{names[month]},{figure:.3f},{names[start] if start else ''}")
    return "\n".join(lines) + "\n"


def changed(csv, line, cells):
    """The file with cells of one line (1 is the header) replaced by position."""
    lines = csv.splitlines()
    written = lines[line - 1].split(",")
    for position, cell in cells.items():
        written[position] = cell
    lines[line - 1] = ",".join(written)
    return "\n".join(lines) + "\n"


def upload(content, name="data.csv"):
    return SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())


def send_file(client, content, *, name="data.csv", rows_are="panel", **extra):
    """Step 1: the file alone."""
    return client.post("/alat/dampak/kolom/", {"file": upload(content, name), "rows_are": rows_are}, **extra)


def look_of(response):
    """The first look that the page asks the visitor to carry."""
    return re.search(r'name="look" value="([^"]+)"', response.content.decode())[1]


def ask(client, content, *, name="data.csv", rows_are="panel", headers=None, **answers):
    """Both steps: the file, then the file again with the columns and the question."""
    look = look_of(send_file(client, content, name=name, rows_are=rows_are))
    roles = ROLES if rows_are == "panel" else {}
    data = {"look": look, "file": upload(content, name), **roles, **ASKED, **answers}
    return client.post("/alat/dampak/hasil/", data, headers=headers)


def text_of(response):
    """What a person reads, tags and scripts left out."""
    words = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(words.replace("&quot;", '"').split())


def never_ending(*_arguments):
    """Wait for a signal that nobody sends; a child process finds it here by name."""
    signal.pause()
