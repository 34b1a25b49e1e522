"""What is refused, and what is noted, when long rows become a panel."""

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from pembina.core.effect.arrays import BoolArray, FloatArray, IntArray
from pembina.core.effect.notes import Note, RefusedError
from pembina.core.effect.wording import figure
from pembina.core.text import Text

SHOWN = 5
LARGEST, NARROWEST = 1e50, 1e-50  # beyond these the fourth powers in the degrees of freedom leave floating point
_WORDS = {
    "start": Text(id="waktu mulai", en="start"),
    "covariate": Text(id="nilai ciri unit", en="value of a trait"),
    "outcome": Text(id="nilai capaian", en="outcome"),
}


def refuse_infinite(outcome: FloatArray) -> None:
    """Refuse an infinite outcome."""
    bad = np.flatnonzero(np.isinf(outcome))
    if bad.size:
        raise RefusedError(
            "infinite_outcome",
            Text(id=f"Ada {bad.size} nilai tak hingga pada capaian.", en=f"{bad.size} outcome values are infinite."),
            Text(id="Perbaiki nilainya atau kosongkan selnya.", en="Correct the value or leave the cell empty."),
            tuple(bad[:SHOWN].tolist()),
        )


def refuse_small(units: int, periods: int) -> None:
    """Refuse fewer than two units or two periods: there is nothing to compare."""
    if units < 2:
        raise RefusedError(
            "one_unit",
            Text(id=f"Data hanya memuat {units} unit.", en=f"The data hold {units} unit."),
            Text(id="Sertakan unit lain sebagai pembanding.", en="Add other units to compare with."),
        )
    if periods < 2:
        raise RefusedError(
            "one_period",
            Text(id=f"Data hanya memuat {periods} periode.", en=f"The data hold {periods} period."),
            Text(id="Sertakan periode sebelum dan sesudah mulai.", en="Add periods before and after the start."),
        )


def refuse_duplicates(cell: IntArray, cells: int) -> None:
    """Refuse two rows for the same unit and period; ``cell`` is unit x T + period, below ``cells``."""
    taken = np.zeros(cells, dtype=bool)
    taken[cell] = True
    if int(taken.sum()) == cell.size:
        return
    order = np.argsort(cell, kind="stable")
    again = np.sort(order[1:][np.diff(cell[order]) == 0])
    raise RefusedError(
        "duplicate_unit_period",
        Text(
            id=f"Ada {again.size} baris ganda: unit dan periode yang sama muncul lebih dari sekali.",
            en=f"{again.size} rows are duplicates: the same unit and period appear more than once.",
        ),
        Text(
            id="Sisakan satu baris untuk setiap unit dan periode, atau jumlahkan/rata-ratakan lebih dulu.",
            en="Keep one row per unit and period, or add up or average them first.",
        ),
        tuple(again[:SHOWN].tolist()),
    )


def constant_within_unit(unit: IntArray, value: FloatArray, units: int, name: str) -> FloatArray:
    """Return (units,) the value of each unit, refusing one that changes between its rows."""
    word = _WORDS[name]
    first = np.full(units, np.nan)
    first[unit[::-1]] = value[::-1]
    expected = first[unit]
    bad = np.flatnonzero((value != expected) & ~(np.isnan(value) & np.isnan(expected)))
    if bad.size:
        raise RefusedError(
            f"changing_{name}",
            Text(
                id=f"{word.id.capitalize()} berubah di dalam satu unit pada {bad.size} baris.",
                en=f"The {word.en} changes within a unit in {bad.size} rows.",
            ),
            Text(
                id=f"Setiap unit hanya boleh memiliki satu {word.id}, sama di semua barisnya.",
                en=f"Give every unit one {word.en}, the same in all its rows.",
            ),
            tuple(bad[:SHOWN].tolist()),
        )
    return first


def constant_columns(unit: IntArray, covariates: ArrayLike | None, units: int) -> FloatArray:
    """Return (units, P) covariates, refusing those that change within a unit; the refusal says which it is."""
    if covariates is None:
        return np.empty((units, 0))
    columns = np.asarray(covariates, dtype=np.float64).reshape(unit.size, -1)
    return np.column_stack([_covariate(unit, column, units, place) for place, column in enumerate(columns.T)])


def _covariate(unit: IntArray, column: FloatArray, units: int, place: int) -> FloatArray:
    try:
        refuse_out_of_range(column, "covariate")
        return constant_within_unit(unit, column, units, "covariate")
    except RefusedError as refusal:
        refusal.covariate = place
        raise


def usable_units(
    outcome: FloatArray, cohort: IntArray, covariates: FloatArray, units: Sequence[Hashable]
) -> tuple[BoolArray, list[Note]]:
    """Return which units can be used and a note for each reason that leaves one out."""
    reasons = (
        (
            "treated_before_first_period",
            cohort == 0,
            "sudah mulai pada atau sebelum periode pertama sehingga tidak punya masa sebelum",
            "had started in or before the first period, so that there is no time before",
        ),
        ("unit_without_outcome", np.isnan(outcome).all(axis=1), "tanpa satu pun capaian", "have no outcome at all"),
        (
            "missing_covariate",
            ~np.isfinite(covariates).all(axis=1),
            "tanpa nilai ciri unit",
            "lack the value of a trait",
        ),
    )
    keep = np.ones(len(units), dtype=bool)
    notes = []
    for code, found, because_id, because_en in reasons:
        bad: BoolArray = np.asarray(found, dtype=bool)
        if bad.any():
            listed = _listed(units, bad)
            message = Text(
                id=f"{int(bad.sum())} unit tidak dipakai karena {because_id}: {listed}.",
                en=f"{int(bad.sum())} units are left out because they {because_en}: {listed}.",
            )
            notes.append(Note(code, message))
            keep &= ~bad
    return keep, notes


def start_notes(start: FloatArray, periods: Sequence[int], units: Sequence[Hashable]) -> list[Note]:
    """Say which units serve as comparison because they start only after the last period."""
    late = np.isfinite(start) & (start > periods[-1])
    if not late.any():
        return []
    message = Text(
        id=f"{int(late.sum())} unit mulai setelah periode terakhir dan menjadi pembanding: {_listed(units, late)}.",
        en=f"{int(late.sum())} units start after the last period and serve as comparison: {_listed(units, late)}.",
    )
    return [Note("start_after_last_period", message)]


def refuse_out_of_range(values: FloatArray, name: str) -> None:
    """Refuse figures no measurement yields: they would drown in the arithmetic, or drown all others."""
    known = values[np.isfinite(values)]
    if known.size and (np.abs(known).max() > LARGEST or 0 < known.max() - known.min() < NARROWEST):
        raise RefusedError(
            f"{name}_out_of_range",
            Text(
                id=f"Ada {_WORDS[name].id} yang terlalu besar, atau bedanya terlalu kecil, untuk sebuah ukuran.",
                en=f"The {_WORDS[name].en} has figures too large, or too close together, for a measurement.",
            ),
            Text(id="Periksa kolom dan satuannya.", en="Check the column and its unit."),
        )


def refuse_unanswerable(outcome: FloatArray, cohort: IntArray, never: int) -> None:
    """Refuse a panel in which no comparison exists."""
    refuse_small(*outcome.shape)
    treated = np.unique(cohort[cohort < never])
    if np.nanmin(outcome) == np.nanmax(outcome):
        raise RefusedError(
            "constant_outcome",
            Text(id="Semua nilai capaian sama.", en="All outcome values are the same."),
            Text(id="Periksa apakah kolom capaian benar.", en="Check that the outcome column is the right one."),
        )
    if not treated.size:
        raise RefusedError(
            "nobody_treated",
            Text(
                id="Tidak ada unit yang mulai di antara periode kedua dan terakhir.",
                en="No unit starts between the second and the last period.",
            ),
            Text(
                id="Isi kolom mulai dengan periode pertama program berjalan di tiap unit.",
                en="Fill the start column with the first period of the programme in each unit.",
            ),
        )
    if treated.size == 1 and not (cohort == never).any():
        raise RefusedError(
            "all_treated_at_once",
            Text(
                id="Semua unit mulai pada periode yang sama, sehingga tidak ada pembanding.",
                en="All units start in the same period, so that there is nothing to compare with.",
            ),
            Text(
                id="Sertakan unit yang belum atau tidak mengikuti program, atau yang mulai kemudian.",
                en="Add units that have not started, never start, or start later.",
            ),
        )


def describe(
    outcome: FloatArray, cohort: IntArray, period_names: Sequence[str], units: Sequence[Hashable]
) -> list[Note]:
    """Note missing cells, single-unit cohorts and a missing never-treated group."""
    return [
        *_missing_note(outcome),
        *_single_unit_note(cohort, units),
        *_no_never_note(cohort, period_names),
    ]


def _missing_note(outcome: FloatArray) -> list[Note]:
    missing = int(np.isnan(outcome).sum())
    if not missing:
        return []
    incomplete = int(np.isnan(outcome).any(axis=1).sum())
    share, empty, cells = figure(100 * missing / outcome.size, 1), figure(missing, 0), figure(outcome.size, 0)
    message = Text(
        id=f"{empty.id} dari {cells.id} sel kosong ({share.id}%) pada {incomplete} unit. "
        "Tiap perbandingan memakai unit yang teramati pada kedua periodenya; yang kosong tetap kosong.",
        en=f"{empty.en} of {cells.en} cells are missing ({share.en}%) in {incomplete} units. "
        "Each comparison uses the units observed in both of its periods; missing stays missing.",
    )
    return [Note("missing_cells", message)]


def _single_unit_note(cohort: IntArray, units: Sequence[Hashable]) -> list[Note]:
    found, sizes = np.unique(cohort, return_counts=True)
    alone = np.isin(cohort, found[sizes == 1])
    if not alone.any():
        return []
    message = Text(
        id=f"Gelombang yang hanya berisi satu unit tidak punya galat baku sendiri: {_listed(units, alone)}.",
        en=f"A wave of a single unit has no standard error of its own: {_listed(units, alone)}.",
    )
    return [Note("single_unit_cohort", message)]


def _no_never_note(cohort: IntArray, period_names: Sequence[str]) -> list[Note]:
    if (cohort == len(period_names)).any():
        return []
    last = period_names[int(cohort.max())]
    message = Text(
        id="Semua unit akhirnya ikut program. Pembandingnya unit yang belum mulai, sampai gelombang terakhir "
        f"mulai ({last}); setelah itu tidak ada pembanding.",
        en="Every unit joins in the end. Units not yet started are the comparison until the last wave "
        f"starts ({last}); after that there is none.",
    )
    return [Note("no_never_treated", message)]


def gap_note(periods: Sequence[int]) -> list[Note]:
    """Note periods that are not evenly spaced."""
    if len(set(np.diff(periods).tolist())) <= 1:
        return []
    message = Text(
        id="Ada lompatan pada urutan periode; jarak waktu dihitung menurut urutan periode yang ada.",
        en="The periods have gaps; time since start is counted in the periods that are there.",
    )
    return [Note("gap_in_periods", message)]


def _listed(units: Sequence[Hashable], chosen: BoolArray) -> str:
    """Name the first few chosen units."""
    positions = np.flatnonzero(chosen)
    names = ", ".join(str(units[position]) for position in positions[:SHOWN])
    return names if positions.size <= SHOWN else f"{names}, … (+{positions.size - SHOWN})"
