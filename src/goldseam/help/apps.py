from django.apps import AppConfig


class HelpConfig(AppConfig):
    name = "goldseam.help"
    label = "help"
