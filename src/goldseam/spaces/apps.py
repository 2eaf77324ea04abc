from django.apps import AppConfig


class SpacesConfig(AppConfig):
    name = "goldseam.spaces"
    label = "spaces"
