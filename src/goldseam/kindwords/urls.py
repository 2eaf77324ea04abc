from django.urls import path

from goldseam.kindwords import giving, kept, reading, writing

app_name = "kindwords"
urlpatterns = [
    path("mine/noticed/", kept.kept, name="kept"),
    path("mine/noticed/<uuid:noticed>/erase/", kept.erase, name="erase"),
    path("ours/<uuid:space>/kind-words/", reading.index, name="index"),
    path("ours/<uuid:space>/kind-words/quiet/", reading.quiet, name="quiet"),
    path("ours/<uuid:space>/kind-words/begin/", writing.begin, name="begin"),
    path("ours/<uuid:space>/kind-words/draft/<uuid:unsent>/", writing.write, name="write"),
    path("ours/<uuid:space>/kind-words/draft/<uuid:unsent>/keep/", writing.keep, name="keep"),
    path("ours/<uuid:space>/kind-words/draft/<uuid:unsent>/discard/", writing.discard, name="discard"),
    path("ours/<uuid:space>/kind-words/draft/<uuid:unsent>/give/", giving.give, name="give"),
    path("ours/<uuid:space>/kind-words/<uuid:note>/", reading.note, name="note"),
    path("ours/<uuid:space>/kind-words/<uuid:note>/read/", reading.read, name="read"),
    path("ours/<uuid:space>/kind-words/<uuid:note>/put-away/", reading.put_away, name="put_away"),
    path("ours/<uuid:space>/kind-words/<uuid:note>/withdraw/", giving.withdraw, name="withdraw"),
]
