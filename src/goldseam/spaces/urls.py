from django.urls import path

from goldseam.spaces import views

app_name = "spaces"
urlpatterns = [
    path("ours/", views.index, name="index"),
    path("ours/invite/", views.invite, name="invite"),
    path("ours/accept/", views.accept, name="accept"),
    path("ours/<uuid:space>/", views.room, name="room"),
    path("ours/<uuid:space>/code/", views.new_code, name="new_code"),
    path("ours/<uuid:space>/pause/", views.pause, name="pause"),
    path("ours/<uuid:space>/resume/", views.resume, name="resume"),
    path("ours/<uuid:space>/leave/", views.leave, name="leave"),
    path("ours/<uuid:space>/forget/", views.forget, name="forget"),
]
