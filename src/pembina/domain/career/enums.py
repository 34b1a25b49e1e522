"""Words of awards and medals, as the database keeps them and as pages show them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AwardKind(models.TextChoices):
    """Who may be nominated."""

    PERSON = "person", _("Perorangan")
    UNIT = "unit", _("Tim atau unit kerja")


class AwardState(models.TextChoices):
    """How far a round of an award has come."""

    DRAFT = "draft", _("Konsep")
    OPEN = "open", _("Kriteria terbit")
    JUDGING = "judging", _("Penilaian juri")
    DECIDED = "decided", _("Diputus")
    WITHDRAWN = "withdrawn", _("Ditarik")


class ServiceFigure(models.TextChoices):
    """A figure of a service that a nomination may cite."""

    MEDIAN_TIME = "median_time", _("Waktu tunggu (median)")
    SHARE_ON_TIME = "share_on_time", _("Persentase tepat waktu")
    SATISFACTION = "satisfaction", _("Indeks kepuasan (SKM)")


class GuardFigure(models.TextChoices):
    """A figure of quality that must not have fallen."""

    SATISFACTION = "satisfaction", _("Indeks kepuasan (SKM)")
    SHARE_ON_TIME = "share_on_time", _("Persentase tepat waktu")


class GuardStanding(models.TextChoices):
    """What is known of the quality guard of a nomination."""

    NONE = "none", _("Tidak ada penjaga mutu")
    HELD = "held", _("Mutu terjaga")
    UNKNOWN = "unknown", _("Mutu tidak diketahui")
    BROKEN = "broken", _("Mutu turun")


class Relation(models.TextChoices):
    """As what somebody nominates."""

    ONESELF = "self", _("Diri sendiri")
    LEADER = "leader", _("Atasan")
    COLLEAGUE = "colleague", _("Rekan")


class NominationState(models.TextChoices):
    """Whether a nomination stands."""

    STANDING = "standing", _("Berjalan")
    DECLINED = "declined", _("Ditolak yang dinominasikan")
    WITHDRAWN = "withdrawn", _("Ditarik pengusul")


class MedalKey(models.TextChoices):
    """The medals of years of service, named as the rule names them."""

    TEN = "ten", _("Satyalancana Karya Satya X Tahun")
    TWENTY = "twenty", _("Satyalancana Karya Satya XX Tahun")
    THIRTY = "thirty", _("Satyalancana Karya Satya XXX Tahun")


class DisciplineLevel(models.TextChoices):
    """The heaviest punishment of a career, or that there was none; named as the rule names them."""

    NONE = "none", _("Tidak ada hukuman disiplin")
    LIGHT = "light", _("Hukuman disiplin ringan")
    MODERATE = "moderate", _("Hukuman disiplin sedang")
    SEVERE = "severe", _("Hukuman disiplin berat")


class NationalCode(models.IntegerChoices):
    """Ids of the table `penghargaan` of SIASN that an award of a government may carry."""

    NATIONAL_EXAMPLE = 304, _("Teladan tingkat nasional (304)")
    PROVINCIAL_EXAMPLE = 305, _("Teladan tingkat provinsi (305)")
    REGIONAL_EXAMPLE = 306, _("Teladan tingkat kabupaten/kota (306)")
    EXTRAORDINARY = 307, _("PNS luar biasa prestasinya (307)")
    INVENTION = 308, _("Penemuan bermanfaat bagi negara (308)")
    OTHER = 400, _("Penghargaan lainnya (400)")
