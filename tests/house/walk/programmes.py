"""How Dewi meets the pages of programmes: not at all, unless she owns one."""

from pembina.domain.development.models import Wave, WaveUnit


def programme(world):
    """Return a programme of Rina's with one wave, the same for every address."""
    made = world.training.programme
    if not made.waves.exists():
        world.training.wave(1, world.unit("sari"))
    return {"pk": made.pk, "level": 3, "name": "jalankan"}


def wave(world):
    programme(world)
    return {"pk": Wave.objects.get().pk}


def member(world):
    programme(world)
    return {"pk": WaveUnit.objects.get().pk}


SAMPLES = {
    "programmes:slip": wave,
    "programmes:start_wave": wave,
    "programmes:join": wave,
    "programmes:unit_start": member,
    "programmes:unit_leave": member,
    "programmes:unit_return": member,
    "programmes:*": programme,
}
