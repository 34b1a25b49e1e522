"""How Dewi meets the pages of the audit trail."""

SAMPLES = {
    "audit:person": lambda world: {"pk": world.record("sari").pk},
}
OWN = {
    "audit:mine": "tells who looked at what is hers",
}
