from __future__ import annotations

from django.urls import path

from goldseam.keys import views

app_name = "keys"
urlpatterns = [
    path("unlock/", views.unlock, name="unlock"),
    path("unlock/changed/", views.changed, name="changed"),
    path("lock/", views.lock, name="lock"),
]
