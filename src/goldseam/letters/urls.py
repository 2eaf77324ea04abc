from django.urls import path

from goldseam.letters import answering, reading, sending, writing

app_name = "letters"
urlpatterns = [
    path("ours/<uuid:space>/letters/", reading.index, name="index"),
    path("ours/<uuid:space>/letters/new/", writing.new, name="new"),
    path("ours/<uuid:space>/letters/draft/<uuid:draft>/", writing.write, name="write"),
    path("ours/<uuid:space>/letters/draft/<uuid:draft>/keep/", writing.keep, name="keep"),
    path("ours/<uuid:space>/letters/draft/<uuid:draft>/send/", sending.send, name="send"),
    path("ours/<uuid:space>/letters/draft/<uuid:draft>/discard/", writing.discard, name="discard"),
    path("ours/<uuid:space>/letters/<uuid:letter>/", reading.letter, name="letter"),
    path("ours/<uuid:space>/letters/<uuid:letter>/open/", reading.open_it, name="open"),
    path("ours/<uuid:space>/letters/<uuid:letter>/put-away/", reading.put_away, name="put_away"),
    path("ours/<uuid:space>/letters/<uuid:letter>/take-up/", reading.take_up, name="take_up"),
    path("ours/<uuid:space>/letters/<uuid:letter>/answer/", answering.answer, name="answer"),
    path("ours/<uuid:space>/letters/<uuid:letter>/take-back/", answering.take_back, name="take_back"),
    path("ours/<uuid:space>/letters/<uuid:letter>/revise/", sending.revise, name="revise"),
    path("ours/<uuid:space>/letters/<uuid:letter>/withdraw/", sending.withdraw, name="withdraw"),
]
