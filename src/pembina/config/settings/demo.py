"""The demonstration on one's own computer: plain HTTP on the loopback address, data apart from the real ones."""

import os

from pembina.config.database import sqlite
from pembina.config.home import data_directory, prepared, secret_key
from pembina.config.settings.base import *  # noqa: F403

PEMBINA_HOME = prepared(data_directory(os.environ) / "demo")
SECRET_KEY = secret_key(PEMBINA_HOME, {})
DATABASES = {"default": sqlite(PEMBINA_HOME / "pembina.sqlite3")}
STATIC_ROOT = PEMBINA_HOME / "static"
# The personas sign in by one click, at an address that exists here only.
DEMONSTRATION = True
SECOND_FACTOR_REQUIRED = False
ROOT_URLCONF = "pembina.config.demo_urls"
PEMBINA_GOVERNMENT_NAME = "Pemerintah Kabupaten Contoh"
