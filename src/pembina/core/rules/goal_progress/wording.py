"""Soft warnings on a goal: absolute words in a target, and aspects that no indicator covers. Nothing is blocked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from pembina.core.rules.appraisal_rating import Certainty
from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.goal_progress.formula import PACKAGE
from pembina.core.rules.goal_progress.measures import Aspect
from pembina.core.text import Text


class Risk(StrEnum):
    """What a main result may bear on so that an absolute target is right."""

    LIFE = "life"
    INJURY = "injury"
    NATIONAL_SECURITY = "national_security"
    LARGE_LOSS = "large_loss"


@dataclass(frozen=True, slots=True)
class WordFinding:
    """An absolute word as it stands in the text, from `start` up to `end`, and why it is worth a second look."""

    word: str
    start: int
    end: int
    article: str
    certainty: Certainty
    because: Text


@dataclass(frozen=True, slots=True)
class AspectFinding:
    """Aspects that no indicator of a goal covers, in the order of the regulation."""

    missing: tuple[Aspect, ...]
    article: str
    certainty: Certainty
    because: Text


def aspects(*, on: date) -> dict[Aspect, Text]:
    """Return the aspects in force on a day with their words; raises ``NotInForceError``."""
    rows = parameters_in_force(PACKAGE, on=on)["aspects"]["known"]
    return {Aspect(row["key"]): Text(id=row["id"], en=row["en"]) for row in rows}


def risks(*, on: date) -> dict[Risk, Text]:
    """Return what excepts a main result from the warning, with its words; raises ``NotInForceError``."""
    rows = parameters_in_force(PACKAGE, on=on)["absolute"]["excepted_risks"]
    return {Risk(row["key"]): Text(id=row["id"], en=row["en"]) for row in rows}


def absolute_words(
    *, target: str, is_main: bool, is_top_official: bool, risk: Risk | None, on: date
) -> tuple[WordFinding, ...]:
    """Return the absolute words of a target, in order of the text.

    Parameters
    ----------
    is_main : a main result (utama); only these can be excepted
    is_top_official : the goal of a top official or head of an independent unit, whom the rule does not name
    risk : what the result bears on, None where nothing of the kind

    Raises
    ------
    NotInForceError : before the first version
    """
    told = parameters_in_force(PACKAGE, on=on)["absolute"]
    if is_top_official or (is_main and risk is not None and risk in risks(on=on)):
        return ()
    pattern = _pattern(tuple(told["words"]), told["schedule_word"], tuple(told["schedule"]))
    certainty = Certainty(told["certainty"])
    return tuple(
        WordFinding(found.group(), found.start(), found.end(), told["article"], certainty, _because_word(found.group()))
        for found in pattern.finditer(target)
    )


def missing_aspects(*, present: Iterable[Aspect], on: date) -> AspectFinding | None:
    """Return which aspects none of the indicators of a goal covers; None where all are covered.

    The regulation says "dan/atau": a goal may do without an aspect. Raises ``NotInForceError``.
    """
    told = parameters_in_force(PACKAGE, on=on)["aspects"]
    covered, known = set(present), aspects(on=on)
    missing = tuple(aspect for aspect in known if aspect not in covered)
    if not missing:
        return None
    words = Text(
        id=", ".join(known[aspect].id for aspect in missing), en=", ".join(known[aspect].en for aspect in missing)
    )
    because = Text(
        id=f"Belum ada indikator untuk aspek: {words.id}. Ini boleh; periksa apakah memang tidak diperlukan.",
        en=f"No indicator covers: {words.en}. That is allowed; check whether it is really not needed.",
    )
    return AspectFinding(missing, told["article"], Certainty(told["certainty"]), because)


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...], schedule_word: str, schedule: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of the whole words; a space is any blanks, the word of schedules is meant outside of one."""
    number = r"(?:\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)"
    units = "|".join(map(re.escape, schedule))
    parts = []
    for word in words:
        part = r"\s+".join(map(re.escape, word.split()))
        parts.append(rf"{part}(?!\s+(?:{number}\s+)?(?:{units})\b)" if word == schedule_word else part)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


def _because_word(word: str) -> Text:
    return Text(
        id=f"“{word}” membuat target mutlak dan tidak memberi toleransi kesalahan. Pertimbangkan angka, misalnya 95 %, "
        "kecuali hasil kerja utama ini menyangkut nyawa, cedera, keamanan nasional, atau kerugian besar.",
        en=f"“{word}” makes a target absolute and leaves no room for error. Consider a number, such as 95 %, unless "
        "this main result concerns life, injury, national security or a large loss.",
    )
