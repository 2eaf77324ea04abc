from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "goldseam.accounts"
    label = "accounts"
