"""What templates say in the words of the look: who sees this, a field, an icon, a mark.

Every tag escapes what it is given. Text that people wrote goes through `prose`, never through `safe`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goldseam.web.fields import dress
from goldseam.web.icons import ICONS, MIRRORED

register = template.Library()

PARAGRAPHS = re.compile(r"(?:[ \t]*\r?\n){2,}")


@register.simple_tag
def icon(name: str, small: bool = False) -> SafeString:
    """An icon beside a word; it says nothing on its own. An unknown name raises KeyError."""
    classes = " ".join(c for c in ("i", small and "i-s", name in MIRRORED and "dir") if c)
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>',
        classes,
        ICONS[name],
    )


@register.simple_tag
def bowl_mark() -> SafeString:
    """The small bowl of the house, drawn in plain strokes."""
    return render_to_string("web/parts/bowl_mark.html")


READERS = {"self": "lock", "draft": "lock", "both": "ours", "counsel": "care"}


@register.inclusion_tag("web/parts/readers.html", takes_context=True)
def readers(
    context: Mapping[str, Any],
    kind: str,
    partner: str = "",
    until: str = "",
    meta: str = "",
    sticky: bool = True,
    pencil: int | None = None,
    closed: bool = False,
    act: str = "send",
) -> dict[str, Any]:
    """The line that says who sees this. First on every surface; `sticky=False` inside a sheet.

    `plain` says nothing: bright paper without a line is the product speaking. `pencil` is the number of
    remarks below; pass 0 too, so that the line can be refreshed. While the private tier is open, the sticky
    `self` line says how long it stays open and offers to close it. `act` is what hands a draft over: send,
    show, give.
    """
    left = context.get("private_left") if kind == "self" and sticky and not closed else None
    return {
        "kind": kind,
        "icon_name": READERS.get(kind, ""),
        "partner": partner,
        "until": until,
        "meta": meta,
        "sticky": sticky,
        "pencil": pencil,
        "closed": closed,
        "act": act,
        "private_left": left,
        "minutes": -(-left // 60) if left else None,
    }


@register.simple_tag
def field(bound: BoundField, **wishes: Any) -> SafeString:
    """A field with its label, hint and error beside it, and what was typed still in it.

    Wishes: look="letter"|"pick"|"lead"|"scale", label, hint, rows, placeholder, autocomplete, value words as for
    the input itself (inputmode, autocapitalize, …). `label_hidden=True` keeps the label for screen readers only.
    A "scale" is the line from 0 to 10, without a dot until it is answered; `lowest` and `highest` name its ends.
    """
    dressed = dress(bound, wishes)
    return render_to_string(f"web/parts/{dressed['part']}.html", dressed)


@register.simple_tag
def form_errors(form: Any) -> SafeString:
    """What is wrong with the form as a whole, if anything."""
    problems = list(form.non_field_errors()) if form is not None and form.is_bound else []
    if not problems:
        return SafeString("")
    return render_to_string("web/parts/notice.html", {"texts": problems, "kind": "wax", "icon_name": "info"})


@register.simple_tag
def notice(text: str, kind: str = "", icon_name: str = "info") -> SafeString:
    """A plain notice, or a wax one for an error (`kind="wax"`)."""
    return render_to_string("web/parts/notice.html", {"texts": [text], "kind": kind, "icon_name": icon_name})


@register.simple_tag
def prose(text: object, css: str = "said") -> SafeString:
    """Words that a person wrote: escaped, line breaks kept, each paragraph in its own direction."""
    pieces = [p.strip("\r\n") for p in PARAGRAPHS.split(str(text or "").strip())]
    return format_html_join(
        "\n",
        '<p class="{}" dir="auto">{}</p>',
        ((css, piece.replace("\r\n", "\n")) for piece in pieces if piece),
    )


@register.simple_tag
def told(text: str, **names: object) -> SafeString:
    """Words from the content, with names put in: "{name} is not ready". Names are people's own, so they are escaped
    and keep their own direction; a name that is not known reads as "the other"."""
    spoken = {key: format_html("<bdi>{}</bdi>", name or _("the other")) for key, name in names.items()}
    return format_html(str(text).replace("{{", "").replace("}}", ""), **spoken)


@register.simple_tag
def words(these: str | Iterable[str]) -> SafeString:
    """Words to copy onto paper (a passphrase, an invitation), numbered."""
    listed = these.split() if isinstance(these, str) else list(these)
    items = format_html_join("", "<li><span>{}</span>{}</li>", enumerate(listed, start=1))
    return format_html('<ol class="words" translate="no">{}</ol>', items)


@register.simple_tag
def code(text: str, name: str = "code") -> SafeString:
    """A code in its groups; `name` is the id that a copy button points to."""
    groups = format_html_join(
        "", "<span>{}</span>", ((group,) for group in re.split(r"[\s-]+", text) if group)
    )
    return format_html('<p class="groups" id="{}" translate="no" dir="ltr">{}</p>', name, groups)


@register.simple_tag
def keep_state(saved: bool = False, waiting: bool = False) -> SafeString:
    """The line that says whether what is written is kept; `autosave.js` speaks through it."""
    state = "saved" if saved else "waiting" if waiting else ""
    return render_to_string("web/parts/keep_state.html", {"state": state})


@register.simple_tag
def empty(lead: str, line: str = "") -> SafeString:
    """What a room says while nothing is in it: one line in serif, one plain line, and no picture."""
    return render_to_string("web/parts/empty.html", {"lead": lead, "line": line})


WORD_AND_ACT = ("open", "done", "later", "moved", "not_done", "mended")


@register.simple_tag
def word_act(kind: str) -> SafeString:
    """The line from a word to its act, and always the word for it. An unknown kind raises ValueError."""
    WORD_AND_ACT.index(kind)
    return render_to_string("web/parts/word_act.html", {"kind": kind})
