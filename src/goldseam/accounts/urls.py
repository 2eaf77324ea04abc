from __future__ import annotations

from django.urls import path

from goldseam.accounts import own, second, views, ways

app_name = "accounts"
urlpatterns = [
    path("sign-up/", views.sign_up, name="sign_up"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/second/", second.second, name="second"),
    path("sign-in/passkey/", second.by_passkey, name="by_passkey"),
    path("passkey/", second.ask, name="ask_passkey"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("recover/", views.recover, name="recover"),
    path("goodbye/", views.goodbye, name="goodbye"),
    path("settings/", own.settings, name="settings"),
    path("settings/passphrase/", own.passphrase, name="passphrase"),
    path("settings/recovery/", own.recovery, name="recovery"),
    path("settings/recovery/new/", own.new_code, name="new_code"),
    path("settings/sessions/", own.sessions, name="sessions"),
    path("settings/email/", own.email, name="email"),
    path("settings/ways/", ways.ways, name="ways"),
    path("settings/ways/passkey/", ways.passkey, name="passkey"),
    path("settings/ways/passkey/new/", ways.new_passkey, name="new_passkey"),
    path("settings/ways/codes/", ways.codes, name="codes"),
    path("settings/ways/<uuid:way>/", ways.take_away, name="take_away"),
    path("settings/delete/", own.delete, name="delete"),
]
