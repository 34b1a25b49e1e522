from django.apps import AppConfig


class LedgerPagesConfig(AppConfig):
    """The pages; the records have the label ``services``."""

    name = "pembina.web.ledger"
    label = "ledger_pages"
