"""What the walks over all routes have in common: what the journeys say, and the address of a route with its sample."""

import importlib
from fnmatch import fnmatch
from io import BytesIO
from zipfile import ZipFile

from django.urls import reverse

from house.routes import arguments
from house.tree import ROOT

JOURNEYS = sorted(path.stem for path in (ROOT / "tests/house/walk").glob("*.py") if path.stem != "world")
NOT_THIS_WAY = 405


def gathered(kind):
    """Return what all journeys say under one name: SAMPLES, OWN, PUBLIC or CONFINED."""
    told = {}
    for journey in JOURNEYS:
        told |= getattr(importlib.import_module(f"house.walk.{journey}"), kind, {})
    return told


def sample_for(name, samples):
    return samples.get(name) or next((samples[known] for known in samples if fnmatch(name, known)), None)


def address_of(path, name, world, samples):
    """Return the address of a route, with the object of its sample where it asks for one."""
    asked = arguments(path)
    values = sample_for(name, samples)(world) if asked else {}
    return reverse(name, kwargs={argument: values[argument] for argument in asked})


def is_hidden(get, post):
    """Say whether the page does not exist for the caller; a way that no caller may take tells nothing."""
    return {get.status_code, post.status_code} <= {404, NOT_THIS_WAY} and 404 in {get.status_code, post.status_code}


def body(answer):
    """Return what an answer says, of a file too; a workbook is unpacked."""
    content = answer.getvalue()
    if not content.startswith(b"PK"):
        return content
    with ZipFile(BytesIO(content)) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())
