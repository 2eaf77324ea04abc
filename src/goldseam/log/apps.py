from django.apps import AppConfig


class LogConfig(AppConfig):
    name = "goldseam.log"
    label = "log"
