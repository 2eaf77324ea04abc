from __future__ import annotations

from django.urls import path

from goldseam.accounts import own, views

app_name = "accounts"
urlpatterns = [
    path("sign-up/", views.sign_up, name="sign_up"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("recover/", views.recover, name="recover"),
    path("goodbye/", views.goodbye, name="goodbye"),
    path("settings/", own.settings, name="settings"),
    path("settings/passphrase/", own.passphrase, name="passphrase"),
    path("settings/recovery/", own.recovery, name="recovery"),
    path("settings/recovery/new/", own.new_code, name="new_code"),
    path("settings/sessions/", own.sessions, name="sessions"),
    path("settings/email/", own.email, name="email"),
    path("settings/delete/", own.delete, name="delete"),
]
