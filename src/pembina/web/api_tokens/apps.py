from django.apps import AppConfig


class ApiTokenPagesConfig(AppConfig):
    name = "pembina.web.api_tokens"
    label = "api_token_pages"
