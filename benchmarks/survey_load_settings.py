"""Production, with the address of the bare view; without middleware where that is what is measured."""

import os

from pembina.config.settings.production import *  # noqa: F403

ROOT_URLCONF = "survey_load_views"
if os.environ.get("SURVEY_LOAD_BARE"):
    # allauth refuses to start without its own.
    MIDDLEWARE = ["allauth.account.middleware.AccountMiddleware"]
