"""The roles, each with the reason why somebody holds it, how far it reaches and what it allows."""

from dataclasses import dataclass

from pembina.core.text import Text
from pembina.domain.access.permissions import Permission, Scope


@dataclass(frozen=True, slots=True)
class Role:
    """A named set of permissions over a scope; ``code`` is what the database keeps."""

    code: str
    name: Text
    description: Text
    scope: Scope
    permissions: frozenset[Permission]


EMPLOYEE = Role(
    code="employee",
    name=Text(id="Pegawai", en="Employee"),
    description=Text(
        id="Setiap ASN. Melihat semua yang disimpan tentang dirinya, dan hanya itu.",
        en="Every civil servant. Sees everything that is held about them, and only that.",
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
    scope=Scope.UNIT_AND_BELOW,
    permissions=EMPLOYEE.permissions | {Permission.SEE_STAFF, Permission.GIVE_FEEDBACK},
)

HUMAN_RESOURCES = Role(
    code="human_resources",
    name=Text(id="Pengelola kepegawaian (BKPSDM)", en="Human resources officer"),
    description=Text(
        id="Merencanakan program pembinaan untuk seluruh pemerintah daerah dan mengelola akun. Tidak menilai pegawai.",
        en="Plans development programmes for the whole government and keeps the accounts. Does not rate staff.",
    ),
    scope=Scope.GOVERNMENT,
    permissions=EMPLOYEE.permissions
    | {Permission.SEE_STAFF, Permission.PLAN_PROGRAMME, Permission.MANAGE_ACCOUNTS, Permission.READ_AUDIT},
)

EVALUATOR = Role(
    code="evaluator",
    name=Text(id="Evaluator", en="Evaluator"),
    description=Text(
        id="Mengunci rancangan evaluasi sebelum data dilihat dan menulis hasilnya. Tidak merencanakan program.",
        en="Locks the design of an evaluation before the data are seen and reports it. Plans no programmes.",
    ),
    scope=Scope.GOVERNMENT,
    permissions=EMPLOYEE.permissions | {Permission.EVALUATE_EFFECT},
)

ROLES = {role.code: role for role in (EMPLOYEE, SUPERIOR, HUMAN_RESOURCES, EVALUATOR)}
