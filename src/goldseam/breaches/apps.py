from django.apps import AppConfig


class BreachesConfig(AppConfig):
    name = "goldseam.breaches"
    label = "breaches"
