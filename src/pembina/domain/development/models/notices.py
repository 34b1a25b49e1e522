"""Who was told what by mail."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.development.notice_enums import NoticeKind
from pembina.domain.people.models import Person

LONGEST_ABOUT = 80


class Notice(models.Model):
    """That somebody was told of something: written before the mail goes out, so that none goes out twice.

    `about` names the thing as `queries.notices` writes it: a record with the moment from which it holds, or a day.
    """

    kind = models.CharField(_("Tentang"), max_length=9, choices=NoticeKind.choices)
    person = models.ForeignKey(Person, models.PROTECT, related_name="notices", verbose_name=_("Pegawai"))
    about = models.CharField(max_length=LONGEST_ABOUT)
    sent_at = models.DateTimeField(_("Dikirim"))

    class Meta:
        verbose_name = verbose_name_plural = _("Pemberitahuan")
        constraints = [
            models.UniqueConstraint(fields=["kind", "about", "person"], name="notice_once_a_thing_and_person"),
            models.CheckConstraint(condition=Q(kind__in=NoticeKind.values), name="notice_kind_is_known"),
            models.CheckConstraint(condition=~Q(about=""), name="notice_is_about_something"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.person_id}"

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the person, whom the audit trail tells about it."""
        return self.person.nip
