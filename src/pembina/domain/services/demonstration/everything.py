"""All that the demonstration shows of services, in the order in which one thing needs the other."""

from datetime import date, datetime

from pembina.domain.services.demonstration.answers import load_demo_answers
from pembina.domain.services.demonstration.catalogue import load_demo_catalogue
from pembina.domain.services.demonstration.complaints import load_demo_complaints
from pembina.domain.services.demonstration.forums import load_demo_forums
from pembina.domain.services.demonstration.requests import load_demo_requests


def load_demo_services(*, on: date, at: datetime, scale: float = 1.0) -> None:
    """Write services, requests, survey answers, complaints and forums; what is on record already is left as it is.

    `scale` multiplies how much the services are asked for.
    """
    load_demo_catalogue(on=on, at=at)
    load_demo_requests(on=on, at=at, scale=scale)
    load_demo_answers(on=on, at=at, scale=scale)
    load_demo_complaints(on=on, at=at, scale=scale)
    load_demo_forums(on=on, at=at)
