"""What keeps a design from being locked where two programmes are judged together."""

from collections.abc import Iterator

from pembina.core.text import Text
from pembina.domain.development.enums import ProgrammeState
from pembina.domain.impact.design_obstacle import Obstacle
from pembina.domain.impact.models import EvaluationDesign

JOINT, WAVES = "joint", "waves"


def joint_obstacles(design: EvaluationDesign) -> Iterator[Obstacle]:
    """Yield that a joint evaluation stands for this one, or that a programme of a joint one was dropped."""
    joint = design.evaluation.joint
    if joint is not None:
        yield Obstacle(
            "joined", JOINT,
            Text(
                id=f"Rancangan ini digabung dalam \u201c{joint.title}\u201d; selama itu tidak dikunci sendiri.",
                en=f"This design was joined in \u201c{joint.title}\u201d; meanwhile it is not locked by itself.",
            ),
            Text(
                id="Lanjutkan rancangan bersama itu, atau hentikan dengan alasannya.",
                en="Go on with the joint design, or drop it with the reason.",
            ),
        )  # fmt: skip
    for programme in design.evaluation.programmes if design.evaluation.is_joint else ():
        if programme.state == ProgrammeState.DROPPED:
            yield Obstacle(
                "programme_dropped", WAVES,
                Text(
                    id=f"Program {programme.title} dibatalkan: tidak ada lagi yang dinilai bersama.",
                    en=f"The programme {programme.title} was dropped: there is nothing left to judge together.",
                ),
                Text(
                    id="Hentikan evaluasi bersama ini, lalu lanjutkan evaluasi program yang lain.",
                    en="Drop this joint evaluation, then go on with that of the other programme.",
                ),
            )  # fmt: skip
