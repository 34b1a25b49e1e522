from django.apps import AppConfig
from django.core.checks import Tags, register


class ComponentsConfig(AppConfig):
    name = "pembina.web.components"
    label = "components"

    def ready(self) -> None:
        from pembina.web.components.checks import brand_colour_is_readable

        register(brand_colour_is_readable, Tags.compatibility)
