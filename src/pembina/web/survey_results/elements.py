"""The nine elements as a form offers them."""

from pembina.domain.services.models import SurveyPeriod
from pembina.domain.services.queries.satisfaction import results_by_period, weight_of
from pembina.domain.services.questionnaire import questions_in
from pembina.web.components.formatting import in_language


def elements_named(period: SurveyPeriod) -> list[tuple[str, str]]:
    """Key, and number with name, in the order of the unit's questionnaire."""
    return [(asked.element, f"{number} {in_language(asked.name)}") for number, asked in questions_in(period.order)]


def elements_weakest_first(period: SurveyPeriod) -> list[tuple[str, str]]:
    """The same, the weakest of this round first where there are answers."""
    named = elements_named(period)
    index = results_by_period([period], weight=weight_of(period), on=period.closes_on)[period.pk].index
    if index is None:
        return named
    means = {element.key: element.mean for element in index.elements}
    return sorted(named, key=lambda pair: means[pair[0]])
