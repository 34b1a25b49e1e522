"""The matrix of roles and results (format A.1.5): who of the staff takes which part in which result of the leader."""

from datetime import date

from pembina.domain.performance.models import Goal
from pembina.domain.performance.queries.roles import Contributor, Role, RolesMatrix
from pembina.exchange.papers.indonesian_days import days_in_words
from pembina.exchange.papers.official_form import OfficialForm, Section

# As many results as a sheet in landscape holds beside names and positions; more go on in a further table.
RESULTS_ABREAST = 4
NO_ROLE, NO_ROLE_YET, NOBODY_YET = "Tidak ada peran", "Belum ada peran hasil", "Belum ada pegawai yang berperan"


def roles_form(matrix: RolesMatrix, *, government: str, written_on: date) -> OfficialForm:
    """Return the form as it is set."""
    plan = matrix.plan
    foot = f"{matrix.hidden} pegawai di luar jangkauan pembaca tidak ditampilkan." if matrix.hidden else ""
    return OfficialForm(
        number="A.1.5", title="Matriks Pembagian Peran dan Hasil", people=(), sections=_sections(matrix), signers=(),
        government=government, written_on=written_on, foot=foot, is_wide=True,
        lines=(
            f"{plan.person.titled_name}, {plan.assignment.position}",
            f"PERIODE PENILAIAN: {days_in_words(plan.starts_on, plan.ends_on).upper()}",
        ),
    )  # fmt: skip


def _sections(matrix: RolesMatrix) -> list[Section]:
    parts = [
        (first, matrix.goals[first : first + RESULTS_ABREAST]) for first in range(0, len(matrix.goals), RESULTS_ABREAST)
    ]
    return [_section(matrix, first, goals) for first, goals in parts or [(0, ())]]


def _section(matrix: RolesMatrix, first: int, goals: tuple[Goal, ...]) -> Section:
    heads = [f"{number}. {goal.words}" for number, goal in enumerate(goals, start=first + 1)]
    plan = matrix.plan
    leader = [plan.person.titled_name, plan.assignment.position, *(_measured(goal, matrix) for goal in goals)]
    return Section(
        title="OUTCOME ANTARA/ OUTPUT/ LAYANAN",
        remark="Kepala kolom: rencana hasil kerja pimpinan; baris pertama: indikatornya.",
        heads=["PEGAWAI", "JABATAN", *heads],
        rows=[leader, *(_row(one, goals) for one in matrix.people)],
        widths=[1.0, 1.0, *(1.5 for _goal in goals)],
    )


def _measured(goal: Goal, matrix: RolesMatrix) -> str:
    lines = [f"• {one.words}" for one in goal.indicators.all()] or ["Belum ada indikator"]
    return "\n".join([*lines, f"({NOBODY_YET})"] if goal.pk in matrix.unserved else lines)


def _row(one: Contributor, goals: tuple[Goal, ...]) -> list[str]:
    name = one.name if one.roles else f"{one.name}\n({NO_ROLE_YET})"
    return [name, f"{one.position}\n{one.unit}", *(_roles(one.roles.get(goal.pk, ())) for goal in goals)]


def _roles(roles: tuple[Role, ...]) -> str:
    """Return the roles of one cell; what is only proposed says so."""
    return "\n".join(f"• {one.words}{' (diajukan)' if one.is_proposed else ''}" for one in roles) or NO_ROLE
