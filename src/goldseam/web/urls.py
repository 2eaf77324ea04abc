"""Every address of the house. Each room writes its own in full, from the root."""

from __future__ import annotations

from django.conf import settings
from django.urls import include, path

from goldseam.web import looks, views

ROOMS = ("journey", "accounts", "keys", "journal", "breaches", "spaces", "letters", "kindwords", "help")

web = (
    [
        path("leave/", views.leave, name="leave"),
        path("aside/", views.aside, name="aside"),
        path("healthz", views.healthz, name="healthz"),
        path("looks/", looks.looks, name="looks"),
    ],
    "web",
)
urlpatterns = [path("", include(web))]
if settings.DEMO:
    urlpatterns += [path("", include("goldseam.web.design"))]
urlpatterns += [path("", include(f"goldseam.{room}.urls")) for room in ROOMS]

handler400 = "goldseam.web.errors.bad_request"
handler403 = "goldseam.web.errors.not_allowed"
handler404 = "goldseam.web.errors.not_found"
handler500 = "goldseam.web.errors.broken"
