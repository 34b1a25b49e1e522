"""Collecting style sheets and scripts only when they have changed: compressing them takes seconds."""

import hashlib
from pathlib import Path

STAMP = "collected.sha256"


def collect_static_files() -> bool:
    """Collect and compress the static files of this release; return whether there was anything to do."""
    from django.conf import settings
    from django.core.management import call_command

    stamp = Path(settings.STATIC_ROOT) / STAMP
    wanted = fingerprint()
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return False
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    stamp.write_text(wanted, encoding="ascii")
    return True


def fingerprint() -> str:
    """Return one hash over the names and contents of all static files that the apps bring."""
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list(None), key=lambda found: found[0]):
            with storage.open(name) as file:
                digest.update(f"{name}\0".encode() + file.read() + b"\0")
    return digest.hexdigest()
