"""Makes fused-operations.pt: operations of PyTorch that DJL has no door to, as methods of a module without parameters.

    python3 fused-operations.py ../resources/org/smoothbench/core/activation/fused-operations.pt

Any PyTorch from 1.13 to 2.7.1 does. One operation a method, or TorchScript would fuse after a few calls and change bits.
The methods are given as text, so that the file does not tell where it was made.
"""

import sys

import torch

METHODS = """
def silu(self, x):
    return torch.ops.aten.silu(x)

def mish(self, x):
    return torch.ops.aten.mish(x)

def log1p(self, x):
    return torch.ops.aten.log1p(x)

def softplus(self, x, beta):
    return torch.ops.aten.softplus(x, float(beta), 20)

def celu(self, x, alpha):
    return torch.ops.aten.celu(x, float(alpha))

def forward(self, x):
    return x
"""

module = torch.jit.ScriptModule()
module.define(METHODS)
for name in ("silu", "mish", "log1p", "softplus", "celu"):
    print(getattr(module, name).graph)
module.save(sys.argv[1])
