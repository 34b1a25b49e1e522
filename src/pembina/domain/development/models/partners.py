"""Who teaches with the government, since when, and who acts for them here."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.enums import PartnerKind


class Partner(models.Model):
    """A university, training institution, firm or other agency. One that is retired keeps its history."""

    name = models.CharField(_("Nama"), max_length=200, unique=True)
    kind = models.CharField(_("Jenis"), max_length=20, choices=PartnerKind.choices)
    city = models.CharField(_("Kota"), max_length=100, blank=True)
    contact_name = models.CharField(_("Narahubung"), max_length=200, blank=True)
    contact_email = models.EmailField(_("Surel"), blank=True)
    contact_phone = models.CharField(_("Telepon"), max_length=20, blank=True)
    note = models.TextField(_("Catatan"), max_length=2_000, blank=True)
    retired_on = models.DateField(_("Tidak dipakai sejak"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Mitra")
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="partner_is_named"),
            models.CheckConstraint(condition=Q(kind__in=PartnerKind.values), name="partner_kind_is_known"),
        ]

    def __str__(self) -> str:
        return self.name


class PartnerAgreement(models.Model):
    """A memorandum or contract, first and last day included."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="agreements", verbose_name=_("Mitra"))
    number = models.CharField(_("Nomor"), max_length=100)
    subject = models.CharField(_("Tentang"), max_length=300)
    starts_on = models.DateField(_("Mulai"))
    ends_on = models.DateField(_("Hari terakhir"))

    class Meta:
        verbose_name = verbose_name_plural = _("Perjanjian kerja sama")
        constraints = [
            models.UniqueConstraint(fields=["partner", "number"], name="agreement_number_once"),
            models.CheckConstraint(condition=~Q(number="") & ~Q(subject=""), name="agreement_is_named"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="agreement_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.number


class PartnerAccount(models.Model):
    """An account that acts for a partner; it sees the sessions of that partner and no others."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="accounts", verbose_name=_("Mitra"))
    user = models.OneToOneField(User, models.PROTECT, related_name="partner_account", verbose_name=_("Akun"))

    class Meta:
        verbose_name = verbose_name_plural = _("Akun mitra")

    def __str__(self) -> str:
        return f"{self.partner_id} {self.user_id}"
