"""What weakens an outcome that the people who take part write down themselves, or that their raters judge."""

from collections.abc import Iterable, Iterator

from pembina.core.text import Text
from pembina.domain.impact.design_data import OutcomeData
from pembina.domain.impact.design_warning import DesignWarning, upper_first
from pembina.domain.impact.design_words import name_of
from pembina.domain.impact.enums import DesignFigure, OutcomeRole
from pembina.domain.impact.models import DesignOutcome

JUDGED, NOTED = "judged_by_those_involved", "noted_by_those_involved"


def recorded_by_those_involved(data: Iterable[OutcomeData]) -> Iterator[DesignWarning]:
    """Yield a warning for each outcome of performance: nobody behind it is blind to who takes part."""
    for one in data:
        for code, message in notes_on([one.outcome]):
            names = (one.outcome.judged_because,) if one.outcome.judged_because else ()
            yield DesignWarning(code, "outcomes", message, names)


def notes_on(outcomes: Iterable[DesignOutcome]) -> list[tuple[str, Text]]:
    """Return the same as code and sentence, which name nobody."""
    found = []
    for outcome in outcomes:
        figure = DesignFigure(outcome.figure)
        if figure.is_judgement:
            found.append((JUDGED, _judged(outcome)))
        elif figure.is_of_performance:
            found.append((NOTED, _noted(outcome)))
    return found


def _judged(outcome: DesignOutcome) -> Text:
    name, decides = name_of(outcome), outcome.role == OutcomeRole.PRIMARY
    more = Text(id=" Di sini angka itu menentukan.", en=" Here it decides.") if decides else Text(id="", en="")
    return Text(
        id=f"{upper_first(name.id)}: penilai tahu bahwa unitnya ikut program, jadi kenaikannya dapat berasal dari "
        f"penilainya, bukan dari kerjanya.{more.id}",
        en=f"{upper_first(name.en)}: raters know that their unit takes part, so a rise may come from the raters and "
        f"not from the work.{more.en}",
    )


def _noted(outcome: DesignOutcome) -> Text:
    name = name_of(outcome)
    return Text(
        id=f"{upper_first(name.id)}: dicatat sendiri oleh pegawai dan pimpinan yang ikut program. Program dapat "
        "membuat orang lebih rajin mencatat tanpa mengubah kerjanya; sandingkanlah dengan angka layanan.",
        en=f"{upper_first(name.en)}: noted by the very people who take part. A programme may make them note more "
        "without changing the work; set it beside a figure of a service.",
    )
