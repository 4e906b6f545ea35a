package org.smoothbench.core.doctor;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.Utils;
import ai.djl.util.cuda.CudaUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.problem.ProblemException;

/** DJL, libtorch, its flavour and the devices it sees. Loads libtorch into this process. */
final class TorchCheck {

    private static final Path DRIVER = Path.of("/proc/driver/nvidia/version");

    List<Check> examine() {
        List<Check> checks = new ArrayList<>();
        try (TorchEngine torch = TorchEngine.open(new RuntimeSpec("cpu", 0, 0))) {
            Engine engine = Engine.getEngine("PyTorch");
            checks.add(Check.ok("DJL", Engine.getDjlVersion()));
            checks.add(Check.ok("libtorch", torch.version() + ", " + flavour() + ", " + libraryPath(engine)));
            checks.add(arithmetic(torch));
            checks.add(Check.ok(
                    "Threads", torch.threads() + " of " + Runtime.getRuntime().availableProcessors() + " processors"));
            checks.add(gpu(engine));
        } catch (ProblemException e) {
            checks.add(Check.wrong(
                    "libtorch",
                    e.problem().what(),
                    "see that the disk has 500 MB left in " + Utils.getEngineCacheDir("pytorch")
                            + " and that PYTORCH_LIBRARY_PATH, if set, names a folder of libtorch 2.7.1"));
        }
        checks.add(cache());
        return checks;
    }

    private static String flavour() {
        String path = System.getenv("PYTORCH_LIBRARY_PATH");
        String flavour = System.getenv("PYTORCH_FLAVOR");
        return path == null ? "cpu flavour" : (flavour == null ? "flavour not given" : flavour + " flavour");
    }

    private static String libraryPath(Engine engine) {
        String text = engine.toString();
        int at = text.indexOf("PyTorch Library: ");
        return at < 0 ? "place unknown" : text.substring(at + "PyTorch Library: ".length());
    }

    /** d(x²)/dx at 3 is 6: libtorch computes, and gradients come back. */
    private static Check arithmetic(TorchEngine torch) {
        NDArray x = torch.manager().full(new Shape(1), 3f);
        x.setRequiresGradient(true);
        try (var collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            collector.backward(x.mul(x).sum());
        }
        float slope = x.getGradient().getFloat(0);
        return slope == 6f
                ? Check.ok("Gradients", "right on a trial")
                : Check.wrong("Gradients", "d(x²)/dx at 3 came out as " + slope, "report this with your system");
    }

    private static Check gpu(Engine engine) {
        int gpus = engine.getGpuCount();
        if (gpus > 0) {
            return Check.ok("GPU", gpus + " usable, CUDA " + CudaUtils.getCudaVersionString());
        }
        if (!Files.exists(DRIVER)) {
            return Check.ok("GPU", "none found (no NVIDIA driver is loaded); runs use the CPU");
        }
        return Check.note(
                "GPU",
                "an NVIDIA driver is loaded, but this libtorch cannot use it",
                new CudaLibtorchSearch().find().map(TorchCheck::useIt).orElse("""
                        set PYTORCH_LIBRARY_PATH to the lib folder of a libtorch 2.7.1 built for CUDA 12.8, such as that of \
                        the Python package torch 2.7.1+cu128, and PYTORCH_FLAVOR=cu128, then run doctor again"""));
    }

    private static String useIt(Path folder) {
        return "found a CUDA libtorch; use it with: export PYTORCH_LIBRARY_PATH=" + folder
                + " PYTORCH_FLAVOR=cu128 (it must be version 2.7.1), then run doctor again";
    }

    private static Check cache() {
        Path cache = Utils.getEngineCacheDir("pytorch");
        return Check.ok(
                "Cache", String.format(Locale.ROOT, "%s, %.0f MB (may be deleted)", cache, Doctor.sizeOf(cache) / 1e6));
    }
}
