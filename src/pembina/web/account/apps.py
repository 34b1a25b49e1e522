from django.apps import AppConfig


class AccountPagesConfig(AppConfig):
    """The pages; django-allauth has the label ``account``."""

    name = "pembina.web.account"
    label = "account_pages"
