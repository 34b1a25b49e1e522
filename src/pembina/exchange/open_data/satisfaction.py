"""Published survey results by round and unsur."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text
from pembina.domain.services.models import SurveyPublication
from pembina.domain.services.queries.public_satisfaction import ElementRow, element_rows, shown_content
from pembina.domain.services.queries.survey_results import published_results
from pembina.exchange.open_data.places import UNIT_CODE, UNIT_NAME, count_column, fingerprint
from pembina.exchange.open_data.shapes import (
    HIDDEN_COLUMN,
    Activity,
    Column,
    Indicator,
    Kind,
    OpenTable,
    Row,
    Value,
    with_hidden,
)

RULE = "pembina.core.rules.satisfaction_index"
PARAMETERS = parameters_in_force(RULE, on=date.max)
ARTICLE: str = PARAMETERS["article"]
ELEMENT_KEYS = tuple(element["key"] for element in PARAMETERS["elements"])
PEOPLE = Text(id="orang", en="people")


def rows(at: datetime) -> Iterator[Row]:
    """Yield the rounds, the latest first, each with its nine unsur."""
    for publication in published_results().select_related("period__unit").iterator():
        content = shown_content(publication)
        closes_on = date.fromisoformat(content["period"]["closes_on"])
        for element in element_rows(content["result"]["elements"], on=closes_on):
            yield _row(publication, content, element)


def state(at: datetime) -> str:
    """Return a text of what is published; a publication never changes."""
    return fingerprint(published_results().values_list("pk", "content_hash", "period__unit__name"))


def _row(publication: SurveyPublication, content: Mapping[str, Any], element: ElementRow) -> Row:
    period, result = content["period"], content["result"]
    row: dict[str, Value] = {
        "kode_unit": period["unit_code"],
        "nama_unit": period["unit"],
        "periode": period["title"],
        "survei_mulai": period["opens_on"],
        "survei_sampai": period["closes_on"],
        "terbitan": publication.version,
        "responden": content["respondents"],
        "ikm": float(result["index"]),
        "mutu": result["quality"],
        "galat_95": None if result["margin"] is None else round(result["margin"], 2),
        "bobot": "1/9" if result["weight"] == "exact" else result["weight"],
        "unsur": element.key,
        "nama_unsur": element.label["id"],
        "menjawab": element.n,
        "nrr": None if element.mean is None else round(float(element.mean), 4),
    }
    return with_hidden(row, ["menjawab", "nrr"] if element.n is None else [])


COLUMNS = (
    UNIT_CODE,
    UNIT_NAME,
    Column("periode", Text(id="Periode survei", en="Round"), Text(id="Nama periode.", en="Name of the round.")),
    Column(
        "survei_mulai",
        Text(id="Survei mulai", en="First day"),
        Text(id="Hari pertama survei.", en="First day."),
        Kind.DAY,
    ),
    Column(
        "survei_sampai",
        Text(id="Survei sampai", en="Last day"),
        Text(id="Hari terakhir survei.", en="Last day."),
        Kind.DAY,
    ),
    count_column(
        "terbitan",
        Text(id="Terbitan", en="Edition"),
        Text(id="Nomor terbitan; perbaikan menjadi terbitan baru.", en="A correction becomes a new edition."),
        Text(id="nomor", en="number"),
    ),
    count_column(
        "responden",
        Text(id="Responden", en="Respondents"),
        Text(id="Jawaban yang dihitung.", en="Answers counted."),
        PEOPLE,
    ),
    Column(
        "ikm",
        Text(id="Indeks kepuasan masyarakat", en="Satisfaction index"),
        Text(id="Jumlah NRR tertimbang sembilan unsur dikali 25.", en="Sum of the weighted means of nine unsur x 25."),
        Kind.NUMBER,
        Text(id="skala 25 sampai 100", en="scale 25 to 100"),
        least=24.75,
        most=100,
    ),
    Column(
        "mutu",
        Text(id="Mutu pelayanan", en="Quality"),
        Text(id="A, B, C, atau D menurut IKM yang dibulatkan dua desimal.", en="By the index rounded to two decimals."),
        among=("A", "B", "C", "D"),
    ),
    Column(
        "galat_95",
        Text(id="Galat sampel 95%", en="Margin of error 95%"),
        Text(id="IKM kurang lebih sekian; kosong bila tidak dapat dihitung.", en="Index plus or minus this."),
        Kind.NUMBER,
        Text(id="poin IKM", en="points of the index"),
        least=0,
    ),
    Column(
        "bobot",
        Text(id="Bobot unsur", en="Weight"),
        Text(id="Bobot setiap unsur yang dipakai periode itu.", en="Weight of each unsur in that round."),
    ),
    Column(
        "unsur",
        Text(id="Kunci unsur", en="Key of the unsur"),
        Text(
            id="Kunci tetap; urutan dalam kuesioner dapat berbeda.", en="Stable key; questionnaires order differently."
        ),
        among=ELEMENT_KEYS,
    ),
    Column(
        "nama_unsur", Text(id="Nama unsur", en="Name of the unsur"), Text(id="Menurut peraturan.", en="Official name.")
    ),
    count_column(
        "menjawab",
        Text(id="Yang menjawab unsur ini", en="Answers to this unsur"),
        Text(id="Jawaban 1 sampai 4 atas unsur ini.", en="Answers from 1 to 4 to this unsur."),
        PEOPLE,
    ),
    Column(
        "nrr",
        Text(id="Nilai rata-rata unsur (NRR)", en="Mean of the unsur"),
        Text(id="Jumlah nilai dibagi yang menjawab.", en="Sum of the scores by the number of answers."),
        Kind.NUMBER,
        Text(id="skala 1 sampai 4", en="scale 1 to 4"),
        least=1,
        most=4,
    ),
    HIDDEN_COLUMN,
)
SATISFACTION = OpenTable(
    name="skm",
    title=Text(id="Hasil SKM per periode dan unsur", en="Satisfaction surveys by round and unsur"),
    description=Text(
        id="Hasil survei kepuasan masyarakat yang sudah terbit, terbitan terakhir setiap periode.",
        en="Published results of community satisfaction surveys, the latest edition of each round.",
    ),
    keywords=("SKM", "IKM", "kepuasan masyarakat", "unsur"),
    columns=COLUMNS,
    key=("kode_unit", "periode", "survei_mulai", "unsur"),
    rows=rows,
    state=state,
    changes="irregular",
    activity=Activity(
        title=Text(id="Survei Kepuasan Masyarakat (SKM)", en="Community satisfaction survey (SKM)"),
        way=Text(id="Survei", en="Survey"),
        background=Text(
            id="Penyelenggara pelayanan publik wajib melakukan SKM sedikitnya setahun sekali.",
            en="Providers of public services have to hold the survey at least once a year.",
        ),
        purpose=Text(
            id="Mengetahui kepuasan pengguna layanan dan unsur yang perlu diperbaiki lebih dulu.",
            en="To know how satisfied users are, and what to improve first.",
        ),
        frequency=Text(id="Menurut periode setiap unit", en="By the rounds of each unit"),
        coverage=Text(id="Pengguna layanan unit yang disurvei", en="Users of the services of the surveyed unit"),
        collected_by=Text(id="Kuesioner mandiri daring dan kertas", en="Self-completed online and on paper"),
        quality=Text(
            id="Jawaban mencurigakan ditandai dan hanya dikeluarkan dengan keputusan tercatat; galat sampel "
            "disertakan.",
            en="Suspicious answers are flagged and left out only by a recorded decision; sampling error is given.",
        ),
        article=ARTICLE,
    ),
    indicators=(
        Indicator(
            column="ikm",
            name=Text(id="Indeks Kepuasan Masyarakat (IKM)", en="Satisfaction index (IKM)"),
            definition=Text(
                id="Ukuran kepuasan pengguna layanan atas sembilan unsur pelayanan.",
                en="How satisfied users are with the nine unsur of a service.",
            ),
            reading=Text(
                id="25 terburuk, 100 terbaik; perubahan yang lebih kecil dari galatnya bukan bukti perubahan.",
                en="25 is worst, 100 best; a change smaller than its error is no evidence of change.",
            ),
            formula=Text(id="IKM = 25 x jumlah (NRR unsur x bobot)", en="IKM = 25 x sum (mean of unsur x weight)"),
            measure=Text(id="Indeks", en="Index"),
            unit=Text(id="skala 25 sampai 100", en="scale 25 to 100"),
            built_from=("nrr", "bobot"),
            classified_by=Text(id="Unit kerja, periode, unsur", en="Unit, round, unsur"),
        ),
    ),
)
