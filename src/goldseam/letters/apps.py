from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "goldseam.letters"
    label = "letters"
