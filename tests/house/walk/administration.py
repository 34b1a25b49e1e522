"""How Dewi meets Django's admin: none of its pages exists for her."""

SAMPLES = {"admin:*": lambda world: {"object_id": str(world.account("sari").pk), "app_label": "access"}}
