"""What kind of unit a name tells of, and of what sector: a guess, told as one, for files that do not say."""

import re
from typing import TypeVar

from pembina.domain.people.enums import Sector, UnitKind

Word = TypeVar("Word")
# The first that fits decides: an UPT Puskesmas is a health centre, a Sekretariat DPRD a secretariat.
KINDS: tuple[tuple[str, UnitKind], ...] = (
    (r"^(pemerintah|kabupaten|kota|provinsi)\b", UnitKind.GOVERNMENT),
    (r"\b(rsud|rumah sakit)\b", UnitKind.HOSPITAL),
    (r"\b(puskesmas|pusat kesehatan masyarakat|labkesda)\b", UnitKind.HEALTH_CENTRE),
    (r"^(sd|smp|sma|smk|tk|paud|skb|slb|sekolah)\b|\b(sdn|smpn|sman|smkn|tkn|sekolah dasar)\b", UnitKind.SCHOOL),
    (r"\b(upt|uptd|upt ?d|unit pelaksana teknis)\b", UnitKind.TECHNICAL_UNIT),
    (r"^inspektorat\b", UnitKind.INSPECTORATE),
    (r"^(bagian|bidang|subbagian|sub bagian|subbag|seksi|sub bidang|subbidang)\b", UnitKind.DIVISION),
    (r"^sekretariat\b", UnitKind.SECRETARIAT),
    (r"^(kecamatan|distrik|kantor camat)\b", UnitKind.DISTRICT),
    (r"^(kelurahan|kantor lurah|desa)\b", UnitKind.WARD),
    (r"^badan\b", UnitKind.AGENCY),
    (r"^(dinas|satuan polisi|kantor)\b", UnitKind.OFFICE),
)
SECTORS: tuple[tuple[str, Sector], ...] = (
    (r"\b(kependudukan dan (pencatatan|catatan) sipil|dukcapil|disdukcapil|pencatatan sipil)\b", Sector.CIVIL_REGISTRY),
    (r"\b(penanaman modal|perizinan|dpmptsp|terpadu satu pintu)\b", Sector.PERMITS),
    (r"\b(rsud|rumah sakit|puskesmas|kesehatan|labkesda)\b", Sector.HEALTH),
    (r"\b(pendidikan|sekolah|sd|sdn|smp|smpn|sma|sman|smk|smkn|tk|tkn|paud|skb|slb)\b", Sector.EDUCATION),
    (r"\b(kepegawaian|sumber daya manusia|bkd|bkpsdm|bkpp)\b", Sector.STAFF),
    (r"\b(keuangan|pendapatan|aset daerah|bpkad|bapenda|pajak)\b", Sector.FINANCE),
    (r"\b(perencanaan pembangunan|bappeda|bapperida|bappelitbang)\b", Sector.PLANNING),
    (r"\b(inspektorat|pengawasan)\b", Sector.SUPERVISION),
    (r"\b(pekerjaan umum|penataan ruang|bina marga|cipta karya|perumahan|permukiman|pupr)\b", Sector.PUBLIC_WORKS),
    (r"\b(komunikasi|informatika|persandian|kominfo|diskominfo)\b", Sector.INFORMATION),
    (r"\b(perhubungan|dishub)\b", Sector.TRANSPORT),
    (r"\b(sosial|pemberdayaan|perlindungan anak|keluarga berencana)\b", Sector.SOCIAL),
    (r"\b(kecamatan|kelurahan|distrik|camat|lurah|desa)\b", Sector.TERRITORY),
)  # fmt: skip


def kind_of(name: str) -> UnitKind:
    """Return what the name says the unit is; a division where it says nothing."""
    return _first(KINDS, name) or UnitKind.DIVISION


def sector_of(name: str) -> Sector:
    """Return what the name says the unit's work is about; general government where it says nothing."""
    return _first(SECTORS, name) or Sector.GENERAL


def _first(table: "tuple[tuple[str, Word], ...]", name: str) -> "Word | None":
    plain = " ".join(re.findall(r"\w+", name.casefold()))
    return next((word for pattern, word in table if re.search(pattern, plain)), None)
