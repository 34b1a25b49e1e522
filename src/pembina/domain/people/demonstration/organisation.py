"""The 45 units of Kabupaten Contoh, each with the share of the staff that works in it."""

from dataclasses import dataclass

from pembina.domain.people.enums import Sector, UnitKind

K, S = UnitKind, Sector


@dataclass(frozen=True, slots=True)
class Plan:
    """One unit to be: `share` weighs its staff against the others; `head` is the title of whoever leads it."""

    code: str
    name: str
    kind: UnitKind
    sector: Sector
    share: int
    head: str = ""

    @property
    def parent(self) -> str:
        """Return the code of the unit above; in this government, not in the product, codes are built that way."""
        return self.code.rpartition(".")[0]


def _numbered(
    above: str, first: int, names: str, prefix: str, kind: UnitKind, sector: Sector, share: int, head: str
) -> tuple[Plan, ...]:
    """Return one unit for each of the names between commas, numbered from `first`."""
    return tuple(
        Plan(f"{above}.{number:02}", f"{prefix} {name}", kind, sector, share, f"{head} {name}".strip())
        for number, name in enumerate(names.split(","), start=first)
    )


PLANS: tuple[Plan, ...] = (
    Plan("01", "Pemerintah Kabupaten Contoh", K.GOVERNMENT, S.GENERAL, 0),
    Plan("01.01", "Sekretariat Daerah", K.SECRETARIAT, S.GENERAL, 150, "Sekretaris Daerah"),
    Plan("01.02", "Inspektorat", K.INSPECTORATE, S.SUPERVISION, 50, "Inspektur"),
    Plan("01.03", "Dinas Kesehatan", K.OFFICE, S.HEALTH, 50, "Kepala Dinas Kesehatan"),
    Plan("01.03.01", "Bidang Kesehatan Masyarakat", K.DIVISION, S.HEALTH, 20, "Kepala Bidang Kesehatan Masyarakat"),
    Plan("01.03.02", "Bidang Pelayanan Kesehatan", K.DIVISION, S.HEALTH, 20, "Kepala Bidang Pelayanan Kesehatan"),
    Plan("01.03.03", "RSUD Contoh", K.HOSPITAL, S.HEALTH, 420, "Direktur RSUD Contoh"),
    *_numbered(
        "01.03", 4, "Sukamaju,Mekarsari,Tirtajaya,Sidomulyo,Karangasri,Banyuurip",
        "Puskesmas", K.HEALTH_CENTRE, S.HEALTH, 65, "Kepala Puskesmas",
    ),
    Plan("01.04", "Dinas Pendidikan", K.OFFICE, S.EDUCATION, 60, "Kepala Dinas Pendidikan"),
    Plan("01.04.01", "Bidang Pembinaan Guru", K.DIVISION, S.EDUCATION, 20, "Kepala Bidang Pembinaan Guru"),
    *_numbered(
        "01.04", 2, "1 Sukamaju,2 Sukamaju,1 Mekarsari,1 Tirtajaya,1 Sidomulyo,1 Karangasri",
        "SDN", K.SCHOOL, S.EDUCATION, 50, "Kepala SDN",
    ),
    *_numbered(
        "01.04", 8, "1 Contoh,2 Contoh,3 Contoh", "SMPN", K.SCHOOL, S.EDUCATION, 95, "Kepala SMPN",
    ),
    Plan("01.05", "Dinas Kependudukan dan Pencatatan Sipil", K.OFFICE, S.CIVIL_REGISTRY, 70, "Kepala Disdukcapil"),
    Plan("01.05.01", "UPT Disdukcapil Wilayah Timur", K.TECHNICAL_UNIT, S.CIVIL_REGISTRY, 25, "Kepala UPT Timur"),
    Plan("01.06", "Dinas Penanaman Modal dan PTSP", K.OFFICE, S.PERMITS, 45, "Kepala DPMPTSP"),
    Plan("01.06.01", "Bidang Pelayanan Perizinan", K.DIVISION, S.PERMITS, 30, "Kepala Bidang Pelayanan Perizinan"),
    Plan("01.07", "Dinas Pekerjaan Umum dan Penataan Ruang", K.OFFICE, S.PUBLIC_WORKS, 110, "Kepala Dinas PUPR"),
    Plan("01.07.01", "UPT Pemeliharaan Jalan", K.TECHNICAL_UNIT, S.PUBLIC_WORKS, 60, "Kepala UPT Pemeliharaan Jalan"),
    Plan("01.08", "Dinas Sosial", K.OFFICE, S.SOCIAL, 50, "Kepala Dinas Sosial"),
    Plan("01.09", "Dinas Perhubungan", K.OFFICE, S.TRANSPORT, 70, "Kepala Dinas Perhubungan"),
    Plan("01.10", "Dinas Komunikasi dan Informatika", K.OFFICE, S.INFORMATION, 45, "Kepala Diskominfo"),
    Plan("01.11", "Badan Kepegawaian dan Pengembangan SDM", K.AGENCY, S.STAFF, 45, "Kepala BKPSDM"),
    Plan("01.11.01", "Bidang Pengembangan Kompetensi", K.DIVISION, S.STAFF, 18, "Kepala Bidang Kompetensi"),
    Plan("01.12", "Badan Perencanaan Pembangunan Daerah", K.AGENCY, S.PLANNING, 45, "Kepala Bappeda"),
    Plan("01.13", "Badan Pengelolaan Keuangan dan Aset Daerah", K.AGENCY, S.FINANCE, 70, "Kepala BPKAD"),
    *_numbered(
        "01", 14, "Sukamaju,Mekarsari,Tirtajaya,Sidomulyo", "Kecamatan", K.DISTRICT, S.TERRITORY, 28, "Camat",
    ),
    Plan("01.14.01", "Kelurahan Sukamaju", K.WARD, S.TERRITORY, 12, "Lurah Sukamaju"),
    Plan("01.15.01", "Kelurahan Mekarsari", K.WARD, S.TERRITORY, 12, "Lurah Mekarsari"),
    Plan("01.16.01", "Kelurahan Tirtajaya", K.WARD, S.TERRITORY, 12, "Lurah Tirtajaya"),
    Plan("01.17.01", "Kelurahan Sidomulyo", K.WARD, S.TERRITORY, 12, "Lurah Sidomulyo"),
)  # fmt: skip
SECRETARY = "01.01"
# Its post of head is vacant; the head of the unit above acts.
WITHOUT_HEAD = "01.17.01"
