"""The report on behaviour at work (B.1.10) on the regulation's form; what is not recorded stays to be filled in."""

from pembina.domain.performance.models import CounsellingReport
from pembina.exchange.papers.guidance import Around
from pembina.exchange.papers.identity import both_sides
from pembina.exchange.papers.official_form import MISSING, OfficialForm, Section, Signer


def counselling_form(report: CounsellingReport, around: Around) -> OfficialForm:
    """Return the form of a report: the words of the rater, never those of a counsellor."""
    by_rater = "(diisi oleh pejabat penilai kinerja)"
    return OfficialForm(
        number="B.1.10",
        title="Laporan permasalahan perilaku kerja",
        lines=["RAHASIA"],
        people=both_sides((report.person, around.post), (report.reporter, around.rater_post)),
        sections=[
            Section(
                "MASALAH: APA PERMASALAHAN PERILAKU KERJA PEGAWAI DIDASARKAN PADA NILAI DASAR ASN?", by_rater,
                widths=(1.2, 2),
                rows=[
                    [_EXPECTATION, MISSING],
                    [_IN_DETAIL, report.problem],
                    [_OTHERS, "YA / TIDAK"],
                ],
            ),
            Section(
                "RETROSPEKTIF: APA YANG SUDAH ANDA LAKUKAN UNTUK PERBAIKAN PERILAKU KERJA PEGAWAI?", by_rater,
                widths=(1.2, 2), rows=[[_TRIED, report.tried]],
            ),
        ],
        signers=[Signer("Pejabat Penilai Kinerja", report.reporter, report.reported_at, "Dilaporkan")],
        government=around.government,
        written_on=around.written_on,
        foot="Dibaca oleh pegawai dan konselor; oleh pelapor sampai konselor menerimanya. Setiap unduhan dicatat.",
    )  # fmt: skip


_EXPECTATION = "Ekspektasi khusus terhadap yang bersangkutan, bila ada"
_IN_DETAIL = "Permasalahan yang dianggap menghambat kinerja individu, unit kerja, dan/atau tim kerja, secara rinci"
_OTHERS = "Apakah permasalahan serupa juga terjadi pada pegawai lainnya?"
_TRIED = "Yang sudah saya lakukan untuk memperbaiki perilaku kerja pegawai"
