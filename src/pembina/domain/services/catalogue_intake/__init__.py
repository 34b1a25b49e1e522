"""Many services and standards at once, out of a file: what would change is shown first, then all of it happens."""

from pembina.domain.services.catalogue_intake.applying import apply_catalogue
from pembina.domain.services.catalogue_intake.planning import plan_catalogue
from pembina.domain.services.catalogue_intake.rows import Change, Finding, Plan, Row, Step

__all__ = ["Change", "Finding", "Plan", "Row", "Step", "apply_catalogue", "plan_catalogue"]
