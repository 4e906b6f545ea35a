package org.smoothbench.core.activation;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Operations of PyTorch that DJL has no door to, each a single kernel forward and a single one backward: half the time of
 * SILU written as a product, a tenth of Mish's chain. They are reached through a TorchScript module without parameters;
 * {@code src/main/torchscript} has the script that made it.
 *
 * <p>Each method is one operation, on purpose: TorchScript fuses and re-derives only chains, after a few calls, and the
 * bits of a result would then depend on how often the method had run before.
 */
final class FusedOperations {

    private FusedOperations() {}

    static NDArray silu(NDArray x) {
        return run("silu", x);
    }

    static NDArray mish(NDArray x) {
        return run("mish", x);
    }

    /** log(1 + x) without loss of digits at 0. */
    static NDArray log1p(NDArray x) {
        return run("log1p", x);
    }

    /** log(1 + exp(beta x)) / beta. */
    static NDArray softplus(NDArray x, double beta) {
        return run("softplus", x, beta);
    }

    static NDArray celu(NDArray x, double alpha) {
        return run("celu", x, alpha);
    }

    private static NDArray run(String method, NDArray x, double... numbers) {
        // The method reads its numbers on the host: on a GPU they would have to be waited for.
        try (NDManager host = x.getManager().newSubManager(Device.cpu())) {
            NDList arguments = new NDList(x);
            for (double number : numbers) {
                arguments.add(host.full(new Shape(), (float) number));
            }
            NDArray tag = host.full(new Shape(), 0f);
            tag.setName("module_method:" + method);
            arguments.add(tag);
            // "Training" leaves gradients on, where the thread has them on; the module knows no other difference.
            return IValueUtils.forward(Loaded.MODULE, arguments, true).singletonOrThrow();
        }
    }

    /** The module, loaded at first use; it holds no state and may be used by every thread and on every device. */
    private static final class Loaded {

        private static final PtSymbolBlock MODULE = load();

        private static PtSymbolBlock load() {
            try (InputStream file = Objects.requireNonNull(
                    FusedOperations.class.getResourceAsStream("fused-operations.pt"), "fused-operations.pt")) {
                PtNDManager forever = (PtNDManager) NDManager.newBaseManager(Device.cpu(), "PyTorch");
                return JniUtils.loadModule(forever, file, true, false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
