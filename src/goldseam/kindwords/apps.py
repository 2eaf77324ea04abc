from django.apps import AppConfig


class KindWordsConfig(AppConfig):
    name = "goldseam.kindwords"
    label = "kindwords"
