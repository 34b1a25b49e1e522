from django.apps import AppConfig


class ImportPagesConfig(AppConfig):
    name = "pembina.web.imports"
    label = "import_pages"
