"""What may be done, and over whom."""

from enum import StrEnum

from pembina.core.text import Text


class Permission(StrEnum):
    """One act that a page or an operation asks for."""

    SEE_OWN_RECORD = "see_own_record"
    SEE_STAFF = "see_staff"
    SEE_UNITS = "see_units"
    GIVE_FEEDBACK = "give_feedback"
    GUIDE_MENTEES = "guide_mentees"
    COUNSEL = "counsel"
    IMPORT_STAFF = "import_staff"
    MANAGE_STAFF = "manage_staff"
    MANAGE_UNITS = "manage_units"
    PLAN_PROGRAMME = "plan_programme"
    EVALUATE_EFFECT = "evaluate_effect"
    DECIDE_PROGRAMME = "decide_programme"
    KEEP_SERVICES = "keep_services"
    RECORD_SERVICE = "record_service"
    RUN_SURVEYS = "run_surveys"
    ANSWER_COMPLAINTS = "answer_complaints"
    HOLD_FORUMS = "hold_forums"
    KEEP_ATTENDANCE = "keep_attendance"
    MANAGE_ACCOUNTS = "manage_accounts"
    GRANT_ROLES = "grant_roles"
    READ_AUDIT = "read_audit"
    READ_TABLES = "read_tables"

    @property
    def sentence(self) -> Text:
        """Return the act in words, as the page of roles shows it."""
        return SENTENCES[self]


SENTENCES = {
    Permission.SEE_OWN_RECORD: Text(
        id="Melihat semua yang disimpan tentang diri sendiri.",
        en="See everything that is held about oneself.",
    ),
    Permission.SEE_STAFF: Text(
        id="Membuka data kepegawaian orang lain.",
        en="Open the staff records of others.",
    ),
    Permission.SEE_UNITS: Text(
        id="Melihat pohon unit kerja beserta jumlah pegawainya.",
        en="See the tree of units with the number of their staff.",
    ),
    Permission.GIVE_FEEDBACK: Text(
        id="Memberi umpan balik atas pekerjaan.",
        en="Give feedback on work.",
    ),
    Permission.GUIDE_MENTEES: Text(
        id="Membimbing pegawai yang dititipkan.",
        en="Guide the mentees entrusted to one.",
    ),
    Permission.COUNSEL: Text(
        id="Menerima laporan konseling kinerja dan mendampingi pegawainya secara rahasia.",
        en="Take over reports for counselling and accompany the person in confidence.",
    ),
    Permission.IMPORT_STAFF: Text(
        id="Mengimpor data pegawai dan unit dari berkas, dan membatalkan impor.",
        en="Import staff and units from files, and undo an import.",
    ),
    Permission.MANAGE_STAFF: Text(
        id="Mengubah data pegawai, jabatan, atasan, dan Plt/Plh, serta memutus laporan data yang salah.",
        en="Change staff records, positions, superiors and acting authority, and decide reports of wrong data.",
    ),
    Permission.MANAGE_UNITS: Text(
        id="Membentuk, memindahkan, menggabungkan, dan menutup unit kerja.",
        en="Open, move, merge and close units.",
    ),
    Permission.PLAN_PROGRAMME: Text(
        id="Merencanakan program pembinaan dan gelombangnya.",
        en="Plan development programmes and their waves.",
    ),
    Permission.EVALUATE_EFFECT: Text(
        id="Mengunci rancangan evaluasi dan menilai dampak program.",
        en="Lock the design of an evaluation and judge the effect of a programme.",
    ),
    Permission.DECIDE_PROGRAMME: Text(
        id="Memutuskan program dilanjutkan, dikembangkan, diperbaiki, atau dihentikan.",
        en="Decide whether a programme continues, grows, is repaired or stops.",
    ),
    Permission.KEEP_SERVICES: Text(
        id="Menetapkan jenis layanan, standar pelayanan, dan jam kerja unit.",
        en="Set the services of a unit, their standards and the office hours.",
    ),
    Permission.RECORD_SERVICE: Text(
        id="Mencatat waktu layanan dan mengetik kuesioner kertas.",
        en="Record service times and type in paper questionnaires.",
    ),
    Permission.RUN_SURVEYS: Text(
        id="Membuka periode survei, memutus jawaban yang mencurigakan, dan menerbitkan laporan SKM.",
        en="Open survey periods, decide on suspicious answers and publish the SKM report.",
    ),
    Permission.ANSWER_COMPLAINTS: Text(
        id="Menangani pengaduan, saran, dan pujian warga atas layanan unit.",
        en="Handle complaints, suggestions and praise of citizens about the services of a unit.",
    ),
    Permission.HOLD_FORUMS: Text(
        id="Mengadakan forum warga dan menindaklanjuti janjinya.",
        en="Hold open houses and follow up what was promised there.",
    ),
    Permission.KEEP_ATTENDANCE: Text(
        id="Mengisi kehadiran dan nilai pada sesi yang diselenggarakan sendiri.",
        en="Keep attendance and grades of the sessions one runs.",
    ),
    Permission.MANAGE_ACCOUNTS: Text(
        id="Membuka dan menutup akun, serta mengundang pemiliknya.",
        en="Open and close accounts, and invite their holders.",
    ),
    Permission.GRANT_ROLES: Text(
        id="Memberi dan mengakhiri peran orang lain, tidak pernah peran sendiri.",
        en="Grant and end the roles of others, never one's own.",
    ),
    Permission.READ_AUDIT: Text(
        id="Membaca dan mengunduh jejak audit.",
        en="Read and export the audit trail.",
    ),
    Permission.READ_TABLES: Text(
        id="Membaca isi basis data tentang akun, impor, dan tugas latar di halaman administrasi, tanpa mengubahnya.",
        en="Read what is stored about accounts, imports and background tasks in the administration, changing nothing.",
    ),
}

# What follows the organisation tree, and is therefore allowed by a role that is confined to one unit. Each use of these
# asks a query with scope (`domain.people.permissions`); all other permissions concern the whole government.
LOCAL = frozenset(
    {
        Permission.SEE_OWN_RECORD,
        Permission.SEE_STAFF,
        Permission.SEE_UNITS,
        Permission.MANAGE_STAFF,
        Permission.GIVE_FEEDBACK,
        Permission.KEEP_SERVICES,
        Permission.RECORD_SERVICE,
        Permission.RUN_SURVEYS,
        Permission.ANSWER_COMPLAINTS,
        Permission.HOLD_FORUMS,
        Permission.GRANT_ROLES,
    }
)


class Scope(StrEnum):
    """How far a role's permissions reach: in the organisation tree, or to the people one guides."""

    SELF = "self"
    MENTEES = "mentees"
    UNIT = "unit"
    UNIT_AND_BELOW = "unit_and_below"
    GOVERNMENT = "government"

    @property
    def sentence(self) -> Text:
        """Return the reach in words."""
        return REACHES[self]


REACHES = {
    Scope.SELF: Text(id="Dirinya sendiri", en="Oneself"),
    Scope.MENTEES: Text(id="Pegawai yang dibimbingnya", en="One's mentees"),
    Scope.UNIT: Text(id="Unit kerjanya", en="One's unit"),
    Scope.UNIT_AND_BELOW: Text(id="Unit kerjanya dan unit di bawahnya", en="One's unit and those below it"),
    Scope.GOVERNMENT: Text(id="Seluruh pemerintah daerah", en="The whole government"),
}
