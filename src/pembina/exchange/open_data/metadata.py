"""The metadata of a table in the three forms of Peraturan BPS 5/2020: activity, variables and indicators.

Only what this software knows is filled in. What it does not (the codes that BPS gives out) is named
as such, so that whoever reports to BPS sees what is left.
"""

from collections.abc import Callable

from pembina.core.text import Text
from pembina.exchange.open_data.shapes import Column, Indicator, Kind, OpenTable

Said = Callable[[Text], str]
Pairs = list[tuple[str, str]]
REGULATION = "Peraturan BPS 5/2020 tentang Petunjuk Teknis Metadata Statistik"
YES = Text(id="Ya", en="Yes")
KINDS = {
    Kind.TEXT: Text(id="Teks", en="Text"),
    Kind.WHOLE: Text(id="Bilangan bulat", en="Whole number"),
    Kind.NUMBER: Text(id="Bilangan desimal", en="Decimal number"),
    Kind.DAY: Text(id="Tanggal (2026-10-31)", en="Date (2026-10-31)"),
    Kind.MONTH: Text(id="Bulan (2026-10)", en="Month (2026-10)"),
}


def activity_of(table: OpenTable, *, government: str, said: Said) -> Pairs:
    """Return the metadata of the activity (MS-Keg)."""
    activity = table.activity
    told: list[tuple[Text, str]] = [
        (Text(id="Judul kegiatan", en="Title of the activity"), said(activity.title)),
        (
            Text(id="Kode kegiatan", en="Code of the activity"),
            said(Text(id="Diberikan BPS; belum dicatat di sini", en="Given by BPS; not on record here")),
        ),
        (Text(id="Cara pengumpulan data", en="How data are collected"), said(activity.way)),
        (Text(id="Jenis statistik", en="Kind of statistics"), said(Text(id="Statistik sektoral", en="Sectoral"))),
        (Text(id="Penyelenggara", en="Organiser"), government),
        (Text(id="Latar belakang", en="Background"), said(activity.background)),
        (Text(id="Tujuan", en="Purpose"), said(activity.purpose)),
        (Text(id="Frekuensi penyelenggaraan", en="Frequency"), said(activity.frequency)),
        (Text(id="Cakupan", en="Coverage"), said(activity.coverage)),
        (Text(id="Pengumpul data", en="Collected by"), said(activity.collected_by)),
        (Text(id="Penjaminan kualitas", en="Quality assurance"), said(activity.quality)),
        (
            Text(id="Diseminasi", en="Dissemination"),
            said(Text(id="Halaman ini, CSV, dan JSON; terbuka untuk umum", en="This page, CSV and JSON; open to all")),
        ),
        (Text(id="Dasar hukum", en="Legal basis"), activity.article),
    ]
    return [(said(label), value) for label, value in told]


def variable_of(column: Column, said: Said) -> dict[str, str]:
    """Return the metadata of one variable (MS-Var)."""
    return {
        "name": column.name,
        "label": said(column.label),
        "definition": said(column.definition),
        "kind": said(KINDS[column.kind]),
        "unit": said(column.unit) if column.unit else "",
        "rule": rule_of(column, said),
    }


def rule_of(column: Column, said: Said) -> str:
    """Return the rule of validation in words; empty where any value of its type is valid."""
    told = [said(Text(id="wajib diisi", en="required"))] if column.required else []
    if column.among:
        told.append(said(Text(id="salah satu dari: ", en="one of: ")) + ", ".join(column.among))
    if column.least is not None:
        told.append(said(Text(id="paling kecil ", en="at least ")) + f"{column.least:g}")
    if column.most is not None:
        told.append(said(Text(id="paling besar ", en="at most ")) + f"{column.most:g}")
    return "; ".join(told)


def indicator_of(indicator: Indicator, said: Said) -> Pairs:
    """Return the metadata of one indicator (MS-Ind)."""
    told: list[tuple[Text, str]] = [
        (Text(id="Nama indikator", en="Name of the indicator"), said(indicator.name)),
        (Text(id="Definisi", en="Definition"), said(indicator.definition)),
        (Text(id="Interpretasi", en="Interpretation"), said(indicator.reading)),
        (Text(id="Metode atau rumus penghitungan", en="Method or formula"), said(indicator.formula)),
        (Text(id="Ukuran", en="Measure"), said(indicator.measure)),
        (Text(id="Satuan", en="Unit"), said(indicator.unit)),
        (Text(id="Klasifikasi penyajian", en="Classification"), said(indicator.classified_by)),
        (Text(id="Variabel pembangun", en="Variables it is built from"), ", ".join(indicator.built_from)),
        (Text(id="Kolom", en="Column"), indicator.column),
        (Text(id="Dapat diakses umum", en="Accessible to the public"), said(YES)),
    ]
    return [(said(label), value) for label, value in told]


def metadata_of(table: OpenTable, *, government: str, said: Said) -> dict[str, object]:
    """Return all three as plain data."""
    return {
        "regulation": REGULATION,
        "activity": dict(activity_of(table, government=government, said=said)),
        "variables": [variable_of(column, said) for column in table.columns],
        "indicators": [dict(indicator_of(indicator, said)) for indicator in table.indicators],
    }
