"""What `follow_up.yaml` tells: remarks, intentions and the behaviour that courses aim at."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def told() -> dict[str, Any]:
    """Return it as it stands there."""
    found: dict[str, Any] = yaml.safe_load((files(__package__) / "follow_up.yaml").read_text("utf-8"))
    return found
