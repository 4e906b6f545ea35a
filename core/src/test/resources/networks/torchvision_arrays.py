"""Writes the reference that TorchvisionTest compares with: for each network the number of parameters and of arrays and
the SHA-256 of the lines "name shape" of its state dict without num_batches_tracked; for two networks the lines themselves.
EfficientNet-L1 and the wider ResNeXts are built by torchvision's classes from the published settings.

    python3 torchvision_arrays.py    (made with torchvision 0.14.1 on torch 1.13.0)
"""

import hashlib
from functools import partial
from pathlib import Path

from torch import nn
from torchvision import models
from torchvision.models import efficientnet, resnet

HERE = Path(__file__).parent
IN_FULL = ["resnext50_32x4d", "efficientnet_b0"]

NETWORKS = {
    name: getattr(models, name)
    for name in ["resnet18", "resnet34", "resnet50", "resnet101", "resnet152"]
    + ["resnext50_32x4d", "resnext101_32x8d", "wide_resnet50_2"]
    + [f"efficientnet_b{i}" for i in range(8)]
}
NETWORKS["resnext50_32x8d"] = lambda: resnet.ResNet(resnet.Bottleneck, [3, 4, 6, 3], groups=32, width_per_group=8)
NETWORKS["resnext152_32x8d"] = lambda: resnet.ResNet(resnet.Bottleneck, [3, 8, 36, 3], groups=32, width_per_group=8)


def l1():
    block = partial(efficientnet.MBConvConfig, width_mult=3.9, depth_mult=3.7)
    stages = [
        block(1, 3, 1, 32, 16, 1),
        block(6, 3, 2, 16, 24, 2),
        block(6, 5, 2, 24, 40, 2),
        block(6, 3, 2, 40, 80, 3),
        block(6, 5, 1, 80, 112, 3),
        block(6, 5, 2, 112, 192, 4),
        block(6, 3, 1, 192, 320, 1),
    ]
    # Only shapes matter; drawing half a billion numbers would take a minute.
    for initializer in (nn.init.kaiming_normal_, nn.init.kaiming_uniform_):
        setattr(nn.init, initializer.__name__, lambda tensor, *a, **k: tensor)
    return efficientnet.EfficientNet(stages, dropout=0.5)


NETWORKS["efficientnet_l1"] = l1

with open(HERE / "torchvision.csv", "w") as table:
    for name, create in NETWORKS.items():
        network = create()
        arrays = {k: v for k, v in network.state_dict().items() if not k.endswith("num_batches_tracked")}
        text = "".join(f"{k} ({', '.join(map(str, v.shape))})\n" for k, v in arrays.items())
        parameters = sum(p.numel() for p in network.parameters())
        table.write(f"{name},{parameters},{len(arrays)},{hashlib.sha256(text.encode()).hexdigest()}\n")
        if name in IN_FULL:
            (HERE / f"{name}.txt").write_text(text)
