"""Words for states, counts and stretches of time."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.domain.people.enums import ImportState
from pembina.web.components.formatting import MISSING, number

S = ImportState
TONES: dict[str, str] = {
    S.WAITING: "warning", S.CHECKING: "info", S.CHECKED: "warning", S.APPLYING: "info", S.APPLIED: "success",
    S.UNDOING: "info", S.UNDONE: "", S.FAILED: "danger", S.DISCARDED: "",
}  # fmt: skip
STEPS = (gettext_lazy("Berkas"), gettext_lazy("Cara baca"), gettext_lazy("Pemeriksaan"), gettext_lazy("Terapkan"))
# A step beyond the last means that nothing is left to do.
STEP_OF: dict[str, int] = {
    S.WAITING: 2, S.CHECKING: 3, S.FAILED: 3, S.CHECKED: 4, S.APPLYING: 4, S.DISCARDED: 4, S.APPLIED: 5, S.UNDOING: 5,
    S.UNDONE: 5,
}  # fmt: skip
DAY, HOUR, MINUTE = 86_400, 3_600, 60


def duration(seconds: float | None) -> str:
    """Return a stretch of time in its two largest units."""
    if seconds is None:
        return MISSING
    whole = round(seconds)
    sizes = ((DAY, _("%(n)s hari")), (HOUR, _("%(n)s jam")), (MINUTE, _("%(n)s menit")), (1, _("%(n)s detik")))
    told: list[str] = []
    for size, words in sizes:
        count, whole = divmod(whole, size)
        if count or told:
            told.append(words % {"n": number(count)})
    return " ".join(told[:2]) or sizes[-1][1] % {"n": number(0)}


def in_seconds(seconds: float | None) -> str:
    """Return the same to the millisecond, as whoever compares it with another program needs it."""
    return MISSING if seconds is None else _("%(n)s detik") % {"n": number(seconds, 3)}
