"""The parameters of a regulation as they were in force on a day."""

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from pembina.core.text import Text, written


class NotInForceError(ValueError):
    """No version of the regulation was in force on the day asked for."""

    def __init__(self, regulation: str, on: date, first: date) -> None:
        self.message = Text(
            id=f"{regulation} belum berlaku pada {written(on).id}; di sini aturan ini dianggap berlaku mulai "
            f"{written(first).id}.",
            en=f"{regulation} was not in force on {written(on).en}; it is taken here to apply from "
            f"{written(first).en}.",
        )
        self.remedy = Text(
            id="Pilih tanggal penilaian pada atau sesudah tanggal itu.",
            en="Choose an assessment date on or after that day.",
        )
        super().__init__(f"{self.message} {self.remedy}")


def parameters_in_force(package: str, *, on: date) -> dict[str, Any]:
    """Return the newest version in ``parameters.yaml`` of `package` whose ``effective_from`` is not after `on`."""
    document = _document(package)
    versions = _in_order(document)
    in_force: dict[str, Any] | None = None
    for version in versions:
        if version["effective_from"] <= on:
            in_force = version
    if in_force is None:
        raise NotInForceError(document["regulation"], on, versions[0]["effective_from"])
    return in_force


def versions_of(package: str) -> list[dict[str, Any]]:
    """Return every version in ``parameters.yaml`` of `package`, the oldest first."""
    return _in_order(_document(package))


@cache
def _document(package: str) -> dict[str, Any]:
    """Return the packaged file, read once: a page of many indices would spend its time on parsing."""
    document: dict[str, Any] = yaml.safe_load((files(package) / "parameters.yaml").read_text(encoding="utf-8"))
    return document


def _in_order(document: dict[str, Any]) -> list[dict[str, Any]]:
    return sorted(document["versions"], key=lambda version: version["effective_from"])
