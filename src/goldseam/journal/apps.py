from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "goldseam.journal"
    label = "journal"
