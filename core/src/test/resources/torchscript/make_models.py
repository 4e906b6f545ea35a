"""Makes the TorchScript files beside it and outputs.csv: what PyTorch says of the good one. Made with PyTorch 1.13.

    python3 make_models.py ../../../../../sample-data

Notes of where code came from are left out of the files, so that they are small and do not tell where they were made.
"""

import io
import pathlib
import sys
import zipfile

import numpy
import torch
from torch import nn
from torch.nn import functional as F

HERE = pathlib.Path(__file__).parent
SAMPLES = pathlib.Path(sys.argv[1])
MEAN, STD = 0.5, 0.25  # also, as numbers, in Normalized, where TorchScript wants them


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 12, 3, 2, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(12)
        self.conv2 = nn.Conv2d(12, 16, 3, 2, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(16)
        self.fc = nn.Linear(16, 10)

    def forward(self, x):
        x = torch.relu(self.bn1(self.conv1(x)))
        x = F.silu(self.bn2(self.conv2(x)))
        return self.fc(x.mean((2, 3)))


class Normalized(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, x):
        return self.net((x - 0.5) / 0.25)


class Small(nn.Module):
    """A convolution, the class's own ending."""

    def __init__(self, classes=3, channels=8):
        super().__init__()
        self.conv = nn.Conv2d(3, channels, 3, 4, 1)
        self.fc = nn.Linear(channels, classes)

    def forward(self, x):
        return self.fc(torch.relu(self.conv(x)).mean((2, 3)))


class Probabilities(Small):
    def forward(self, x):
        return torch.softmax(self.fc(torch.relu(self.conv(x)).mean((2, 3))), 1)


class Dropping(Small):
    def forward(self, x):
        return self.fc(F.dropout(torch.relu(self.conv(x)).mean((2, 3)), 0.5, self.training))


class DroppingByDesign(Small):
    def forward(self, x):
        return self.fc(F.dropout(torch.relu(self.conv(x)).mean((2, 3)), 0.5, True))


class Noisy(Small):
    def forward(self, x):
        return self.fc(torch.relu(self.conv(x + 0.1 * torch.randn_like(x))).mean((2, 3)))


class Pair(Small):
    def forward(self, x):
        y = self.fc(torch.relu(self.conv(x)).mean((2, 3)))
        return y, y


class Named(Small):
    def forward(self, x):
        return {"logits": self.fc(torch.relu(self.conv(x)).mean((2, 3)))}


class Flat(Small):
    def forward(self, x):
        return self.fc(torch.relu(self.conv(x)).mean((2, 3))).flatten()


class Segmenting(Small):
    def forward(self, x):
        return self.conv(x)


class FixedBatch(Small):
    def forward(self, x):
        return self.fc(torch.relu(self.conv(x)).view(1, 8, 64).mean(2))


class Detached(Small):
    def forward(self, x):
        return self.fc(torch.relu(self.conv(x.detach())).mean((2, 3))).detach()


class OnGpu(Small):
    def forward(self, x):
        return self.fc(torch.relu(self.conv(x)).mean((2, 3))) + torch.zeros(1, device=torch.device("cuda:0"))


class TwoInputs(Small):
    def forward(self, x, y):
        return self.fc(torch.relu(self.conv(x + y)).mean((2, 3)))


class Digits(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 8, 7, 7)
        self.fc = nn.Linear(128, 10)

    def forward(self, x):
        return self.fc(torch.relu(self.conv(x)).flatten(1))


class NarrowConvolutions(nn.Module):
    """Saved channels-last, with fewer than 8 outputs a convolution."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 12, 3, 1, 1)
        self.conv2 = nn.Conv2d(12, 5, 3, 1, 1)
        self.conv3 = nn.Conv2d(5, 4, 3, 1, 1)
        self.fc = nn.Linear(4, 3)

    def forward(self, x):
        return self.fc(torch.relu(self.conv3(torch.relu(self.conv2(torch.relu(self.conv1(x)))))).mean((2, 3)))


def save(module, name, replace=None):
    made = io.BytesIO()
    torch.jit.save(module, made)
    with zipfile.ZipFile(made) as whole, zipfile.ZipFile(HERE / name, "w") as kept:
        for entry in whole.infolist():
            if not entry.filename.endswith(".debug_pkl"):
                path = "model/" + entry.filename.split("/", 1)[1]
                data = whole.read(entry)
                if replace and path.endswith(".py"):
                    data = data.replace(*replace)
                kept.writestr(zipfile.ZipInfo(path), data)


def samples(name):
    records = numpy.fromfile(SAMPLES / name, numpy.uint8).reshape(-1, 3073)
    images = torch.from_numpy(records[:, 1:].reshape(-1, 3, 32, 32).astype(numpy.float32) / numpy.float32(255))
    return images, torch.from_numpy(records[:, 0].astype(numpy.int64))


def trained():
    net = Net()
    images, labels = samples("data_batch_1.bin")
    images = (images - MEAN) / STD
    optimizer = torch.optim.SGD(net.parameters(), 0.1, momentum=0.9)
    for _ in range(2):
        for batch in torch.randperm(len(images)).split(64):
            optimizer.zero_grad()
            F.cross_entropy(net(images[batch]), labels[batch]).backward()
            optimizer.step()
    return net.eval()


torch.manual_seed(0)
torch.set_num_threads(1)
net = trained()
example = torch.rand(2, 3, 32, 32)
whole = Normalized(net)
save(torch.jit.script(net), "scripted.pt")
save(torch.jit.trace(whole, example), "traced_normalized.pt")
save(torch.jit.freeze(torch.jit.script(whole.eval())), "frozen_normalized.pt")
save(torch.jit.script(net.train()), "scripted_in_training.pt")
save(torch.jit.trace(net, example, check_trace=False), "traced_in_training.pt")
net.eval()
torch.save(net.state_dict(), HERE / "weights.pt")
torch.save(Small().state_dict(), HERE / "weights_old.pt", _use_new_zipfile_serialization=False)
save(torch.jit.trace(Dropping().train(), example, check_trace=False), "traced_with_dropout.pt")
save(torch.jit.trace(DroppingByDesign().eval(), example, check_trace=False), "dropping_by_design.pt")
save(torch.jit.trace(FixedBatch().eval(), example[:1]), "fixed_batch.pt")
save(torch.jit.script(Probabilities().eval()), "probabilities.pt")
save(torch.jit.script(Noisy().eval()), "noisy.pt")
save(torch.jit.script(Pair().eval()), "tuple.pt")
save(torch.jit.script(Named().eval()), "dictionary.pt")
save(torch.jit.script(Flat().eval()), "flat.pt")
save(torch.jit.script(Segmenting().eval()), "segmenting.pt")
save(torch.jit.script(Detached().eval()), "detached.pt")
save(torch.jit.script(OnGpu().eval()), "gpu.pt")
save(torch.jit.script(TwoInputs().eval()), "two_inputs.pt")
save(torch.jit.script(Small(1).eval()), "one_class.pt")
save(torch.jit.script(Small().double().eval()), "double.pt")
save(torch.jit.script(Small().half().eval()), "half.pt")
save(torch.jit.script(Digits().eval()), "digits.pt")
save(torch.jit.script(Small().eval()), "unknown_operation.pt", (b"torch.relu(", b"torch.no_such_operation("))
save(torch.jit.script(NarrowConvolutions().eval().to(memory_format=torch.channels_last)), "channels_last.pt")

images, labels = samples("test_batch.bin")
with torch.no_grad():
    correct = int((whole(images).argmax(1) == labels).sum())
few = images[:4].clone().requires_grad_()
logits = whole(few)
F.cross_entropy(logits, labels[:4], reduction="sum").backward()
narrow = torch.jit.load(str(HERE / "channels_last.pt"))
images_again = images[:4].clone().requires_grad_()
narrow(images_again).square().sum().backward()
with open(HERE / "outputs.csv", "w") as out:
    out.write(f"correct,0,{correct}\n")
    for kind, values, step in (
        ("logits", logits, 1),
        ("gradient", few.grad, 41),
        ("narrow", images_again.grad, 97),
    ):
        flat = values.detach().flatten().tolist()
        for i in range(0, len(flat), step):
            out.write(f"{kind},{i},{flat[i]:.9g}\n")
print(f"{correct} of {len(labels)} right")
