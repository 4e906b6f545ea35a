"""Writes what the original AutoAttack (github.com/fra31/auto-attack) finds with FAB and Square on small networks, for
AutoAttackTest. Weights, images and all random decisions of Square follow from java.util.SplittableRandom, whose arithmetic
is written out below, so that the test draws the same ones and nothing but results is stored.

Each line: attack, norm, case, image, then for FAB the smallest norm found (inf where none was), for Square whether the
image fell, the margin in the end and the sum of the image in the end.

    PYTHONPATH=<auto-attack> python3 autoattack_reference.py    (made with torch 1.13.1)
"""

from pathlib import Path

import torch
from autoattack.fab_pt import FABAttack_PT
from autoattack.square import SquareAttack

MASK = (1 << 64) - 1
GOLDEN, IMAGE = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9


def mix64(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def mix_gamma(z):
    z = ((z ^ (z >> 33)) * 0xFF51AFD7ED558CCD) & MASK
    z = ((z ^ (z >> 33)) * 0xC4CEB9FE1A85EC53) & MASK
    z = (z ^ (z >> 33)) | 1
    return z ^ 0xAAAAAAAAAAAAAAAA if bin(z ^ (z >> 1)).count("1") < 24 else z


class Splittable:
    """java.util.SplittableRandom."""

    def __init__(self, seed, gamma=GOLDEN):
        self.state, self.gamma = seed & MASK, gamma

    def next(self):
        self.state = (self.state + self.gamma) & MASK
        return self.state

    def fraction(self):
        return (mix64(self.next()) >> 11) / 2**53

    def split(self):
        seed = mix64(self.next())
        return Splittable(seed, mix_gamma(self.next()))


def image_draws(seed, purpose, index):
    """ImageDraws.of(index)."""
    return Splittable(seed * GOLDEN + (purpose + 1) * IMAGE + index * GOLDEN).split()


def numbers(seed, count, low, high):
    random = Splittable(seed)
    return torch.tensor([low + (high - low) * random.fraction() for _ in range(count)]).float()


def network(seed, pixels, hidden, classes, gain):
    one, two = gain / pixels**0.5, gain / hidden**0.5
    first = numbers(seed, pixels * hidden, -one, one).reshape(pixels, hidden)
    second = numbers(seed + 1, hidden * classes, -two, two).reshape(hidden, classes)
    return lambda x: torch.tanh(x.reshape(x.shape[0], -1) @ first) @ second


class Decisions:
    """Stands in for torch.rand: numbers for a batch of one image are its own, all others are shared."""

    def __init__(self, seed, index):
        self.shared, self.own = image_draws(seed, 0, -1), image_draws(seed, 0, index)

    def __call__(self, shape):
        stream = self.own if len(shape) == 4 else self.shared
        size = int(torch.tensor(shape).prod())
        return torch.tensor([stream.fraction() for _ in range(size)]).float().reshape(shape)


def fab(out):
    for case, (channels, height, width, classes) in enumerate([(3, 4, 4, 5), (1, 7, 7, 10)]):
        pixels = channels * height * width
        model = network(10 + case, pixels, 12, classes, 5)
        x = numbers(20 + case, 12 * pixels, -0.2, 1.2).clamp(0, 1).reshape(12, channels, height, width)
        y = model(x).argmax(1)
        for norm in "Linf", "L2":
            for kind in "fab", "fab-t":
                attack = FABAttack_PT(model, norm=norm, n_iter=30, eps=0.3, device="cpu", targeted=kind == "fab-t")
                best = torch.full([12], float("inf"))
                for rank in range(2, min(9, classes - 1) + 2) if kind == "fab-t" else [0]:
                    attack.target_class = rank
                    found = attack.attack_single_run(x, y, is_targeted=kind == "fab-t")
                    move = (found - x).reshape(12, -1)
                    length = move.abs().amax(1) if norm == "Linf" else move.norm(dim=1)
                    fooled = model(found).argmax(1) != y
                    best = torch.where(fooled & (length < best), length, best)
                for i in range(12):
                    out.append(f"{kind},{norm},{case},{i},{best[i]:.9g}")


def square(out):
    cases = [(3, 16, 16, 5), (1, 28, 28, 10), (2, 9, 9, 3)]
    for case, (channels, height, width, classes) in enumerate(cases):
        pixels = channels * height * width
        model = network(30 + case, pixels, 12, classes, 3)
        x = numbers(40 + case, 10 * pixels, -0.2, 1.2).clamp(0, 1).reshape(10, channels, height, width)
        y = model(x).argmax(1)
        for norm, eps in ("Linf", 0.04), ("L2", 0.4):
            for i in range(10):
                attack = SquareAttack(model, norm=norm, n_queries=120, eps=eps, resc_schedule=False, device="cpu")
                attack.init_hyperparam(x[i : i + 1])
                true_rand, torch.rand = torch.rand, Decisions(7, i)
                try:
                    _, found = attack.attack_single_run(x[i : i + 1], y[i : i + 1])
                finally:
                    torch.rand = true_rand
                logits = model(found)[0]
                fell = int(logits.argmax() != y[i])
                others = torch.cat([logits[: y[i]], logits[y[i] + 1 :]])
                margin = logits[y[i]] - others.max()
                out.append(f"square,{norm},{case},{i},{fell},{margin:.9g},{found.double().sum():.9g}")


if __name__ == "__main__":
    lines = []
    fab(lines)
    square(lines)
    Path(__file__).with_name("autoattack_reference.csv").write_text("\n".join(lines) + "\n")
