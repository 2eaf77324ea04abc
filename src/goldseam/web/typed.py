"""Words as somebody typed them, and the id by which the same words sent twice are kept once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4, uuid5

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Wording = str | _StrPromise
    """What a page says: a string, or one that is put into the reader's language when it is shown."""


class Typed(forms.CharField):
    """Words for the core to check. Nothing is refused, cut or trimmed here, so that nothing is lost on the way.

    `most` is shown to the writer and is not enforced.
    """

    def __init__(self, *, most: int | None = None, **more: Any) -> None:
        super().__init__(required=False, strip=False, **more)
        self.max_length = most
        self.validators = [
            each for each in self.validators if not isinstance(each, ProhibitNullCharactersValidator)
        ]


class Once(forms.UUIDField):
    """A hidden id, made with the form, so that a double click is one. A broken id becomes a fresh one."""

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput, initial=uuid4, required=False)

    def clean(self, value: Any) -> UUID:
        try:
            return super().clean(value) or uuid4()
        except ValidationError:
            return uuid4()


def once(form_id: UUID, *words: object) -> str:
    """An id of these words from this form: the same for a double click, another where the words are others.

    So a page that comes back with the browser's Back and is written anew is kept too. The form's own id is
    random and kept nowhere; without it, nothing about the words can be told from the result.
    """
    return str(uuid5(form_id, ascii(words)))


class Unkept(forms.RadioSelect):
    """A choice that no page ever shows again: not after an error, not to whoever reloads the page later."""

    def format_value(self, value: Any) -> list[str]:
        return []
