from django.apps import AppConfig


class AuditPagesConfig(AppConfig):
    """The pages; the events belong to ``access``."""

    name = "pembina.web.audit"
    label = "audit_pages"
