"""What every way of running has in common. Nothing here is less strict than production needs."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

import pembina
from pembina.config.database import database
from pembina.config.home import data_directory, prepared, secret_key

PACKAGE = Path(pembina.__file__).resolve().parent
PEMBINA_HOME = prepared(data_directory(os.environ))

SECRET_KEY = secret_key(PEMBINA_HOME, os.environ)
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
ROOT_URLCONF = "pembina.config.urls"
WSGI_APPLICATION = "pembina.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "pembina.web.components",
    "pembina.web.home",
    "pembina.web.account",
    "pembina.web.people",
    "pembina.web.gallery",
    "pembina.web.effect_tool",
    "pembina.web.satisfaction_tool",
    "pembina.domain.access",
    "pembina.domain.people",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "auditlog",
    "csp",
    # The plain configuration: the loaders are written out below instead of being patched in at start.
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pages are compressed too; Django pads them at random, which answers the BREACH attack.
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "pembina.web.access.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pembina.web.access.middleware.BoundedBody",
    "pembina.web.access.middleware.AuditActor",
    # Innermost, so that the session above may still be written when a page was only read.
    "pembina.web.access.middleware.ReadOnlyOnGet",
]

DATABASES = {"default": database(os.environ.get("PEMBINA_DATABASE_URL", ""), PEMBINA_HOME)}

TEMPLATE_LOADERS = [
    "django_cotton.cotton_loader.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", TEMPLATE_LOADERS)],
            "builtins": ["django_cotton.templatetags.cotton", "django.templatetags.i18n", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# Whose installation this is. A colour that cannot carry readable text is refused when the server starts.
PEMBINA_GOVERNMENT_NAME = os.environ.get("PEMBINA_GOVERNMENT_NAME", "Pemerintah Daerah")
PEMBINA_BRAND_COLOUR = os.environ.get("PEMBINA_BRAND_COLOUR", "#2663a3")

# Language, numbers and time: Indonesian first.
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]
USE_TZ = True
TIME_ZONE = os.environ.get("PEMBINA_TIME_ZONE", "Asia/Jakarta")
USE_THOUSAND_SEPARATOR = True

# Static files: fingerprinted and compressed once, then cached for ever.
STATIC_URL = "/static/"
STATIC_ROOT = PEMBINA_HOME / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "pembina.web.components.bundle.StyleBundleFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Files that people upload are read in memory and never kept.
MAXIMUM_UPLOAD_BYTES = 50 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
# With room for the rest of the form: a body above this would have its file dropped without a word.
FILE_UPLOAD_MAX_MEMORY_SIZE = MAXIMUM_UPLOAD_BYTES + 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 5

# Who signs in, and how.
AUTH_USER_MODEL = "access.User"
LOGIN_URL = "account:sign_in"
LOGIN_REDIRECT_URL = "home:index"
LOGOUT_REDIRECT_URL = "home:index"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# Sessions live in the database: signing somebody out or changing a password ends them on every device.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"

# What the browser may do. No inline script or style, no other host.
TRUSTED_PROXY = False
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"pembina": {"level": "INFO"}},
}
