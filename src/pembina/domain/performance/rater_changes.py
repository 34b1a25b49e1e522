"""Whether whoever rates a person is another than the one with whom the plan was agreed, and what follows from it.

A transfer of the employee or of the rater asks for a new dialogue and a new SKP (PermenPANRB 6/2022, page 65, letter C
6 and 7). Nothing is changed by itself: an order (Plt, Plh) stands in for the rater and changes none.
"""

from dataclasses import dataclass
from datetime import date

from pembina.core.text import Text
from pembina.domain.people.models import Person
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import PerformancePlan
from pembina.domain.performance.plan_duty import post_of_day

ARTICLE = "PermenPANRB 6/2022, Lampiran Bab II huruf C angka 6 dan 7 (hlm. 65)"


@dataclass(frozen=True, slots=True)
class RaterChange:
    """Who was the rater of a plan, who is it now (None where nobody is on record), and what to do."""

    before: Person
    now: Person | None
    what_to_do: Text
    article: str


def rater_change(plan: PerformancePlan, *, on: date) -> RaterChange | None:
    """Return the change of the rater since a plan was proposed or agreed; None where there is none."""
    if plan.state not in (PlanState.PROPOSED, PlanState.AGREED) or plan.rater is None:
        return None
    held = post_of_day(plan.person, on=on)
    if held is None or held.superior_id == plan.rater_id:
        return None
    if held.superior is None:
        return RaterChange(plan.rater, None, _NOBODY, ARTICLE)
    if held.pk != plan.assignment_id:
        return RaterChange(plan.rater, held.superior, _OTHER_POST, ARTICLE)
    return RaterChange(plan.rater, held.superior, _WAITS if plan.state == PlanState.PROPOSED else _AGREE_ANEW, ARTICLE)


_AGREE_ANEW = Text(
    id="Adakan dialog kinerja dengan penilai yang baru: pegawai membuat versi baru, penilai yang baru menetapkannya. "
    "Sampai saat itu SKP ini tetap berlaku.",
    en="Talk it over with the new rater: the employee makes a new version, which the new rater agrees. Until then "
    "this plan remains in force.",
)
_OTHER_POST = Text(
    id="Pegawai memangku jabatan lain: susun SKP baru untuk jabatan itu bersama penilai yang baru.",
    en="The employee holds another position: plan it anew for that position with the new rater.",
)
_WAITS = Text(
    id="SKP yang diajukan kini menunggu penilai yang baru. Ia menetapkan atau mengembalikannya sesudah dialog kinerja.",
    en="The proposed plan now waits for the new rater, who agrees or returns it after talking it over.",
)
_NOBODY = Text(
    id="Atasan pegawai belum tercatat. Minta pengelola kepegawaian melengkapinya di data pegawai.",
    en="No superior is on record. Ask human resources to complete the staff record.",
)
