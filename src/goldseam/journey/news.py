"""Whether a page that is open still shows all that its person may see. Asked by the page, never by the person."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from goldseam.core import news
from goldseam.journey.home import together
from goldseam.keys.gate import needs
from goldseam.keys.opened import Request
from goldseam.log.house import House

SINCE = "X-Goldseam-Since"


def seen_now(house: House, space: UUID | None = None) -> str:
    """How far the person sees now, in one space or in all, as a page carries it along."""
    minute = house.local_now.hour * 60 + house.local_now.minute
    ended = [news.ended(str(one.id), one.state) for one in house.spaces if one.frozen]
    here = [*news.seen(together(house), desk=house.desk, today=house.today, minute=minute), *ended]
    return news.written(one for one in here if space is None or one.space == str(space))


@require_safe
@needs("shared")
def is_there_news(request: Request) -> HttpResponse:
    """Whether something has come since what the header says. It moves no clock: `keys.opened.is_own_act`."""
    before = news.read(request.headers.get(SINCE, ""))
    return JsonResponse({"news": news.is_news(before, news.read(seen_now(request.house)))})
