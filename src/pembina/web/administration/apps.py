from django.apps import AppConfig


class AdministrationConfig(AppConfig):
    """Django's admin, reading only; Django itself has the label ``admin``."""

    name = "pembina.web.administration"
