"""Training and measuring: what the folds say, and one network from all drafts."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from corpus import LABELS, REPROACHES, SIGNALS, VERDICTS, Draft, f1, folds
from network import Coach, Reader, batch, pooled, varied
from torch import Tensor, nn

Floats = np.ndarray


@dataclass(frozen=True)
class Plan:
    """How a network is trained."""

    epochs: int = 8
    rate: float = 1e-4
    size: int = 16
    amount: float = 0.3
    dropout: float = 0.1
    layers: int = 6
    smooth: float = 0.02
    no_kind: float = 0.15
    ema: float = 0.0
    seed: int = 1


@dataclass(frozen=True)
class Said:
    """What a network says of a draft: logits by sentence and label, of the verdict, and of the signals."""

    labels: Floats
    verdict: Floats
    signals: Floats


def loss_of(
    net: nn.Module, made: dict[str, Tensor], smooth: float, soft: dict[str, Tensor] | None = None
) -> Tensor:
    tokens, whole = net(made["ids"], made["mask"])
    logits = pooled(tokens, made["spread"])
    wanted = made["labels"] * (1 - 2 * smooth) + smooth
    each = nn.functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none").sum(-1)
    loss = (each * made["there"]).sum() / made["there"].sum()
    n = len(VERDICTS)
    if (made["verdict"] >= 0).any():
        loss = loss + 0.3 * nn.functional.cross_entropy(whole[:, :n], made["verdict"], ignore_index=-100)
    signals = (
        nn.functional.binary_cross_entropy_with_logits(whole[:, n:], made["signals"], reduction="none")
        .sum(-1)
        .mean()
    )
    return loss + signals


def train(folder: Path, drafts: Sequence[Draft], plan: Plan, device: str) -> Coach:
    """A network trained on these drafts. The same drafts, plan and machine give the same network."""
    torch.manual_seed(plan.seed)
    dice = random.Random(plan.seed)
    reader, net = Reader(folder), Coach(folder, layers=plan.layers, dropout=plan.dropout).to(device)
    steps = plan.epochs * math.ceil(len(drafts) / plan.size)
    slow = [p for name, p in net.named_parameters() if name.startswith("body")]
    fast = [p for name, p in net.named_parameters() if not name.startswith("body")]
    optimiser = torch.optim.AdamW(
        [{"params": slow, "lr": plan.rate}, {"params": fast, "lr": plan.rate * 10}], weight_decay=0.01
    )
    warm = max(1, steps // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )
    net.train()
    for _ in range(plan.epochs):
        order = list(drafts)
        dice.shuffle(order)
        for start in range(0, len(order), plan.size):
            some = [varied(draft, dice, plan.amount) for draft in order[start : start + plan.size]]
            kinds = ["text" if dice.random() < plan.no_kind else draft.kind for draft in some]
            made = {name: value.to(device) for name, value in batch(reader, some, kinds).items()}
            with torch.autocast(device_type=device.partition(":")[0], dtype=torch.bfloat16):
                loss = loss_of(net, made, plan.smooth)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    return net.eval()


@torch.no_grad()
def say(net: Coach, folder: Path, drafts: Sequence[Draft], device: str) -> list[Said]:
    """What the network says of each draft."""
    reader, n = Reader(folder), len(VERDICTS)
    said: list[Said] = []
    for start in range(0, len(drafts), 64):
        some = drafts[start : start + 64]
        made = {k: v.to(device) for k, v in batch(reader, some, [d.kind for d in some]).items()}
        tokens, whole = net(made["ids"], made["mask"])
        logits, whole = pooled(tokens, made["spread"]).float().cpu().numpy(), whole.float().cpu().numpy()
        for k, draft in enumerate(some):
            said.append(Said(logits[k, : len(draft.sentences)], whole[k, :n], whole[k, n:]))
    return said


def out_of_fold(
    folder: Path, drafts: Sequence[Draft], plan: Plan, device: str, many: int = 5
) -> tuple[list[Said], list[int]]:
    """What networks say of drafts whose authors they never saw; and the fold of each draft."""
    found: list[Said | None] = [None] * len(drafts)
    fold = [0] * len(drafts)
    for number, group in enumerate(folds(drafts, many)):
        net = train(folder, [d for d in drafts if d.author not in group], plan, device)
        held = [n for n, d in enumerate(drafts) if d.author in group]
        for n, said in zip(held, say(net, folder, [drafts[n] for n in held], device), strict=True):
            found[n], fold[n] = said, number
    return [said for said in found if said is not None], fold


def best_thresholds(logits: Floats, gold: Floats) -> Floats:
    """For each label, the logit from which on saying it gives the best F1."""
    chosen = np.zeros(logits.shape[1])
    for k in range(logits.shape[1]):
        order = np.argsort(-logits[:, k])
        hits = np.cumsum(gold[order, k])
        scores = 2 * hits / (np.arange(1, len(order) + 1) + gold[:, k].sum())
        top = int(np.argmax(scores))
        here = logits[order[top], k]
        below = logits[order[top + 1], k] if top + 1 < len(order) else here - 1
        chosen[k] = (here + below) / 2
    return chosen


def figures(logits: Floats, gold: Floats, thresholds: Floats) -> dict[str, object]:
    """Macro F1, by label, and the share of clean sentences that get a reproach."""
    told = logits > thresholds
    right = told & (gold > 0)
    each = {
        label: (
            round(f1(right[:, k].sum(), told[:, k].sum(), gold[:, k].sum()), 3),
            round(float(right[:, k].sum() / max(1, told[:, k].sum())), 3),
            round(float(right[:, k].sum() / max(1, gold[:, k].sum())), 3),
            int(gold[:, k].sum()),
        )
        for k, label in enumerate(LABELS)
    }
    bad = [k for k, label in enumerate(LABELS) if label in REPROACHES]
    clean = gold[:, bad].sum(1) == 0
    wrong = float((told[:, bad].any(1) & clean).sum() / clean.sum())
    return {
        "macro": round(float(np.mean([e[0] for e in each.values()])), 4),
        "micro": round(f1(right.sum(), told.sum(), gold.sum()), 4),
        "wrong": round(wrong, 4),
        "each": each,
    }


def stacked(drafts: Sequence[Draft], said: Sequence[Said]) -> tuple[Floats, Floats]:
    logits = np.concatenate([s.labels for s in said])
    gold = np.array([[label in labels for label in LABELS] for d in drafts for labels in d.labels], float)
    return logits, gold


def cross_fitted(drafts: Sequence[Draft], said: Sequence[Said], fold: Sequence[int]) -> dict[str, object]:
    """Figures with thresholds that were chosen on the other folds."""
    logits, gold = stacked(drafts, said)
    where = np.array([fold[n] for n, d in enumerate(drafts) for _ in d.sentences])
    shifted = np.zeros_like(logits)
    for number in set(fold):
        chosen = best_thresholds(logits[where != number], gold[where != number])
        shifted[where == number] = logits[where == number] - chosen
    return figures(shifted, gold, np.zeros(len(LABELS)))


def of_signals(drafts: Sequence[Draft], said: Sequence[Said]) -> dict[str, object]:
    """Precision where recall is 0.95, for each signal."""
    made: dict[str, object] = {}
    for k, signal in enumerate(SIGNALS):
        score = np.array([s.signals[k] for s in said])
        gold = np.array([signal in d.signals for d in drafts])
        order = np.argsort(-score)
        hits = np.cumsum(gold[order])
        need = int(np.searchsorted(hits, 0.95 * gold.sum()))
        best = max(2 * h / (n + 1 + gold.sum()) for n, h in enumerate(hits))
        made[signal] = {
            "n": int(gold.sum()),
            "precision_at_95": round(float(hits[need] / (need + 1)), 3),
            "best_f1": round(float(best), 3),
        }
    return made


def describe(plan: Plan) -> str:
    return ", ".join(f"{name} {value}" for name, value in asdict(plan).items())
