from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "goldseam.web"
    label = "web"
