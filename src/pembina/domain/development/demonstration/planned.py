"""Partners, courses, programmes and waves of the demonstration, as Rina planned them."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from pembina.core.learning import wave_order
from pembina.domain.access.models import User
from pembina.domain.development.demonstration.accounts import SINCE, persona_account
from pembina.domain.development.demonstration.stories import BEGINS, SLIPPED, SLIPPED_BY, WAVES, Story, written
from pembina.domain.development.enums import EvaluationLevel, ProgrammeState, VersionState, WaveOrder
from pembina.domain.development.models import (
    CompetenceUnit,
    Curriculum,
    CurriculumVersion,
    EvaluationPlan,
    Partner,
    PartnerAccount,
    PartnerAgreement,
    Programme,
    Wave,
    WavePlan,
    WaveSlip,
    WaveUnit,
)
from pembina.domain.development.population import Population
from pembina.domain.people.demonstration.sites import sites_of
from pembina.domain.people.models import Person, Unit
from pembina.domain.services.models import PublicService

METHODS = {
    EvaluationLevel.REACTION: (0, "Kuesioner reaksi setelah sesi terakhir"),
    EvaluationLevel.LEARNING: (0, "Pre-test dan post-test dengan soal yang sama"),
    EvaluationLevel.BEHAVIOUR: (4, "Cek perilaku oleh pegawai dan atasan, dengan bukti"),
    EvaluationLevel.RESULTS: (6, "Uji dampak atas angka layanan, gelombang sebagai pembanding"),
}
# What the lot was drawn among.
OFFICES, SMALL = "Perangkat daerah dan UPT", "Tempat layanan kecil"


@dataclass
class Ground:
    """What every part of the demonstration builds on."""

    on: date
    rina: User
    owner: Person
    units: dict[str, Unit]
    partners: dict[str, Partner] = field(default_factory=dict)

    def noon(self, days: int) -> datetime:
        """Return midday in the west of Indonesia, some days from today."""
        return datetime.combine(self.on + timedelta(days=days), time(5), tzinfo=UTC)


@dataclass
class Planned:
    """One programme with its course and its waves in order."""

    story: Story
    programme: Programme
    version: CurriculumVersion
    waves: list[Wave]
    members: dict[int, list[Unit]]


def write_partners(ground: Ground) -> None:
    """Write who teaches with the government; the first has the account of the persona."""
    for place, told in enumerate(written()["partners"], start=1):
        partner = Partner.objects.create(
            name=told["name"], kind=told["kind"], city=told["city"], contact_name=told["contact"]
        )
        PartnerAgreement.objects.create(
            partner=partner, number=f"415/{place:03}/PKS/{ground.on.year - 1}",
            subject="Penyusunan kurikulum dan penyelenggaraan pelatihan",
            starts_on=ground.on - timedelta(days=400), ends_on=ground.on + timedelta(days=360 - 80 * place),
        )  # fmt: skip
        ground.partners[told["key"]] = partner
    account = persona_account("mitra", at=ground.noon(SINCE))
    PartnerAccount.objects.create(partner=ground.partners["univ"], user=account)


def write_programme(story: Story, ground: Ground) -> Planned:
    """Write a programme that runs, with its course in force and four waves of which three have begun."""
    version = _course(story, ground)
    programme = _programme(story, ground)
    programme.curricula.add(version.curriculum)
    programme.services.set(PublicService.objects.filter(unit__code__in=story.services_of))
    for level, (months, method) in METHODS.items():
        EvaluationPlan.objects.create(
            programme=programme, level=level, months_after=months, method=method, responsible=ground.owner
        )
    waves, members = _waves(story, programme, ground)
    return Planned(story, programme, version, waves, members)


def _course(story: Story, ground: Ground) -> CurriculumVersion:
    course = Curriculum.objects.create(
        code=story.code, title=story.course, sector=story.sector, form=story.form, purpose=story.purpose
    )
    version = CurriculumVersion.objects.create(
        curriculum=course, version=1, state=VersionState.IN_FORCE, in_force_from=ground.on - timedelta(days=330),
        partner=ground.partners[story.partner], least_attendance=60 if story.routine else 80, made_by=ground.rina,
        pass_mark=None if story.pass_mark is None else Decimal(story.pass_mark), made_at=ground.noon(-340),
    )  # fmt: skip
    for position, part in enumerate(story.parts, start=1):
        taught_by = ground.partners[part.by] if part.by else None
        CompetenceUnit.objects.create(
            version=version, position=position, title=part.title, hours=Decimal(part.hours), taught_by=taught_by
        )
    return version


def _programme(story: Story, ground: Ground) -> Programme:
    units = [ground.units[code].pk for code in _reached(story, ground)]
    return Programme.objects.create(
        code=story.code, title=story.title, purpose=story.purpose, sector=story.sector, owner=ground.owner,
        outcome_figure=story.figure, outcome_direction=story.direction, population=Population(units=tuple(units)).told,
        budget=Decimal(story.budget), funding=story.funding, starts_on=ground.on - timedelta(days=320),
        ends_on=ground.on + timedelta(days=365), state=ProgrammeState.RUNNING, made_by=ground.rina,
        made_at=ground.noon(-340), approved_by=ground.rina, approved_at=ground.noon(-325),
        started_on=ground.on + timedelta(days=BEGINS[0]),
    )  # fmt: skip


def _waves(story: Story, programme: Programme, ground: Ground) -> tuple[list[Wave], dict[int, list[Unit]]]:
    """Write the plan, the waves and their units; the draw can be repeated from the seed."""
    WavePlan.objects.create(
        programme=programme, order=WaveOrder.RANDOM if story.seed else WaveOrder.REASONED, seed=story.seed,
        lot=_lot(story, ground), reason=story.reason, decided_by=ground.rina, decided_at=ground.noon(-324),
    )  # fmt: skip
    waves, members = [], {}
    for number, codes in enumerate(_order(story, ground), start=1):
        wave = _wave(programme, number, ground)
        members[number] = [ground.units[code] for code in codes]
        WaveUnit.objects.bulk_create(
            WaveUnit(programme=programme, wave=wave, unit=unit, started_on=wave.started_on) for unit in members[number]
        )
        waves.append(wave)
    return waves, members


def _wave(programme: Programme, number: int, ground: Ground) -> Wave:
    planned = ground.on + timedelta(days=BEGINS[number - 1] - (SLIPPED_BY if number == SLIPPED else 0))
    due = ground.on + timedelta(days=BEGINS[number - 1])
    wave = Wave.objects.create(
        programme=programme, number=number, planned_on=planned, due_on=due,
        started_on=due if due <= ground.on else None,
    )  # fmt: skip
    if number == SLIPPED:
        WaveSlip.objects.create(
            wave=wave, from_day=planned, to_day=due, reason="Menunggu ruang latihan selesai diperbaiki.",
            noted_by=ground.rina, noted_at=ground.noon(BEGINS[number - 1] - SLIPPED_BY - 5),
        )  # fmt: skip
    return wave


def _order(story: Story, ground: Ground) -> list[tuple[str, ...]]:
    units = _reached(story, ground)
    if story.seed:
        return list(wave_order(units, waves=WAVES, seed=story.seed, strata=_strata(story, ground)))
    return [tuple(units[start::WAVES]) for start in range(WAVES)]


def _reached(story: Story, ground: Ground) -> tuple[str, ...]:
    """Return the units that take part, with the small places of service where they are on record."""
    return (*story.units, *sites_of(story.code, ground.units))


def _strata(story: Story, ground: Ground) -> dict[str, str] | None:
    """Return what each unit was drawn among: small places apart, so that every wave has as many of them."""
    small = sites_of(story.code, ground.units)
    return dict.fromkeys(story.units, OFFICES) | dict.fromkeys(small, SMALL) if small else None


def _lot(story: Story, ground: Ground) -> dict[str, Any]:
    """Return what was drawn from, as `draw_waves` keeps it."""
    if not story.seed:
        return {}
    strata = _strata(story, ground) or dict.fromkeys(story.units, "")
    return {"units": dict(sorted(strata.items())), "groups": WAVES, "out": []}
