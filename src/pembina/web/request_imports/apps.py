from django.apps import AppConfig


class RequestImportPagesConfig(AppConfig):
    name = "pembina.web.request_imports"
    label = "request_import_pages"
