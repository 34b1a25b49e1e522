"""What every way of running has in common. Nothing here is less strict than production needs."""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.contrib.messages import constants as message_levels

import pembina
from pembina.config.database import database
from pembina.config.home import data_directory, prepared, secret_key
from pembina.config.sso import openid_connect

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
    "pembina.web.roles",
    "pembina.web.people",
    "pembina.web.imports",
    "pembina.web.request_imports",
    "pembina.web.api_tokens",
    "pembina.web.choosing",
    "pembina.web.corrections",
    "pembina.web.forums",
    "pembina.web.audit",
    "pembina.web.staffing",
    "pembina.web.ledger",
    "pembina.web.public_services",
    "pembina.web.administration",
    "pembina.web.portal",
    "pembina.web.gallery",
    "pembina.web.effect_tool",
    "pembina.web.satisfaction_tool",
    "pembina.web.survey_results",
    "pembina.web.surveys",
    "pembina.web.complaints",
    "pembina.web.programmes",
    "pembina.web.partners",
    "pembina.web.sessions",
    "pembina.web.learning",
    "pembina.web.attendance",
    "pembina.web.learning_tests",
    "pembina.web.action_plans",
    "pembina.web.appraisals",
    "pembina.web.objections",
    "pembina.web.counselling",
    "pembina.web.feedback",
    "pembina.web.guidance",
    "pembina.web.effort",
    "pembina.web.pulse",
    "pembina.web.goals",
    "pembina.web.team",
    "pembina.web.evaluations",
    "pembina.web.wave_planner",
    "pembina.web.evaluation_results",
    "pembina.web.decisions",
    "pembina.web.programme_results",
    "pembina.web.certificates",
    "pembina.web.learning_hours",
    "pembina.web.performance_results",
    "pembina.web.recognition",
    "pembina.domain.access",
    "pembina.domain.people",
    "pembina.domain.services",
    "pembina.domain.performance",
    "pembina.domain.development",
    "pembina.domain.career",
    "pembina.domain.impact",
    # Without its own search for tables: which there are stands in web/administration. Our templates come before its.
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    # Without "allauth" itself, which has only templates: every page is ours.
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
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
    "pembina.web.access.presence.Presence",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "pembina.web.access.middleware.NoNul",
    "pembina.web.access.middleware.BoundedBody",
    "pembina.web.access.middleware.AuditActor",
    "pembina.web.access.second_factor.SecondFactorFirst",
    # Outside the next, which lets nothing be written while a page is read.
    "pembina.web.access.looking.LooksOnRecord",
    # Innermost, so that the session above may still be written when a page was only read.
    "pembina.web.access.middleware.ReadOnlyOnGet",
]

DATABASES = {"default": database(os.environ.get("PEMBINA_DATABASE_URL", ""), PEMBINA_HOME)}

# Of each process, for what is computed from records and names their state; room for a few thousand services.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

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
# Under what anybody may use the open data; the government decides.
PEMBINA_DATA_LICENCE = os.environ.get("PEMBINA_DATA_LICENCE", "CC-BY-4.0")
PEMBINA_DATA_LICENCE_URL = os.environ.get("PEMBINA_DATA_LICENCE_URL", "https://creativecommons.org/licenses/by/4.0/")

# How certificates are numbered, where they are verified, the id of the government in SIASN, and the keys that sign
# badges where several hosts share them.
PEMBINA_CERTIFICATE_NUMBER = os.environ.get("PEMBINA_CERTIFICATE_NUMBER", "{nomor:5}/SERT/{tahun}")
PEMBINA_PUBLIC_ADDRESS = os.environ.get("PEMBINA_PUBLIC_ADDRESS", "").rstrip("/")
PEMBINA_SIASN_AGENCY_ID = os.environ.get("PEMBINA_SIASN_AGENCY_ID", "")
PEMBINA_BADGE_KEYS = os.environ.get("PEMBINA_BADGE_KEYS", "")

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

# Mail is sent where PEMBINA_MAIL_HOST names a server; without one nothing waits for any.
EMAIL_HOST = os.environ.get("PEMBINA_MAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("PEMBINA_MAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("PEMBINA_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("PEMBINA_MAIL_PASSWORD", "")
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_USE_TLS = not EMAIL_USE_SSL
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("PEMBINA_MAIL_FROM", EMAIL_HOST_USER)

# The tone of a notice is the class of the component.
MESSAGE_TAGS = {message_levels.ERROR: "danger"}

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
# The trail is kept in our own table; that of django-auditlog is not made.
AUDITLOG_LOGENTRY_MODEL = "access.AuditEvent"
MIGRATION_MODULES = {"auditlog": None}
LOGIN_URL = "account:sign_in"
LOGIN_REDIRECT_URL = "home:index"
LOGOUT_REDIRECT_URL = "home:index"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# The steps of a sign-in are django-allauth's, its limits are not: domain/access/brake.py counts for all of them.
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
ACCOUNT_ADAPTER = "pembina.web.account.adapter.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_RATE_LIMITS = False
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
MFA_ADAPTER = "pembina.domain.access.second_factor.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_REAUTHENTICATION_REQUIRED = False  # asked for by our own pages (web/account/confirmation.py)
# Of the roles that say so (domain/access/roles.py).
SECOND_FACTOR_REQUIRED = True
# The government's own OpenID Connect server (Keycloak), where there is one. It vouches for a NIP; it opens no account.
SSO_ISSUER = os.environ.get("PEMBINA_SSO_ISSUER", "").rstrip("/")
SSO_NIP_CLAIM = os.environ.get("PEMBINA_SSO_NIP_CLAIM", "nip")
SOCIALACCOUNT_PROVIDERS = openid_connect(SSO_ISSUER, os.environ)
SOCIALACCOUNT_ADAPTER = "pembina.web.account.adapter.SocialAccountAdapter"
# True in settings/demo.py only.
DEMONSTRATION = False
# Sessions live in the database: signing somebody out or changing a password ends them on every device.
SESSION_ENGINE = "pembina.domain.access.sessions.store"
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
