from django.apps import AppConfig


class PortalPagesConfig(AppConfig):
    """The pages; the records have the label ``services``."""

    name = "pembina.web.portal"
    label = "portal_pages"
