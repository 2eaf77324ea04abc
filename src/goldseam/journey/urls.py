from django.urls import path

from goldseam.journey import day, home, news, opening

app_name = "journey"
urlpatterns = [
    path("", opening.front, name="front"),
    path("first-days/<slug:door>/", opening.door, name="door"),
    path("home/", home.at_home, name="home"),
    path("home/not-today/", home.not_today, name="not_today"),
    path("home/enough/", home.enough, name="enough"),
    path("live/news/", news.is_there_news, name="news"),
    path("mine/", home.mine, name="mine"),
    path("settings/day/", day.day, name="day"),
    path("settings/zone/", day.zone, name="zone"),
]
