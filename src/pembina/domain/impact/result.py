"""The result of a run: what it holds, and the one text whose SHA-256 is its hash.

``{"correction", "outcomes": [...]}`` as `core.effect.study.study_result` returns it, numbers settled by
`core.effect.frozen_study`.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from pembina.domain.access.chain.links import canonical


def result_text(result: Mapping[str, Any]) -> str:
    """Return a result as the one text it has: keys in order, no spaces, nothing outside ASCII."""
    return canonical(result)


def result_hash(result: Mapping[str, Any]) -> str:
    """Return the SHA-256 of the text of a result."""
    return sha256(result_text(result).encode()).hexdigest()


def data_hash(panels: Iterable[str]) -> str:
    """Return the SHA-256 over the hashes of panels, in the order of their outcomes."""
    return sha256("".join(panels).encode()).hexdigest()
