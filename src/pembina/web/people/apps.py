from django.apps import AppConfig


class PeoplePagesConfig(AppConfig):
    """The pages; the records have the label ``people``."""

    name = "pembina.web.people"
    label = "people_pages"
