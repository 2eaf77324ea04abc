from django.urls import path

from goldseam.breaches import shared, views

app_name = "breaches"
urlpatterns = [
    path("mine/what-happened/", views.index, name="index"),
    path("mine/what-happened/new/", views.new, name="new"),
    path("mine/what-happened/<uuid:breach>/", views.edit, name="edit"),
    path("mine/what-happened/<uuid:breach>/delete/", views.delete, name="delete"),
    path("ours/<uuid:space>/what-happened/", shared.index, name="shared"),
    path("ours/<uuid:space>/what-happened/new/", shared.share, name="share"),
    path("ours/<uuid:space>/what-happened/<uuid:breach>/", shared.share, name="share_beside"),
    path("ours/<uuid:space>/what-happened/<uuid:breach>/take-back/", shared.take_back, name="take_back"),
]
