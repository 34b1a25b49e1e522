"""What each programme of the demonstration really does to what citizens meet. Nothing else in the product knows it.

The effects are those that `docs/verdicts.md` judges over many governments, on requests and answers instead of noise.
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Truth:
    """One programme; figures in the unit of its outcome.

    Attributes
    ----------
    code : of the programme
    service, name : code and name of the service that it is to improve, at every place that has it
    usual, trend, between : level at the beginning, change a month everywhere, standard deviation between places
    effect : true change from the month on in which a place really began
    smallest : smallest effect that matters, as the design said
    a_month : requests or answers a month at each place
    spill : share of the places that wait which the programme reaches all the same, with its first wave
    promise : working days that the standard promises
    """

    code: str
    service: str
    name: str
    usual: float
    trend: float
    between: float
    effect: float
    smallest: Decimal
    a_month: float
    spill: float = 0.0
    promise: int = 14


TRUTHS = (
    Truth("IZIN", "IZIN-MIKRO", "Izin usaha mikro", 12.0, -0.05, 2.0, -3.0, Decimal(1), 9),
    Truth("SEHAT", "PKM-FARMASI", "Pelayanan farmasi", 74.0, 0.05, 3.0, 3.0, Decimal(2), 10),
    Truth("ANGGARAN", "SURAT-SISWA", "Surat keterangan siswa", 64.0, 0.4, 3.0, 0.0, Decimal(3), 8),
    Truth("GURU", "KONSULTASI", "Konsultasi orang tua murid", 76.0, 0.05, 4.0, 0.5, Decimal(2), 4),
    Truth("ADMINDUK", "DOK-PINDAH", "Dokumen pindah datang", 60.0, 0.1, 7.0, 12.0, Decimal(5), 14, 0.5, 5),
    Truth("KRISIS", "BANTUAN-DARURAT", "Bantuan darurat", 16.0, -0.3, 2.0, 3.0, Decimal("1.5"), 12),
)  # fmt: skip
