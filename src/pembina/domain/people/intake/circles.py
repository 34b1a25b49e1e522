"""Circles of superiors: somebody who, going up, is met again."""

from collections.abc import Mapping


def circles_among(superior_of: Mapping[str, str]) -> list[list[str]]:
    """Return each circle once, in the order in which one superior leads to the next."""
    done: set[str] = set()
    circles = []
    for start in superior_of:
        path: dict[str, None] = {}
        person: str | None = start
        while person is not None and person not in done and person not in path:
            path[person] = None
            person = superior_of.get(person)
        if person is not None and person in path:
            way = list(path)
            circles.append(way[way.index(person) :])
        done.update(path)
    return circles
