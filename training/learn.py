"""Training, and what a network then says."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import mirroring
import numpy as np
import torch
from corpus import LABELS, SIGNALS, VERDICTS, Draft
from mirroring import Pair
from network import COVERAGE, HEAVY, HELD, Coach, Reader, batch, pair_batch, pooled, varied
from torch import Tensor, nn

Floats = np.ndarray
RARE = 4.0
"""How much more a missed signal counts than one that is wrongly heard."""


@dataclass(frozen=True)
class Plan:
    """How a network is trained. Pairs come in steps of `pair_size`, a share `made` of them made afresh."""

    epochs: int = 8
    rate: float = 1.5e-4
    size: int = 16
    amount: float = 0.3
    dropout: float = 0.1
    layers: int = 6
    smooth: float = 0.02
    no_kind: float = 0.15
    mirror: float = 1.0
    pair_size: int = 10
    made: float = 0.3
    seed: int = 1


@dataclass(frozen=True)
class Said:
    """What a network says of a draft: logits by sentence and label, of the verdict, and of the signals."""

    labels: Floats
    verdict: Floats
    signals: Floats


def loss_of(net: nn.Module, given: dict[str, Tensor], smooth: float) -> Tensor:
    """How wrong the network is about drafts: sentence by sentence, their verdict, their signals."""
    tokens, whole = net(given["ids"], given["mask"])
    logits = pooled(tokens, given["spread"])[..., :HELD]
    wanted = given["labels"] * (1 - 2 * smooth) + smooth
    each = nn.functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none").sum(-1)
    loss = (each * given["there"]).sum() / given["there"].sum()
    n = len(VERDICTS)
    if (given["verdict"] >= 0).any():
        loss = loss + 0.3 * nn.functional.cross_entropy(whole[:, :n], given["verdict"], ignore_index=-100)
    known = (given["signals"] >= 0).float()
    heard = loudest(pooled(tokens, given["spread"])[..., HEAVY:], given["there"])
    signals = nn.functional.binary_cross_entropy_with_logits(
        heard,
        given["signals"].clamp(min=0),
        reduction="none",
        pos_weight=torch.full((len(SIGNALS),), RARE).to(heard),
    )
    return loss + (signals * known).sum() / known.sum().clamp(min=1)


def loudest(logits: Tensor, there: Tensor) -> Tensor:
    """Of each signal, what the sentence says that carries it most."""
    return logits.masked_fill(there[..., None] == 0, -1e4).amax(1)


def mirror_loss(net: nn.Module, given: dict[str, Tensor]) -> Tensor:
    """How wrong the network is about pairs: point by point, piece by piece, and as a whole."""
    tokens, whole = net(given["ids"], given["mask"])
    logits = pooled(tokens, given["spread"])[..., HELD:HEAVY]
    each = nn.functional.binary_cross_entropy_with_logits(logits, given["right"], reduction="none")
    loss = (each * given["known"]).sum() / given["known"].sum()
    return loss + nn.functional.binary_cross_entropy_with_logits(whole[:, COVERAGE], given["coverage"])


def train(folder: Path, drafts: Sequence[Draft], pairs: Sequence[Pair], plan: Plan, device: str) -> Coach:
    """A network trained on these. The same data, plan and machine give the same network."""
    torch.manual_seed(plan.seed)
    dice = random.Random(plan.seed)
    reader, net = Reader(folder), Coach(folder, layers=plan.layers, dropout=plan.dropout).to(device)
    steps = plan.epochs * math.ceil(len(drafts) / plan.size)
    slow = [p for name, p in net.named_parameters() if name.startswith("body") and p.requires_grad]
    fast = [p for name, p in net.named_parameters() if not name.startswith("body")]
    optimiser = torch.optim.AdamW(
        [{"params": slow, "lr": plan.rate}, {"params": fast, "lr": plan.rate * 10}], weight_decay=0.01
    )
    warm = max(1, steps // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )
    stream = _pairs(pairs, drafts, plan, dice)
    net.train()
    for epoch in range(plan.epochs):
        total = 0.0
        for part in _batches(drafts, plan.size, dice):
            some = [varied(draft, dice, plan.amount) for draft in part]
            kinds = ["text" if dice.random() < plan.no_kind else draft.kind for draft in some]
            given = _on(device, batch(reader, some, kinds))
            with torch.autocast(device_type=device.partition(":")[0], dtype=torch.bfloat16):
                loss = loss_of(net, given, plan.smooth)
                if pairs:
                    two = _on(device, pair_batch(reader, next(stream)))
                    loss = loss + plan.mirror * mirror_loss(net, two)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1} of {plan.epochs}: loss {total * plan.epochs / steps:.3f}", flush=True)
    return net.eval()


def _batches(drafts: Sequence[Draft], size: int, dice: random.Random) -> list[list[Draft]]:
    """All drafts in a new order, those of about the same length together, so that little is filled up."""
    order = list(drafts)
    dice.shuffle(order)
    made: list[list[Draft]] = []
    for start in range(0, len(order), size * 10):
        some = sorted(order[start : start + size * 10], key=lambda draft: sum(map(len, draft.sentences)))
        made += [some[at : at + size] for at in range(0, len(some), size)]
    dice.shuffle(made)
    return made


def _on(device: str, given: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name: value.to(device) for name, value in given.items()}


def _pairs(
    pairs: Sequence[Pair], drafts: Sequence[Draft], plan: Plan, dice: random.Random
) -> Iterator[list[Pair]]:
    """Pairs without end: those written by hand in an order that changes, and beside them some made afresh."""
    many = round(plan.pair_size * (1 - plan.made))
    while True:
        order = list(pairs)
        dice.shuffle(order)
        for start in range(0, len(order) - many + 1, many):
            yield order[start : start + many] + mirroring.made(drafts, plan.pair_size - many, dice)


@torch.no_grad()
def say(net: Coach, folder: Path, drafts: Sequence[Draft], device: str) -> list[Said]:
    """What the network says of each draft."""
    reader, n = Reader(folder), len(VERDICTS)
    said: list[Said] = []
    for start in range(0, len(drafts), 64):
        some = drafts[start : start + 64]
        given = _on(device, batch(reader, some, [draft.kind for draft in some]))
        tokens, whole = net(given["ids"], given["mask"])
        said_by = pooled(tokens, given["spread"])
        logits = said_by[..., :HELD].float().cpu().numpy()
        heard = loudest(said_by[..., HEAVY:], given["there"]).float().cpu().numpy()
        rest = whole.float().cpu().numpy()
        for k, draft in enumerate(some):
            said.append(Said(logits[k, : len(draft.sentences)], rest[k, :n], heard[k]))
    return said


@torch.no_grad()
def mirrored(
    net: Coach, folder: Path, pairs: Sequence[Pair], device: str
) -> list[tuple[Floats, Floats, float]]:
    """For each pair: how far each point is held, whether each piece was added, the share of the whole; logits."""
    reader = Reader(folder)
    said: list[tuple[Floats, Floats, float]] = []
    for start in range(0, len(pairs), 64):
        some = pairs[start : start + 64]
        two = _on(device, pair_batch(reader, some))
        tokens, whole = net(two["ids"], two["mask"])
        logits = pooled(tokens, two["spread"])[..., HELD:HEAVY].float().cpu().numpy()
        for k, pair in enumerate(some):
            n = len(pair.points)
            pieces = logits[k, n : n + len(pair.pieces), 1]
            said.append((logits[k, :n, 0], pieces, float(whole[k, COVERAGE])))
    return said


def stacked(drafts: Sequence[Draft], said: Sequence[Said]) -> tuple[Floats, Floats]:
    """All sentences one below another: logits, and what is right."""
    logits = np.concatenate([s.labels for s in said])
    gold = np.array([[label in labels for label in LABELS] for d in drafts for labels in d.labels], float)
    return logits, gold


def of_signals(drafts: Sequence[Draft], said: Sequence[Said]) -> dict[str, dict[str, float]]:
    """Precision where recall is 0.95, and the best F1, for each signal."""
    found: dict[str, dict[str, float]] = {}
    for k, signal in enumerate(SIGNALS):
        score = np.array([s.signals[k] for s in said])
        gold = np.array([signal in d.signals for d in drafts])
        hits = np.cumsum(gold[np.argsort(-score)])
        need = int(np.searchsorted(hits, 0.95 * gold.sum()))
        best = max(2 * h / (n + 1 + gold.sum()) for n, h in enumerate(hits))
        found[signal] = {
            "n": int(gold.sum()),
            "precision_at_95": round(float(hits[need] / (need + 1)), 3),
            "best_f1": round(float(best), 3),
        }
    return found
