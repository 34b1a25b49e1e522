"""What the forms of guidance ask (PermenPANRB 6/2022, B.1.6 to B.1.8); records keep the answers by these keys."""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class GuidanceKind(models.TextChoices):
    """The two kinds of guidance with a form of their own."""

    COACHING = "coaching", _("Coaching (B.1.6)")
    MENTORING = "mentoring", _("Mentoring (B.1.7)")


class Opinion(models.TextChoices):
    """What one says to a statement; the regulation gives no numbers, so there are none."""

    YES = "yes", _("Ya")
    PARTLY = "partly", _("Sebagian")
    NO = "no", _("Tidak")


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a form."""

    key: str
    label: str | Promise
    is_needed: bool = False
    choices: tuple[tuple[str, str | Promise], ...] = ()

    def told(self, said: str) -> str:
        """Return what was said as people read it."""
        return str(dict(self.choices).get(said, said))


METHODS = (
    ("shadowing", _("Shadowing events")),
    ("work_sharing", _("Work sharing")),
    ("hands_on", _("Hands-on training")),
    ("introducing", _("Introducing")),
)
ADJUSTED = (("no", _("Tidak")), ("yes", _("Ya, SKP disesuaikan")))

PARTS = {
    GuidanceKind.COACHING: (
        Part("aim", _("Tujuan: indikator kinerja individu"), is_needed=True),
        Part("baseline", _("Tujuan: keadaan awal")),
        Part("target", _("Tujuan: target")),
        Part("strategy", _("Tujuan: strategi")),
        Part("progress", _("Fakta: kemajuan"), is_needed=True),
        Part("problem", _("Fakta: masalah")),
        Part("cause", _("Fakta: penyebab")),
        Part("options", _("Peluang")),
        Part("forward", _("Langkah ke depan"), is_needed=True),
        Part("adjusted", _("Penyesuaian target"), choices=ADJUSTED),
    ),
    GuidanceKind.MENTORING: (
        Part("aim", _("Tujuan"), is_needed=True),
        Part("expertise", _("Keahlian spesifik"), is_needed=True),
        Part("steps", _("Langkah"), is_needed=True),
        Part("method", _("Bentuk"), choices=METHODS),
        Part("period", _("Jangka waktu")),
        Part("change", _("Perubahan yang dirasakan pimpinan")),
        Part("measure", _("Ukuran keberhasilan"), is_needed=True),
    ),
}

STATEMENTS = (
    Part("heard", _("Saya merasa diperhatikan dan dipahami."), is_needed=True),
    Part("valued", _("Tindakan saya dihargai."), is_needed=True),
    Part("free", _("Saya bebas mengemukakan pendapat."), is_needed=True),
    Part("factual", _("Pandangan pembimbing berdasar data dan fakta yang akurat."), is_needed=True),
    Part("positive", _("Pembimbing berpandangan positif."), is_needed=True),
    Part("asking", _("Pembimbing lebih banyak bertanya daripada menggurui."), is_needed=True),
    Part("solution", _("Kami dibantu menemukan solusi dan tindak lanjutnya."), is_needed=True),
    Part("next", _("Kami tahu apa yang harus dilakukan."), is_needed=True),
    Part("purpose", _("Kami memahami maksud dan tujuan bimbingan."), is_needed=True),
)
