"""What the invented government does for its citizens, and what citizens did and said there."""

from pembina.domain.services.demonstration.answers import load_demo_answers
from pembina.domain.services.demonstration.catalogue import load_demo_catalogue
from pembina.domain.services.demonstration.complaints import load_demo_complaints
from pembina.domain.services.demonstration.everything import load_demo_services
from pembina.domain.services.demonstration.forums import load_demo_forums
from pembina.domain.services.demonstration.requests import load_demo_requests

__all__ = [
    "load_demo_answers",
    "load_demo_catalogue",
    "load_demo_complaints",
    "load_demo_forums",
    "load_demo_requests",
    "load_demo_services",
]
