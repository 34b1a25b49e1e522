"""Answers of our own making: the sample to try; and the empty files to fill in.

The people and their scores are drawn, never real: each has a mood, each element a level, waiting time the lowest.
"""

from datetime import date
from functools import lru_cache

import numpy as np
from django.utils.translation import gettext as _

from pembina.core.rules.satisfaction_index import ELEMENTS, count_scores
from pembina.exchange.survey_files.template import survey_csv, survey_workbook
from pembina.web.satisfaction_tool.carried import Survey
from pembina.web.satisfaction_tool.wording import element_labels

RESPONDENTS = 150
SEED = 2017
LEVELS = {
    "persyaratan": 3.3,
    "prosedur": 3.2,
    "waktu": 2.7,
    "biaya": 3.8,
    "produk": 3.3,
    "kompetensi": 3.3,
    "perilaku": 3.4,
    "pengaduan": 3.0,
    "sarana": 3.1,
}
SAMPLE_POPULATION = 1_200
SAMPLE_DAY = date(2026, 9, 30)


@lru_cache(maxsize=1)
def sample_answers() -> list[dict[str, int | None]]:
    """One mapping of element to score a respondent, the same at every call."""
    rng = np.random.default_rng(SEED)
    moods = rng.normal(0, 0.35, size=(RESPONDENTS, 1))
    wanted = np.array([LEVELS[key] for key in ELEMENTS]) + moods + rng.normal(0, 0.45, size=(RESPONDENTS, 9))
    scores = np.clip(np.rint(wanted), 1, 4).astype(int).tolist()
    return [dict(zip(ELEMENTS, row, strict=True)) for row in scores]


def sample_survey() -> Survey:
    counts = count_scores(sample_answers(), missing="refuse")
    return Survey(counts, SAMPLE_DAY, population=SAMPLE_POPULATION, is_sample=True)


def sample_file() -> bytes:
    """The sample as an officer would have it."""
    return survey_csv(head(), [[n, *row.values()] for n, row in enumerate(sample_answers(), start=1)])


def empty_csv() -> bytes:
    return survey_csv(head())


def empty_workbook() -> bytes:
    return survey_workbook(head(), refusal=_("Isi 1, 2, 3, atau 4; kosongkan bila tidak dijawab."))


def head() -> list[str]:
    """Names of the columns in the language of the page, each with its number and element."""
    labels = element_labels(SAMPLE_DAY)
    return [_("Responden"), *(f"U{n} {labels[key]}" for n, key in enumerate(ELEMENTS, start=1))]
