from django.apps import AppConfig


class RolePagesConfig(AppConfig):
    """The pages; the records belong to ``access``."""

    name = "pembina.web.roles"
    label = "role_pages"
