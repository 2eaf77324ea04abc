"""Finding words that can be read and cannot be translated: in a template, a form, a module, a page."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
from django import forms
from django.template.base import Lexer, Token, TokenType
from django.utils.functional import Promise
from django.utils.translation import trans_real

import goldseam
from goldseam.content import words

HOUSE = Path(goldseam.__path__[0])
ROOMS = (
    "web",
    "keys",
    "accounts",
    "spaces",
    "letters",
    "kindwords",
    "breaches",
    "journal",
    "journey",
    "help",
)
TEMPLATES = {
    str(path.relative_to(folder)): path
    for folder in sorted(HOUSE.glob("*/templates"))
    for path in sorted(folder.rglob("*.html"))
}
MODULES = {
    str(path.relative_to(HOUSE)): path
    for room in ROOMS
    for path in sorted((HOUSE / room).rglob("*.py"))
    if "migrations" not in path.parts
}

WORD = re.compile(r"[^\W\d_]{2,}")
NAME = "Goldseam"
SPOKEN = frozenset(
    {"aria-label", "aria-description", "aria-roledescription", "alt", "label", "placeholder", "title"}
)
"""Attributes that a browser shows or reads out."""


def literal(text: str) -> bool:
    """Whether there is a word in it that a translator would have to see."""
    return bool(WORD.search(text.replace(NAME, "")))


class Reader(HTMLParser):
    """What a page says: its text and its spoken attributes, and nothing that is marked as not to be translated."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.attributes: list[str] = []
        self._silent: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            self._silent += [tag] if tag == self._silent[0] else []
        elif ("translate", "no") in attrs or tag in ("script", "style"):
            self._silent = [tag]
        # A script speaks through `data-`: what has several words in it is a sentence, and not an id.
        self.attributes += [
            value
            for name, value in attrs
            if value and (name in SPOKEN or (name.startswith("data-") and " " in value.strip()))
        ]

    def handle_endtag(self, tag: str) -> None:
        if self._silent and tag == self._silent[0]:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent and data.strip():
            self.said.append(data)


# Templates

TEXT_TAGS = ("told", "notice")
"""Tags whose first argument is a sentence."""

STRING = re.compile(r"""(?P<marked>_\()?(?P<quote>["'])(?P<text>.*?)(?P=quote)""")
SPEAKING = re.compile(r"\b(?:label|hint|meta|placeholder|until|\w+_label)=(?:_\()?$")
SENTENCE = re.compile(r"[“A-Z].*\w|\w{2,} \w{2,}")
NOT_SAID = frozenset({"translate", "blocktranslate", "extends", "include", "load", "static", "url"})

# Blocks of the base that stand in an attribute: they hold the name of a look.
UNSPOKEN_BLOCKS = frozenset(re.findall(r'="{% block (\w+) %}', TEMPLATES["base.html"].read_text()))


def in_template(source: str) -> Iterator[str]:
    """Every literal word of a template that gettext does not see."""
    tokens = Lexer(source).tokenize()
    reader = Reader(bare(tokens))
    yield from filter(literal, (*reader.said, *reader.attributes))
    for token in tokens:
        yield from in_tag(token)


def bare(tokens: list[Token]) -> str:
    """A template without its tags, and without what is translated or not said."""
    kept, inside = "", ""
    for token in tokens:
        parts = token.contents.split()
        if token.token_type is TokenType.TEXT and not inside:
            kept += token.contents
        elif token.token_type is TokenType.BLOCK:
            if parts[0] == "blocktranslate" or (parts[0] == "block" and parts[1] in UNSPOKEN_BLOCKS):
                inside = f"end{parts[0]}"
            elif parts[0] == inside:
                inside = ""
    return kept


def in_tag(token: Token) -> Iterator[str]:
    """The literal sentences among the arguments of a tag or of a filter."""
    if token.token_type not in (TokenType.BLOCK, TokenType.VAR):
        return
    name = token.contents.split()[0] if token.token_type is TokenType.BLOCK else ""
    for found in STRING.finditer(token.contents):
        said, before = re.sub(r"{\w+}", "", found["text"]), token.contents[: found.start()]
        told = bool(SPEAKING.search(before)) or (name in TEXT_TAGS and before.strip() == name)
        told = told or (name not in NOT_SAID and bool(SENTENCE.match(said)))
        if told and literal(said) and not found["marked"]:
            yield found["text"]


# Forms


def in_form(form: type[forms.BaseForm]) -> Iterator[str]:
    """What the fields of a form say in one language only."""
    for name, field in form.base_fields.items():
        choices = [said for _, said in getattr(field, "choices", ())]
        for said in (field.label, field.help_text, *field.error_messages.values(), *choices):
            if said and not isinstance(said, Promise) and literal(str(said)):
                yield f"{name}: {said}"


# Modules

TRANSLATED = frozenset(
    {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext"}
)
SAID_BY = frozenset({"ValidationError", "add_error"})
SAID_AS = frozenset({"label", "help_text", "missing"})
PROSE = re.compile(r"(?![A-Z]{2})[“A-Z][^\n]*? [a-z’]{2,}")


def in_module(source: str) -> Iterator[str]:
    """The sentences of a module that gettext does not see."""
    tree = ast.parse(source)
    passed = {id(part) for node in ast.walk(tree) for part in unsaid(node)}
    told = {id(argument) for node in ast.walk(tree) for argument in said_by(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in passed:
            passed |= {id(part) for part in ast.walk(node)}
            said = text_of(node)
            if PROSE.match(said) or (id(node) in told and literal(said)):
                yield said


def unsaid(node: ast.AST) -> Iterator[ast.AST]:
    """What is translated already, and what is said to developers: docstrings, and errors that nobody is shown."""
    if isinstance(node, ast.Call) and called(node) in TRANSLATED:
        yield from ast.walk(node)
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    elif isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and called(node.exc) not in SAID_BY:
        yield from ast.walk(node.exc)


def said_by(node: ast.AST) -> list[ast.expr]:
    """The arguments of a call that a person will read."""
    if not isinstance(node, ast.Call):
        return []
    told = [keyword.value for keyword in node.keywords if keyword.arg in SAID_AS]
    return told + (node.args[-1:] if called(node) in SAID_BY else [])


def called(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def text_of(node: ast.AST) -> str:
    """The text of a string, with {} for what an f-string puts in; empty for anything else."""
    if isinstance(node, ast.JoinedStr):
        return "".join(text_of(part) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


# Whole pages

OPEN, SHUT = "⟦", "⟧"


class Marked(trans_real.DjangoTranslation):
    """A language that says everything as we wrote it, between marks."""

    def gettext(self, message: str) -> str:
        return f"{OPEN}{message.rpartition(chr(4))[2]}{SHUT}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def leaves(thing: Any) -> Iterator[str]:
    """Every string in it."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict | list | tuple):
        for value in thing.values() if isinstance(thing, dict) else thing:
            yield from leaves(value)


def from_content() -> re.Pattern[str]:
    """Any sentence of the content, also around the names that are put into it."""
    pieces = {
        " ".join(piece.split())
        for said in leaves(msgspec.to_builtins(words()))
        for line in said.splitlines()
        for piece in re.split(r"{\w+}", line)
        if literal(piece)
    }
    longest_first = sorted(pieces, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


def in_page(html: str, *known: re.Pattern[str]) -> list[str]:
    """What a page says that is neither between marks nor known."""
    reader = Reader(html)
    left = []
    for said in (*unmarked(reader.said), *(one for each in reader.attributes for one in unmarked([each]))):
        rest = " ".join(said.split())
        for each in known:
            rest = each.sub("", rest)
        left += [said.strip()] if literal(rest) else []
    return left


def unmarked(texts: list[str]) -> Iterator[str]:
    """The texts of a page without what stands between marks: a message can go over several of them."""
    depth = 0
    for said in texts:
        kept = ""
        for sign in said:
            depth += (sign == OPEN) - (sign == SHUT)
            kept += "" if depth or sign == SHUT else sign
        yield kept
