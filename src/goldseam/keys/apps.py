from django.apps import AppConfig


class KeysConfig(AppConfig):
    name = "goldseam.keys"
    label = "keys"
