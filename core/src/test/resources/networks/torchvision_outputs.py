"""Writes what torchvision's networks answer, for TorchvisionTest: weights and images follow from a hash of their name and
index that the test computes too, so that no weights need to be stored. Each line: network, mode, what, index, value;
"gradient" is that of the sum of the logits, each times its index modulo 7 minus 3, with respect to the images.

    python3 torchvision_outputs.py    (made with torchvision 0.14.1 on torch 1.13.0)
"""

import zlib
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torchvision import models
from torchvision.models import resnet

SIZE, BATCH, CLASSES = 64, 3, 20


def uniform(name, shape):
    """Numbers in [0, 1): the finalizer of MurmurHash3 on index plus a checksum of the name."""
    with np.errstate(over="ignore"):
        h = np.arange(int(np.prod(shape)), dtype=np.uint32) * np.uint32(0x9E3779B1) + np.uint32(zlib.crc32(name.encode()))
        h = (h ^ (h >> np.uint32(16))) * np.uint32(0x85EBCA6B)
        h = (h ^ (h >> np.uint32(13))) * np.uint32(0xC2B2AE35)
        h = h ^ (h >> np.uint32(16))
    return (h.astype(np.float64) / 2**32).reshape(shape)


def value(name, shape):
    u = uniform(name, shape)
    if name.endswith("running_var") or (len(shape) == 1 and name.endswith("weight")):
        return 0.5 + u
    if len(shape) == 1:
        return 0.2 * (u - 0.5)
    fan_in = int(np.prod(shape[1:]))
    return (2 * u - 1) * np.sqrt(6 / fan_in)


def smooth(network):
    """SiLU for ReLU, whose gradients jump with the rounding of a sum that is close to 0."""
    for module in network.modules():
        if hasattr(module, "relu"):
            module.relu = nn.SiLU()
    return network


NETWORKS = {
    "basic": smooth(resnet.ResNet(resnet.BasicBlock, [1, 2, 1, 1], num_classes=CLASSES)),
    "resnext": smooth(resnet.ResNet(resnet.Bottleneck, [1, 2, 1, 1], CLASSES, groups=32, width_per_group=4)),
    "efficientnet_b0": models.efficientnet_b0(num_classes=CLASSES),
}

with open(Path(__file__).parent / "torchvision_outputs.csv", "w") as table:
    for name, network in NETWORKS.items():
        state = network.state_dict()
        for key, array in state.items():
            if not key.endswith("num_batches_tracked"):
                array.copy_(torch.from_numpy(value(key, tuple(array.shape))))
        # Training mode of batch normalisation alone: dropout and stochastic depth stay off.
        for mode in ["inference", "training"]:
            network.eval()
            for module in network.modules():
                if mode == "training" and isinstance(module, nn.BatchNorm2d):
                    module.train()
            x = torch.from_numpy(uniform("images", (BATCH, 3, SIZE, SIZE))).float().requires_grad_()
            logits = network(x)
            (logits * (torch.arange(CLASSES) % 7 - 3)).sum().backward()
            for what, array, step in [("logits", logits, 7), ("gradient", x.grad, 3571)]:
                flat = array.detach().reshape(-1)
                for index in range(0, flat.numel(), step):
                    table.write(f"{name},{mode},{what},{index},{flat[index].item():.9g}\n")
