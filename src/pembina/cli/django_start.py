"""Starting Django from the command line, with a sentence instead of a traceback where the settings are wrong."""

import os

import click

DEFAULT_SETTINGS = "pembina.config.settings.production"


def start_django(settings: str = "") -> None:
    """Load the settings module ``settings``, or the one the environment names, or production."""
    if settings:
        os.environ["DJANGO_SETTINGS_MODULE"] = settings
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", DEFAULT_SETTINGS)

    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise click.ClickException(str(error)) from error
