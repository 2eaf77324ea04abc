from django.apps import AppConfig


class JourneyConfig(AppConfig):
    name = "goldseam.journey"
    label = "journey"
