"""The roles: why somebody holds each, what it allows, how far it reaches, and what it deliberately does not allow."""

from dataclasses import dataclass

from pembina.core.text import Text
from pembina.domain.access.permissions import Permission, Scope
from pembina.domain.access.usernames import AccountKind

CIVIL_SERVANTS = frozenset({AccountKind.CIVIL_SERVANT})


@dataclass(frozen=True, slots=True)
class Role:
    """A named set of permissions over a scope; ``code`` is what the database keeps.

    ``description`` says why somebody holds the role and what it allows, ``limits`` what it leaves to others and why.
    ``grants`` are the codes of the roles that a holder may give to others, ``held_by`` the kinds of account that may
    hold it, and ``confinable`` says whether it may be given over one unit and those below it only.
    """

    code: str
    name: Text
    description: Text
    limits: Text
    scope: Scope
    permissions: frozenset[Permission]
    needs_second_factor: bool = False
    grants: frozenset[str] = frozenset()
    held_by: frozenset[AccountKind] = CIVIL_SERVANTS
    confinable: bool = False


EMPLOYEE = Role(
    code="employee",
    name=Text(id="Pegawai", en="Employee"),
    description=Text(
        id="Setiap ASN. Melihat semua yang disimpan tentang dirinya, dan hanya itu.",
        en="Every civil servant. Sees everything that is held about them, and only that.",
    ),
    limits=Text(
        id="Tidak membuka data pegawai lain; dari atasannya hanya nama, jabatan, dan unit kerja.",
        en="Does not open the records of others; of the superior only name, position and unit.",
    ),
    scope=Scope.SELF,
    permissions=frozenset({Permission.SEE_OWN_RECORD}),
)

SUPERIOR = Role(
    code="superior",
    name=Text(id="Atasan", en="Superior"),
    description=Text(
        id="Memimpin sebuah unit kerja: memberi umpan balik kepada pegawai unit itu dan unit di bawahnya.",
        en="Leads a unit: gives feedback to the staff of that unit and of the units below it.",
    ),
    limits=Text(
        id="Tidak mengubah data kepegawaian; data yang salah dilaporkan kepada pengelola kepegawaian.",
        en="Does not change staff records; what is wrong is reported to human resources.",
    ),
    scope=Scope.UNIT_AND_BELOW,
    permissions=EMPLOYEE.permissions | {Permission.SEE_STAFF, Permission.GIVE_FEEDBACK},
    confinable=True,
)

MENTOR = Role(
    code="mentor",
    name=Text(id="Mentor", en="Mentor"),
    description=Text(
        id="Pegawai berpengalaman yang membimbing beberapa rekan. Melihat nama, jabatan, dan unit kerja mereka.",
        en="An experienced colleague who guides a few others. Sees their name, position and unit.",
    ),
    limits=Text(
        id="Tidak membuka data kepegawaian lengkap dan tidak menilai: bimbingan perlu kepercayaan.",
        en="Does not open the whole staff record and does not rate: guidance rests on trust.",
    ),
    scope=Scope.MENTEES,
    permissions=EMPLOYEE.permissions | {Permission.GUIDE_MENTEES},
)

COUNSELLOR = Role(
    code="counsellor",
    name=Text(id="Konselor kinerja", en="Counsellor"),
    description=Text(
        id="Psikolog atau pejabat yang terlatih: menerima laporan konseling dan mendampingi pegawainya secara rahasia.",
        en="A psychologist or trained official: takes over reports for counselling and accompanies people in trust.",
    ),
    limits=Text(
        id="Tidak membuka data kepegawaian dan tidak menilai. Catatannya tidak dibaca orang lain, auditor pun tidak.",
        en="Does not open staff records and does not rate. Nobody reads the notes, auditors neither.",
    ),
    scope=Scope.GOVERNMENT,
    permissions=EMPLOYEE.permissions | {Permission.COUNSEL},
    needs_second_factor=True,
)

EVALUATOR = Role(
    code="evaluator",
    name=Text(id="Evaluator", en="Evaluator"),
    description=Text(
        id="Mengunci rancangan evaluasi sebelum data dilihat dan menulis hasilnya. Tidak merencanakan program.",
        en="Locks the design of an evaluation before the data are seen and reports it. Plans no programmes.",
    ),
    limits=Text(
        id="Tidak membuka data perorangan: dampak diukur per unit. Tidak merencanakan yang dinilainya. Siapa yang "
        "memutus tidak menilai, jadi tidak dirangkap dengan kepala daerah; pengelola kepegawaian yang merangkap tidak "
        "menilai program yang ditanggungnya sendiri.",
        en="Does not open records of single people: effects are measured by unit. Plans nothing it judges. Whoever "
        "decides does not evaluate, so nobody is head of region as well; an officer of human resources who is "
        "evaluator too judges no programme of their own.",
    ),
    scope=Scope.GOVERNMENT,
    permissions=EMPLOYEE.permissions | {Permission.EVALUATE_EFFECT, Permission.SEE_UNITS},
)

SERVICE_OFFICER = Role(
    code="service_officer",
    name=Text(id="Petugas layanan", en="Service officer"),
    description=Text(
        id="Melayani warga di unit kerjanya: mencatat waktu setiap permohonan, mengetik kuesioner kertas, dan menjawab "
        "pengaduan.",
        en="Serves citizens in a unit: records the time of each request, types in paper questionnaires and answers "
        "complaints.",
    ),
    limits=Text(
        id="Tidak membuka data pegawai, tidak mencatat layanan unit lain, dan tidak mengubah standar atau survei.",
        en="Does not open staff records, record services of other units or change standards and surveys.",
    ),
    scope=Scope.UNIT,
    permissions=EMPLOYEE.permissions | {Permission.RECORD_SERVICE, Permission.ANSWER_COMPLAINTS},
    confinable=True,
)

SERVICE_COORDINATOR = Role(
    code="service_coordinator",
    name=Text(id="Koordinator layanan", en="Service coordinator"),
    description=Text(
        id="Menjaga mutu layanan: standar pelayanan, jam kerja, survei kepuasan, pengaduan, dan forum warga. Bagi "
        "seluruh pemerintah daerah, atau bagi satu dinas dan unit di bawahnya.",
        en="Keeps services in order: standards, office hours, satisfaction surveys, complaints and open houses. For "
        "the whole government, or for one office and the units below it.",
    ),
    limits=Text(
        id="Tidak membuka data pegawai. Jawaban survei hanya dapat dikecualikan dengan keputusan yang tercatat.",
        en="Does not open staff records. Answers of a survey are excluded only by a decision on record.",
    ),
    scope=Scope.GOVERNMENT,
    permissions=SERVICE_OFFICER.permissions
    | {Permission.KEEP_SERVICES, Permission.RUN_SURVEYS, Permission.HOLD_FORUMS, Permission.SEE_UNITS},
    confinable=True,
)

PARTNER = Role(
    code="partner",
    name=Text(id="Mitra", en="Partner"),
    description=Text(
        id="Lembaga pelatihan, perguruan tinggi, atau pengajar luar: mengisi kehadiran dan nilai sesi miliknya.",
        en="A training institution, university or outside teacher: keeps attendance and grades of their own sessions.",
    ),
    limits=Text(
        id="Bukan ASN: tidak melihat data kepegawaian, unit kerja, maupun sesi penyelenggara lain.",
        en="No civil servant: sees no staff records, no units and no sessions of others.",
    ),
    scope=Scope.SELF,
    permissions=frozenset({Permission.SEE_OWN_RECORD, Permission.KEEP_ATTENDANCE}),
    held_by=frozenset({AccountKind.PARTNER}),
)

HEAD_OF_REGION = Role(
    code="head_of_region",
    name=Text(id="Kepala daerah", en="Head of region"),
    description=Text(
        id="Memimpin pemerintah daerah: membaca apa yang membaik dan apa yang tidak, lalu memutus kelanjutan program.",
        en="Leads the government: reads what improved and what did not, and decides how programmes go on.",
    ),
    limits=Text(
        id="Membaca angka per unit, bukan data perorangan; untuk itu ada pengelola kepegawaian.",
        en="Reads figures of units, not records of single people; human resources are there for that.",
    ),
    scope=Scope.GOVERNMENT,
    permissions=frozenset({Permission.SEE_OWN_RECORD, Permission.SEE_UNITS, Permission.DECIDE_PROGRAMME}),
    # Elected heads have no NIP; somebody appointed in between usually is a civil servant.
    held_by=frozenset({AccountKind.OFFICIAL, AccountKind.CIVIL_SERVANT}),
)

AUDITOR = Role(
    code="auditor",
    name=Text(id="Auditor (Inspektorat)", en="Auditor (Inspectorate)"),
    description=Text(
        id="Memeriksa bahwa semua berjalan menurut aturan: membaca semua data dan seluruh jejak audit.",
        en="Examines whether all goes by the rules: reads every record and the whole audit trail.",
    ),
    limits=Text(
        id="Tidak mengubah apa pun. Yang dibukanya pun tercatat dan terlihat oleh pemilik data.",
        en="Changes nothing. What an auditor opens is itself on record, and seen by the person concerned.",
    ),
    scope=Scope.GOVERNMENT,
    permissions=EMPLOYEE.permissions | {Permission.SEE_STAFF, Permission.SEE_UNITS, Permission.READ_AUDIT},
)

HUMAN_RESOURCES = Role(
    code="human_resources",
    name=Text(id="Pengelola kepegawaian (BKPSDM)", en="Human resources officer"),
    description=Text(
        id="Merawat data pegawai dan unit kerja, merencanakan program pembinaan, dan mengelola akun. "
        "Tidak menilai pegawai.",
        en="Keeps the records of staff and units, plans development programmes and keeps the accounts. "
        "Does not rate staff.",
    ),
    limits=Text(
        id="Tidak memberi umpan balik dan tidak menilai: itu tugas atasan. Tidak menilai dampak programnya sendiri.",
        en="Gives no feedback and does not rate: that is for superiors. Does not judge its own programmes.",
    ),
    scope=Scope.GOVERNMENT,
    permissions=EMPLOYEE.permissions
    | {
        Permission.SEE_STAFF,
        Permission.SEE_UNITS,
        Permission.IMPORT_STAFF,
        Permission.MANAGE_STAFF,
        Permission.MANAGE_UNITS,
        Permission.PLAN_PROGRAMME,
        Permission.MANAGE_ACCOUNTS,
        Permission.GRANT_ROLES,
    },
    needs_second_factor=True,
    grants=frozenset(
        {role.code for role in (SUPERIOR, MENTOR, EVALUATOR, SERVICE_OFFICER, SERVICE_COORDINATOR, PARTNER)}
    ),
    confinable=True,
)

ADMINISTRATOR = Role(
    code="administrator",
    name=Text(id="Administrator", en="Administrator"),
    description=Text(
        id="Menjalankan Pembina: mengelola akun dan pengaturan, serta memberi peran kepada orang lain.",
        en="Runs Pembina: keeps accounts and settings, and gives roles to others.",
    ),
    limits=Text(
        id="Tidak membuka data kepegawaian dan kinerja, dan tidak memberi peran kepada dirinya sendiri.",
        en="Does not open records of staff or performance, and grants no role to themselves.",
    ),
    scope=Scope.GOVERNMENT,
    permissions=EMPLOYEE.permissions
    | {Permission.MANAGE_ACCOUNTS, Permission.GRANT_ROLES, Permission.SEE_UNITS, Permission.READ_TABLES},
    needs_second_factor=True,
    grants=HUMAN_RESOURCES.grants
    | {role.code for role in (HUMAN_RESOURCES, HEAD_OF_REGION, AUDITOR, COUNSELLOR)}
    | {"administrator"},
)

# In the order in which pages list them.
ROLES = {
    role.code: role
    for role in (
        EMPLOYEE,
        SUPERIOR,
        MENTOR,
        COUNSELLOR,
        HUMAN_RESOURCES,
        EVALUATOR,
        SERVICE_OFFICER,
        SERVICE_COORDINATOR,
        PARTNER,
        HEAD_OF_REGION,
        AUDITOR,
        ADMINISTRATOR,
    )
}

# Nobody holds two of these on the same day: whoever decides does not evaluate.
APART = frozenset({EVALUATOR.code, HEAD_OF_REGION.code})

# Every civil servant is an employee without being made one.
GRANTABLE = {code: role for code, role in ROLES.items() if role is not EMPLOYEE}
