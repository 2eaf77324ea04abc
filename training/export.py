"""Turns a trained network into the files that the product runs: int8 ONNX, vocabulary, and what it is told.

Weights of matrices become int8, one scale a column; sums stay float32. Scores are taken again afterwards, from these
files and through the product's own code, so that nothing is claimed of a network that is not shipped.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from corpus import LABELS, SIGNALS, VERDICTS
from network import Coach, base
from onnxruntime.quantization import QuantType, quantize_dynamic

WEIGHTS = Path(__file__).parents[1] / "src/goldseam/coach/weights"


def export(net: Coach, folder: Path) -> None:
    """Write `coach.onnx` and `vocabulary.txt`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as here:
        plain = Path(here) / "plain.onnx"
        ids = torch.ones(1, 12, dtype=torch.long)
        axes = {0: "batch", 1: "tokens"}
        torch.onnx.export(
            net.float().eval(), (ids, ids), str(plain), input_names=["ids", "mask"], output_names=["each", "whole"],
            dynamic_axes={"ids": axes, "mask": axes, "each": axes, "whole": {0: "batch"}},
            opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            str(plain), str(folder / "coach.onnx"), per_channel=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"], extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip
    onnx.checker.check_model(str(folder / "coach.onnx"))
    shutil.copy(base() / "vocab.txt", folder / "vocabulary.txt")


def tell(folder: Path, told: dict[str, Any], unread: Sequence[str]) -> None:
    """Write `coach.json`: the order of the labels, the thresholds, the authors whom the network did not read, and the
    hashes of the files beside it."""
    names = ("coach.onnx", "vocabulary.txt")
    files = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    known = {
        "unread": list(unread),
        "labels": LABELS,
        "verdicts": VERDICTS,
        "signal_names": SIGNALS,
        "sha256": files,
    }
    (folder / "coach.json").write_text(json.dumps(known | told, indent=1) + "\n", "utf-8")
