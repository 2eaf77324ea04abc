from django.apps import AppConfig


class UpkeepConfig(AppConfig):
    name = "goldseam.upkeep"
    label = "upkeep"
