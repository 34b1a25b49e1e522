"""Names as they are heard all over Indonesia, put together at random."""

from functools import cache
from importlib.resources import files
from random import Random

import yaml

from pembina.domain.people.enums import Sex


@cache
def _words() -> dict[str, list[str]]:
    source = files("pembina.domain.people.demonstration") / "names.yaml"
    words: dict[str, list[str]] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return words


def draw_name(rng: Random, sex: Sex) -> str:
    """Return a name of two or three words; some people have one word only."""
    sort = "men" if sex is Sex.MALE else "women"
    first, last = _words()[sort], _words()[f"last_of_{sort}"]
    words = [rng.choice(first)]
    if rng.random() < 0.35:
        words.append(rng.choice(last))
    if rng.random() < 0.95:
        words.append(rng.choice(last))
    return " ".join(dict.fromkeys(words)).replace("_", " ")
