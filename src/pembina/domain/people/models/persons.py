"""Who is in the civil service."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.enums import Education, LegalPosition, Sex, Status
from pembina.domain.people.ranks import RANKS

NIP_LENGTH = 18


class Person(models.Model):
    """A civil servant, known by the NIP. No NIK, religion, address or marital state: nothing needs them."""

    nip = models.CharField(
        _("NIP"),
        max_length=NIP_LENGTH,
        unique=True,
        validators=[RegexValidator(rf"^[0-9]{{{NIP_LENGTH}}}\Z", _("NIP terdiri atas 18 angka."))],
    )
    name = models.CharField(_("Nama"), max_length=200, help_text=_("Tanpa gelar"))
    title_before = models.CharField(_("Gelar depan"), max_length=40, blank=True)
    title_after = models.CharField(_("Gelar belakang"), max_length=80, blank=True)
    status = models.CharField(_("Status"), max_length=4, choices=Status.choices)
    rank = models.CharField(_("Golongan"), max_length=5, blank=True, choices=[(rank, rank) for rank in RANKS])
    education = models.CharField(_("Pendidikan"), max_length=2, blank=True, choices=Education.choices)
    legal_position = models.CharField(
        _("Kedudukan hukum"), max_length=2, choices=LegalPosition.choices, default=LegalPosition.ACTIVE
    )
    birth_date = models.DateField(_("Tanggal lahir"))
    sex = models.CharField(_("Jenis kelamin"), max_length=6, choices=Sex.choices)
    email = models.EmailField(_("Surel dinas"), blank=True)
    phone = models.CharField(_("Telepon dinas"), max_length=20, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Pegawai")
        indexes = [models.Index(fields=["name", "id"], name="person_by_name")]
        constraints = [
            models.CheckConstraint(condition=Exact(Length("nip"), NIP_LENGTH), name="person_nip_has_18_digits"),
            models.CheckConstraint(condition=~Q(name=""), name="person_is_named"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="person_status_is_known"),
            models.CheckConstraint(condition=Q(sex__in=Sex.values), name="person_sex_is_known"),
            models.CheckConstraint(condition=Q(rank__in=["", *RANKS]), name="person_rank_is_known"),
            models.CheckConstraint(
                condition=Q(education__in=["", *Education.values]), name="person_education_is_known"
            ),
            models.CheckConstraint(
                condition=Q(legal_position__in=LegalPosition.values), name="person_legal_position_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.titled_name

    @property
    def titled_name(self) -> str:
        """Return the name as it is written on letters: ``dr. Sari Wulandari, M.Kes.``"""
        name = f"{self.title_before} {self.name}".strip()
        return f"{name}, {self.title_after}" if self.title_after else name
