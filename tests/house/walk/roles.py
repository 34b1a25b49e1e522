"""How Dewi meets the pages of roles."""

from pembina.domain.access.models import RoleGrant

SAMPLES = {
    "roles:end": lambda world: {"pk": RoleGrant.objects.filter(user=world.account("budi")).first().pk},
}
OWN = {"roles:index": "says in words who can do what, and names nobody"}
