"""Pages: who may open them, what they may not do, and that each can be reached."""

import ast
import re
from datetime import date

import pytest
from django.urls import NoReverseMatch, reverse

from house.routes import routes
from house.tree import ROOT, WEB, files, judge, name_of
from pembina.domain.access.models import RoleGrant, User
from pembina.domain.access.roles import EMPLOYEE, ROLES
from pembina.domain.access.usernames import AccountKind
from pembina.web.access.decorators import access_of

TABLE = ROOT / "tests" / "house" / "role_by_url.txt"
VISITOR = "visitor"
WRITING = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete"}
OF_QUERYSETS = re.compile(r"\.objects\b|\.(filter|exclude|all)\(")
# Django finds these by their names.
ERROR_PAGES = {"400.html", "403.html", "403_csrf.html", "404.html", "413.html", "500.html"}

WRITES_IN_WEB: dict[str, str] = {}
UNUSED_TEMPLATES: dict[str, str] = {
    "src/pembina/web/administration/templates/admin/base_site.html": "the pages of Django's admin extend it",
}
TABLES = (
    "access_user",
    "access_rolegrant",
    "access_invitation",
    "access_chainentry",
    "people_importbatch",
    "django_tasks_database_dbtaskresult",
)
UNLINKED_ROUTES: dict[str, str] = {"admin:app_list": "Django's admin puts the address together"} | {
    f"admin:{table}_{page}": "Django's admin puts the address together"
    for table in TABLES
    for page in ("changelist", "change")
}


def test_every_view_has_an_access_line():
    without = {path for path, _, view in routes() if access_of(view) is None}
    judge(without, {}, "Put @open_to_all, @signed_in or @requires(...) on the views of:")


def test_every_route_has_a_name():
    judge({path for path, name, _ in routes() if name.endswith("None")}, {}, "Name the routes:")


def outcome(client, name, access, role):
    """Return what a caller meets (in, sign in, 404), asked of the page itself where it needs no argument."""
    try:
        address = reverse(name)
    except NoReverseMatch:
        return outcome_of(access, role)
    answer = client.get(address)
    if answer.status_code == 302 and answer.url.startswith(reverse("account:sign_in")):
        return "sign in"
    return "404" if answer.status_code == 404 else "in"


def outcome_of(access, role):
    """Return what the access line says, for pages about one record."""
    if access == "open":
        return "in"
    if role is None:
        return "sign in"
    return "in" if access == "signed in" or access in role.permissions else "404"


def holder_of(role):
    """Return an account that holds nothing but `role`, made once."""
    number = list(ROLES).index(role.code)
    names = {
        AccountKind.PARTNER: "mitra-x",
        AccountKind.OFFICIAL: "pejabat-x",
        AccountKind.CIVIL_SERVANT: f"{number:018}",
    }
    kind = min(role.held_by, key=list(names).index)
    user, is_new = User.objects.get_or_create(username=names[kind], defaults={"display_name": role.code})
    if is_new and role is not EMPLOYEE:
        RoleGrant.objects.create(user=user, role_code=role.code, starts_on=date(2020, 1, 1))
    return user


def row(client, name, access):
    cells = [outcome(client, name, access, None)]
    for role in ROLES.values():
        user = holder_of(role)
        client.force_login(user)
        cells.append(outcome(client, name, access, role))
    client.logout()
    return f"{name + '  ':<36}" + "".join(f"{cell:<20}" for cell in cells)


@pytest.mark.database
def test_the_table_of_roles_and_routes_is_what_happens(client, db):
    heading = f"{'route':<36}" + "".join(f"{name:<20}" for name in (VISITOR, *ROLES))
    rows = [row(client, name, access_of(view)) for _, name, view in sorted(routes())]
    happens = "\n".join(line.rstrip() for line in (heading, *rows)) + "\n"
    assert TABLE.read_text(encoding="utf-8") == happens, f"Review, then write to {name_of(TABLE)}:\n{happens}"


def writes(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        receiver, verb = ast.unparse(node.func.value), node.func.attr
        if verb in WRITING or (verb == "update" and OF_QUERYSETS.search(receiver)):
            yield f"{name_of(path)}: {receiver}.{verb}"


def test_pages_write_only_through_operations():
    found = {write for path in files("*.py", under=WEB) for write in writes(path)}
    judge(found, WRITES_IN_WEB, "Call an operation of the domain instead of:")


def templates():
    """Yield each template with the name it is called by."""
    for path in files("*.html", under=WEB):
        parts = path.relative_to(WEB).parts
        if "templates" in parts:
            yield path, "/".join(parts[parts.index("templates") + 1 :])


def calls(name):
    """Return what a caller writes to use the template ``name``."""
    if not name.startswith("cotton/"):
        # The last: all templates of a folder, called by a name put together from it.
        return [f'"{name}"', f"'{name}'", f'f"{name.rpartition("/")[0]}/{{']
    component = name.removeprefix("cotton/").removesuffix(".html").removesuffix("/index").replace("/", ".")
    return [f"<c-{component}", f"<c-{component.replace('_', '-')}", f'"{name}"']


def test_every_template_is_used():
    sources = {path: path.read_text(encoding="utf-8") for path in files("*.html", "*.py", under=WEB)}
    unused = {
        name_of(path)
        for path, name in templates()
        if name not in ERROR_PAGES
        and not any(call in text for other, text in sources.items() if other != path for call in calls(name))
    }
    judge(unused, UNUSED_TEMPLATES, "Nothing uses:")


def test_no_number_of_a_record_is_written_with_separators():
    broken = {
        f"{name_of(path)}: {found}"
        for path, _ in templates()
        for found in re.findall(r"\{\{ ?[\w.]*\b(?:pk|seat) ?\}\}", path.read_text(encoding="utf-8"))
    }
    judge(broken, {}, "From 1.000 on these are other numbers; write them with |unlocalize:")


def test_every_route_is_linked():
    written = "\n".join(
        path.read_text(encoding="utf-8") for path in files("*.html", "*.py", under=WEB) if path.name != "urls.py"
    )
    unlinked = {name for _, name, _ in routes() if f'"{name}"' not in written and f"'{name}'" not in written}
    judge(unlinked, UNLINKED_ROUTES, "No page leads to:")
