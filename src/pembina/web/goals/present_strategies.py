"""The workblock of a result as the page of a plan shows it."""

from django.utils.translation import gettext as _

from pembina.domain.performance.models import Goal


def strategy_facts(goal: Goal) -> tuple[tuple[str, str], ...]:
    """Return what the workblock of a result says, as far as there is one; the numbers run on."""
    block = getattr(goal, "strategy_block", None)
    if block is None:
        return ()
    (routine, new), (routine_milestones, new_milestones) = block.activities, block.milestones
    facts = (
        (_("Judul inisiatif strategi"), block.title),
        (_("Pihak yang terlibat"), block.parties),
        (_("Waktu penyelesaian"), block.due),
        (_("Penerima manfaat"), block.beneficiaries),
        (_("Tujuan"), block.aim),
        (_("Anggaran"), block.budget),
        (_("Kegiatan kunci rutin"), "\n".join(routine)),
        (_("Kegiatan kunci transformatif"), "\n".join(new)),
        (_("Keluaran kunci rutin"), "\n".join(routine_milestones)),
        (_("Keluaran kunci transformatif"), "\n".join(new_milestones)),
    )
    return tuple((label, words) for label, words in facts if words)
