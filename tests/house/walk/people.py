"""How Dewi meets the pages of people."""

SAMPLES = {
    "people:person": lambda world: {"pk": world.record("sari").pk},
}
OWN = {
    "people:index": "lists herself and her superior",
    "people:export": "downloads the same list",
    "people:units": "shows her unit and those above it",
}
