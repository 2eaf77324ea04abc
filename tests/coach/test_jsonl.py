"""One line in, one line out."""

from __future__ import annotations

import json

import pytest

from goldseam.coach.jsonl import predict


def test_a_prediction_in_given_sentences() -> None:
    line = {
        "id": "a",
        "kind": "apology",
        "text": "my fault sorry",
        "sentences": ["my fault", "sorry"],
    }
    assert predict(line) == {
        "id": "a",
        "labels": [{"i": 0, "labels": ["OWNERSHIP"]}, {"i": 1, "labels": ["REMORSE"]}],
        "verdict": "partial",
        "missing": ["NAMES_ACT", "IMPACT", "REPAIR", "PROMISE"],
        "signals": [],
    }


def test_own_sentences_where_none_are_given() -> None:
    found = predict({"id": 7, "kind": "message", "text": "I'm hurt. Can we talk?"})
    assert found["labels"] == [{"i": 0, "labels": ["FEELING"]}, {"i": 1, "labels": ["REQUEST"]}]
    assert found["verdict"] is None
    assert found["missing"] == []


@pytest.mark.parametrize("kind", ["mirror", "something else", 3, None, "reply"])
def test_any_kind_is_read(kind: object) -> None:
    line = {"id": "a", "kind": kind, "text": "What I heard is that you felt alone. Did I get that?"}
    assert all(row["labels"] == [] for row in predict(line)["labels"])


@pytest.mark.parametrize("line", [{}, {"id": "x"}, {"id": "x", "text": ""}, {"id": "x", "sentences": []}])
def test_a_bare_line_gives_an_empty_answer(line: dict[str, object]) -> None:
    assert predict(line)["labels"] == []


def test_a_prediction_is_plain_json() -> None:
    found = predict({"id": "a", "kind": "apology", "text": "I lied. I'm sorry."})
    assert json.loads(json.dumps(found)) == found
