"""Writes the reference that ApgdConformanceTest compares with: what AutoAttack's Auto-PGD finds from given starts on a small
perceptron with random weights (SiLU between two affine layers), image by image: whether the model stays right at all
iterates, and the best loss. Arrays: the weights w1 b1 w2 b2, x with labels y in [0, 1], target classes t, starts per budget,
and for each case budget-loss-steps its acc and loss; eps-linf and eps-l2 are the budgets on the [0, 1] scale.

    PYTHONPATH=<AutoAttack> python3 make_apgd_reference.py    (made with AutoAttack at a392200 on torch 1.13.0)
"""

from pathlib import Path

import numpy as np
import torch
from autoattack.autopgd_base import APGDAttack, APGDAttack_targeted

IMAGES, SHAPE, HIDDEN, CLASSES = 48, (3, 8, 8), 24, 10
EPS = {"linf": 2 / 255, "l2": 0.12}
NORM = {"linf": "Linf", "l2": "L2"}

torch.set_num_threads(1)
torch.manual_seed(20)
inputs = int(np.prod(SHAPE))
w1 = torch.randn(inputs, HIDDEN) / inputs**0.5 * 3
b1 = -w1.sum(0) / 2
w2 = torch.randn(HIDDEN, CLASSES)
b2 = 0.3 * torch.randn(CLASSES)


def model(images):
    hidden = images.reshape(len(images), -1) @ w1 + b1
    return (hidden * torch.sigmoid(hidden)) @ w2 + b2


x = torch.randint(0, 256, (IMAGES, *SHAPE)).float() / 255
x.view(IMAGES, -1)[:, :12] = torch.randint(0, 2, (IMAGES, 12)).float()
logits = model(x)
y = logits.argmax(1)
t = logits.sort(1)[1][:, -2]
arrays = {"w1": w1, "b1": b1, "w2": w2, "b2": b2, "x": x, "y": y.float(), "t": t.float()}

for budget, eps in EPS.items():
    arrays[f"eps-{budget}"] = torch.tensor(eps)
    noise = 2 * torch.rand(x.shape) - 1 if budget == "linf" else torch.randn(x.shape)
    flat = noise.view(IMAGES, -1)
    length = flat.abs().max(1)[0] if budget == "linf" else flat.norm(dim=1)
    start = (x + eps * noise / length.view(-1, 1, 1, 1)).clamp(0, 1)
    arrays[f"start-{budget}"] = start
    for steps in (20, 60):
        for loss in ("ce", "dlr", "dlr-targeted"):
            kind = APGDAttack_targeted if loss == "dlr-targeted" else APGDAttack
            attack = kind(model, n_iter=steps, norm=NORM[budget], eps=eps, device="cpu")
            attack.loss = loss
            attack.y_target = t
            attack.init_hyperparam(x)
            _, acc, best, _ = attack.attack_single_run(x, y, x_init=start)
            arrays[f"acc-{budget}-{loss}-{steps}"] = acc.float()
            arrays[f"loss-{budget}-{loss}-{steps}"] = best
            print(budget, loss, steps, "right:", int(acc.sum()), "of", IMAGES)

np.savez_compressed(Path(__file__).parent / "apgd.npz", **{name: value.detach().numpy() for name, value in arrays.items()})
