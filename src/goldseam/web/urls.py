"""Every address of the house. Each room writes its own in full, from the root."""

from __future__ import annotations

from django.urls import include, path

from goldseam.web import views

ROOMS = ("journey", "accounts", "keys", "journal", "breaches", "spaces", "letters", "help")

web = (
    [
        path("leave/", views.leave, name="leave"),
        path("aside/", views.aside, name="aside"),
        path("healthz", views.healthz, name="healthz"),
    ],
    "web",
)
urlpatterns = [path("", include(web))]
urlpatterns += [path("", include(f"goldseam.{room}.urls")) for room in ROOMS]

handler400 = "goldseam.web.errors.bad_request"
handler403 = "goldseam.web.errors.not_allowed"
handler404 = "goldseam.web.errors.not_found"
handler500 = "goldseam.web.errors.broken"
