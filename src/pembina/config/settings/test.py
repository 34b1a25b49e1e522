"""The tests: nothing of the user's is read or written, passwords hash fast, static files need no collecting."""

import os
import tempfile
from pathlib import Path
from zlib import crc32

# Before base is read: it would otherwise make the user's data directory.
os.environ["PEMBINA_HOME"] = os.environ.get("PEMBINA_TEST_HOME") or str(Path(tempfile.gettempdir()) / "pembina-tests")
os.environ["PEMBINA_SECRET_KEY"] = "only-for-tests-" + "x" * 50

from pembina.config.database import database
from pembina.config.settings.base import *  # noqa: F403

DATABASES = {"default": database(os.environ.get("PEMBINA_TEST_DATABASE_URL", ""), Path(os.environ["PEMBINA_HOME"]))}
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    # Two checkouts may be tested against the same server at once.
    DATABASES["default"]["TEST"] = {"NAME": f"test_pembina_{crc32(str(PACKAGE).encode()):08x}"}
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
PEMBINA_GOVERNMENT_NAME = "Pemerintah Kabupaten Sukamaju"
# Most tests sign in without any ceremony; those of the second factor turn it on, and one looks at production.
SECOND_FACTOR_REQUIRED = False
