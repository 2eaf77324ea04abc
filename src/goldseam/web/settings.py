"""Django settings. What an operator may set is read through `goldseam.upkeep.given`, and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from goldseam.upkeep.address import read_url
from goldseam.upkeep.folder import data_folder
from goldseam.upkeep.given import given
from goldseam.vault.slots import STANDARD_COST
from goldseam.web.serverkeys import load_server_keys

DATA = data_folder()
SERVER_KEYS = load_server_keys(DATA / "keys")
SECRET_KEY = SERVER_KEYS.django
DEBUG = False

PUBLIC_URL = urlsplit(read_url(os.environ) or "http://localhost:8000")
SECURE = PUBLIC_URL.scheme == "https"
ALLOWED_HOSTS = [PUBLIC_URL.hostname or "localhost"]
if not SECURE:
    ALLOWED_HOSTS += ["localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"{PUBLIC_URL.scheme}://{PUBLIC_URL.netloc}"]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "goldseam.web",
    "goldseam.upkeep",
    "goldseam.accounts",
    "goldseam.keys",
    "goldseam.spaces",
    "goldseam.log",
    "goldseam.journey",
    "goldseam.journal",
    "goldseam.breaches",
    "goldseam.letters",
    "goldseam.kindwords",
    "goldseam.help",
]

MIDDLEWARE = [
    "goldseam.web.middleware.Headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "goldseam.web.middleware.PlainErrors",
    "goldseam.keys.middleware.HashedSessions",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "goldseam.keys.middleware.OpenedKeys",
]

DEMO = False  # no setting turns this on: `goldseam demo` runs with `settings_demo`
ROOT_URLCONF = "goldseam.web.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "goldseam.web.context.house",
            ],
            "builtins": ["django.templatetags.i18n", "goldseam.web.templatetags.paper"],
        },
    }
]
WSGI_APPLICATION = "goldseam.web.wsgi.application"


TLS = {"sslmode", "sslrootcert", "sslcert", "sslkey"}
NO_DATABASE = (
    "GOLDSEAM_DATABASE must be postgresql://user:password@host/name, with ?sslmode=… behind it at most. "
    "In a password, write / as %2F, @ as %40 and % as %25."
)


def database(url: str) -> dict[str, object]:
    """The Django database for a `postgresql://` address. Raises ValueError, which does not repeat the address."""
    try:
        parts = urlsplit(url)
        port = str(parts.port or "")
        more = dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {}
    except ValueError:
        raise ValueError(NO_DATABASE) from None
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/") or more.keys() - TLS:
        raise ValueError(NO_DATABASE)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": port,
        "OPTIONS": more,
        "CONN_MAX_AGE": 300,
        "CONN_HEALTH_CHECKS": True,
    }


def sqlite(path: Path) -> dict[str, object]:
    """The Django database for a SQLite file: safe against a power cut, and erased bytes do not stay in it."""
    return {
        "ENGINE": "goldseam.web.sqlite",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                "PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;"
            ),
        },
    }


# Sessions, throttles and the list of erasures live apart: the first two are never backed up, and the
# third must outlive a restore. On SQLite that is a second file, on PostgreSQL tables of their own.
DATABASE_URL = given("GOLDSEAM_DATABASE")
if DATABASE_URL:
    DATABASES = {"default": database(DATABASE_URL)}
    APART = "default"
else:
    DATABASES = {"default": sqlite(DATA / "goldseam.sqlite3"), "apart": sqlite(DATA / "apart.sqlite3")}
    APART = "apart"
DATABASE_ROUTERS = ["goldseam.web.routers.Apart"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["goldseam.accounts.backend.SlotBackend"]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "journey:home"
PASSPHRASE_COST = STANDARD_COST

SESSION_ENGINE = "goldseam.keys.sessions"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 12 * 3600
HOST = "__Host-" if SECURE else ""
SESSION_COOKIE_NAME = f"{HOST}session"
UNLOCK_COOKIE_NAME = f"{HOST}unlock"
PENDING_COOKIE_NAME = f"{HOST}pending"
CSRF_COOKIE_NAME = f"{HOST}form"
LOOKS_COOKIE_NAME = f"{HOST}looks"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "goldseam.web.errors.stale_form"
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
# No SECURE_PROXY_SSL_HEADER: Django would believe it from anybody. The server in `web.serving` believes the
# proxies that GOLDSEAM_PROXY names, and tells Django by the scheme of the request.
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = False
LOGGING_CONFIG = None
