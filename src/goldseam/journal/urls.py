from django.urls import path

from goldseam.journal import views

app_name = "journal"
urlpatterns = [
    path("mine/journal/", views.index, name="index"),
    path("mine/journal/search/", views.search, name="search"),
    path("mine/journal/<uuid:page>/", views.page, name="page"),
    path("mine/journal/<uuid:page>/delete/", views.delete, name="delete"),
]
