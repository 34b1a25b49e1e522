"""What keeps a design from being locked, each with its remedy and the step of the wizard where it is put right."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from pembina.core.text import Text
from pembina.domain.access.audit import local_date
from pembina.domain.development.models import Wave, WaveUnit
from pembina.domain.impact.design_obstacle import Obstacle
from pembina.domain.impact.enums import Comparison, OutcomeRole
from pembina.domain.impact.joint_obstacles import joint_obstacles
from pembina.domain.impact.models import EvaluationDesign
from pembina.domain.impact.queries.design_units import PlannedUnit, comparison_of, units_of
from pembina.domain.impact.queries.earlier import waves_judged_before
from pembina.domain.impact.whole_months import moved
from pembina.domain.people.refusals import spelled

FEWEST_TREATED = 2
OUTCOMES, UNITS, WINDOW, RULE, SIGNERS = "outcomes", "units", "window", "rule", "signers"
WAVES = "waves"


def obstacles_of(design: EvaluationDesign, *, at: datetime) -> list[Obstacle]:
    """Return all that keeps a draft from being locked, in the order of the steps."""
    units = units_of(design)
    sources = (
        joint_obstacles(design), _started(design, at), _outcomes(design), _in_waves(design, units),
        _units(design, units), _window(design, units), _day(design), _signers(design),
    )  # fmt: skip
    return [obstacle for source in sources for obstacle in source]


def _started(design: EvaluationDesign, at: datetime) -> Iterator[Obstacle]:
    """A first design is made before anything began; a later version says what was known instead."""
    if design.version > 1:
        return
    on, programmes = local_date(at), design.evaluation.programme_numbers
    judged = list(waves_judged_before(design).values_list("pk", flat=True))
    begun = WaveUnit.objects.filter(programme__in=programmes, started_on__lte=on).exclude(wave__in=judged)
    first = begun.select_related("wave").order_by("started_on").first()
    wave = Wave.objects.filter(programme__in=programmes, started_on__lte=on).exclude(pk__in=judged).first()
    number, day = (
        (first.wave.number, first.started_on) if first else (wave.number, wave.started_on) if wave else (0, None)
    )
    if day is not None:
        yield Obstacle(
            "wave_started", WAVES,
            Text(
                id=f"Gelombang {number} sudah mulai {spelled(day).id}: rancangan yang dikunci sesudah data terlihat "
                "tidak lagi dapat dipercaya.",
                en=f"Wave {number} began on {spelled(day).en}: a design locked after the data are seen can no longer "
                "be trusted.",
            ),
            Text(
                id="Bila tanggal itu keliru, betulkan pada rencana gelombang. Bila benar, hentikan evaluasi ini dan "
                "rancang program berikutnya sebelum mulai.",
                en="If that day is wrong, correct it with the waves. If it is right, drop this evaluation and design "
                "that of the next programme before it begins.",
            ),
        )  # fmt: skip
    if judged and not Wave.objects.filter(programme__in=programmes).exclude(started_on__lte=on).exists():
        yield Obstacle(
            "no_new_wave", WAVES,
            Text(
                id="Semua gelombang program ini sudah mulai dan sudah dinilai.",
                en="All waves of this programme have begun and were judged.",
            ),
            Text(
                id="Rencanakan gelombang baru, lalu rancang evaluasinya.", en="Plan a new wave, then design for it."
            ),
        )  # fmt: skip


def _outcomes(design: EvaluationDesign) -> Iterator[Obstacle]:
    if not design.outcomes.filter(role=OutcomeRole.PRIMARY).exists():
        yield Obstacle(
            "no_primary", OUTCOMES,
            Text(id="Belum ada ukuran utama.", en="There is no primary outcome."),
            Text(id="Pilih satu ukuran yang menentukan.", en="Choose the one outcome that decides."),
        )  # fmt: skip


def _in_waves(design: EvaluationDesign, units: Sequence[PlannedUnit]) -> Iterator[Obstacle]:
    inside = {one.unit.pk: one.wave for one in units if one.wave is not None}
    both = [unit.name for unit in comparison_of(design) if unit.pk in inside]
    if both:
        names = ", ".join(both)
        yield Obstacle(
            "comparison_in_wave", UNITS,
            Text(
                id=f"Dipilih sebagai pembanding tetapi masuk gelombang: {names}.",
                en=f"Chosen to compare with, but in a wave: {names}.",
            ),
            Text(id="Keluarkan dari pembanding.", en="Take them out of the comparison."),
        )  # fmt: skip


def _units(design: EvaluationDesign, units: Sequence[PlannedUnit]) -> Iterator[Obstacle]:
    treated = [one for one in units if one.wave is not None]
    outside = len(units) - len(treated)
    if len(treated) < FEWEST_TREATED:
        yield Obstacle(
            "few_treated", WAVES,
            Text(
                id=f"Baru {len(treated)} unit masuk gelombang; dari satu unit, kebetulan tidak dapat dipisahkan.",
                en=f"Only {len(treated)} unit(s) in waves; with one unit chance cannot be told apart.",
            ),
            Text(id="Masukkan sedikitnya 2 unit ke gelombang.", en="Put at least 2 units into waves."),
        )  # fmt: skip
    later = design.comparison == Comparison.NOT_YET and len({one.planned_month for one in treated}) > 1
    if treated and not outside and not later:
        yield Obstacle(
            "nobody_to_compare", UNITS,
            Text(
                id="Tidak ada pembanding: semua unit mulai pada bulan yang sama, atau tidak ada yang tinggal di luar.",
                en="Nobody to compare with: all units begin in the same month, or none stays out.",
            ),
            Text(
                id="Pilih unit yang tidak ikut, atau bagi unit ke beberapa gelombang pada bulan yang berbeda.",
                en="Choose units that stay out, or spread the units over waves in different months.",
            ),
        )  # fmt: skip


def _window(design: EvaluationDesign, units: Sequence[PlannedUnit]) -> Iterator[Obstacle]:
    months = [one.planned_month for one in units if one.planned_month is not None]
    if not months:
        return
    if design.last_month <= max(months):
        yield Obstacle(
            "nothing_after", WINDOW,
            Text(
                id="Jangka waktu berakhir sebelum ada bulan sesudah gelombang terakhir mulai.",
                en="The window ends before there is a month after the start of the last wave.",
            ),
            Text(id="Mundurkan bulan terakhir.", en="Move the last month back."),
        )  # fmt: skip
    if design.first_month >= min(months):
        yield Obstacle(
            "nothing_before", WINDOW,
            Text(
                id="Jangka waktu tidak memuat bulan sebelum gelombang pertama mulai.",
                en="The window holds no month before the start of the first wave.",
            ),
            Text(
                id="Majukan bulan pertama, sebaiknya 12 bulan atau lebih.", en="Start it earlier, by 12 months or more."
            ),
        )  # fmt: skip


def _day(design: EvaluationDesign) -> Iterator[Obstacle]:
    over = moved(design.last_month, 1)
    if design.decides_on < over:
        yield Obstacle(
            "decided_too_early", WINDOW,
            Text(
                id=f"Hari keputusan {spelled(design.decides_on).id} jatuh sebelum bulan terakhir selesai.",
                en=f"The decision falls on {spelled(design.decides_on).en}, before the last month is over.",
            ),
            Text(
                id=f"Pilih {spelled(over).id} atau sesudahnya, atau akhiri jangka waktu lebih awal.",
                en=f"Choose {spelled(over).en} or later, or end the window earlier.",
            ),
        )  # fmt: skip


def _signers(design: EvaluationDesign) -> Iterator[Obstacle]:
    if not design.signers.exists():
        yield Obstacle(
            "no_signer", SIGNERS,
            Text(id="Belum ada yang menandatangani keputusan.", en="Nobody is named to sign the decision."),
            Text(id="Tunjuk sedikitnya satu akun.", en="Name at least one account."),
        )  # fmt: skip
