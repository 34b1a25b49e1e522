"""The posts of each kind of unit, with the schooling they ask for."""

from dataclasses import dataclass

from pembina.domain.people.demonstration.organisation import Plan
from pembina.domain.people.enums import Education, PositionKind, Sector, UnitKind

E, F, X = Education, PositionKind.FUNCTIONAL, PositionKind.EXECUTIVE


@dataclass(frozen=True, slots=True)
class Post:
    """A post below the head; `weight` against the other posts of the unit."""

    weight: int
    title: str
    kind: PositionKind
    education: Education
    degree: str = ""
    before: str = ""
    has_levels: bool = True


OFFICE_WORK = (
    Post(6, "Pengadministrasi Perkantoran", X, E.UPPER_SECONDARY, has_levels=False),
    Post(4, "Pengelola Layanan Operasional", X, E.DIPLOMA_3, "A.Md.", has_levels=False),
    Post(4, "Penelaah Teknis Kebijakan", X, E.BACHELOR, "S.Sos.", has_levels=False),
    Post(2, "Arsiparis", F, E.BACHELOR, "S.Hum."),
    Post(2, "Analis Kebijakan", F, E.MASTER, "S.IP., M.Si."),
    Post(1, "Pranata Komputer", F, E.BACHELOR, "S.Kom."),
)
HEALTH_WORK = (
    Post(8, "Perawat", F, E.PROFESSION, "S.Kep., Ns."),
    Post(6, "Bidan", F, E.DIPLOMA_3, "A.Md.Keb.", has_levels=False),
    Post(3, "Dokter", F, E.PROFESSION, before="dr."),
    Post(1, "Apoteker", F, E.PROFESSION, "S.Farm.", before="apt."),
    Post(1, "Tenaga Sanitasi Lingkungan", F, E.BACHELOR, "S.K.M."),
    Post(2, "Pengadministrasi Perkantoran", X, E.UPPER_SECONDARY, has_levels=False),
)
SCHOOL_WORK = (
    Post(12, "Guru", F, E.BACHELOR, "S.Pd."),
    Post(2, "Guru", F, E.MASTER, "S.Pd., M.Pd."),
    Post(1, "Pengadministrasi Perkantoran", X, E.UPPER_SECONDARY, has_levels=False),
)
OF_SECTOR = {
    Sector.PERMITS: Post(6, "Penata Perizinan", F, E.BACHELOR, "S.A.P."),
    Sector.CIVIL_REGISTRY: Post(6, "Administrator Database Kependudukan", F, E.BACHELOR, "S.Kom."),
    Sector.PUBLIC_WORKS: Post(6, "Penata Kelola Jalan dan Jembatan", F, E.BACHELOR, "S.T."),
    Sector.SOCIAL: Post(6, "Pekerja Sosial", F, E.BACHELOR, "S.Tr.Sos."),
    Sector.TRANSPORT: Post(6, "Penguji Kendaraan Bermotor", F, E.DIPLOMA_3, "A.Md.PKB.", has_levels=False),
    Sector.INFORMATION: Post(6, "Pranata Komputer", F, E.BACHELOR, "S.Kom."),
    Sector.STAFF: Post(6, "Analis SDM Aparatur", F, E.BACHELOR, "S.Psi."),
    Sector.PLANNING: Post(6, "Perencana", F, E.MASTER, "S.T., M.PWK."),
    Sector.FINANCE: Post(6, "Analis Keuangan Pusat dan Daerah", F, E.BACHELOR, "S.E."),
    Sector.SUPERVISION: Post(6, "Auditor", F, E.BACHELOR, "S.E."),
}
LEVELS = ("Ahli Pertama", "Ahli Muda", "Ahli Madya")


def posts_of(plan: Plan) -> tuple[Post, ...]:
    """Return the posts a unit fills."""
    if plan.kind in (UnitKind.HEALTH_CENTRE, UnitKind.HOSPITAL):
        return HEALTH_WORK
    if plan.kind is UnitKind.SCHOOL:
        return SCHOOL_WORK
    special = OF_SECTOR.get(plan.sector)
    return (*OFFICE_WORK, special) if special else OFFICE_WORK


def title_of(post: Post, years: int) -> str:
    """Return the title with the level that so many years of service bring."""
    return f"{post.title} {LEVELS[min(years // 9, 2)]}" if post.has_levels else post.title
