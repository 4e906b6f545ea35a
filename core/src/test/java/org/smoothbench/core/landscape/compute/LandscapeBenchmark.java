package org.smoothbench.core.landscape.compute;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.landscape.DirectionSpec;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.launch.TrainedModel;
import org.smoothbench.core.model.FoldedNetwork;
import org.smoothbench.core.run.RunDirectory;

/**
 * Measures how long the surface of one image of a run takes: PGD-10 against chance, from the attack to the roughness, once
 * the model is loaded. Not a test; run it as a program with a run's folder, and numbers of threads and of images at a time,
 * e.g. {@code RUN 2 128,256,512}. CPU time is the sturdier figure where others compute, too.
 */
public final class LandscapeBenchmark {

    private static final int ROUNDS = 5;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final PrintStream out = System.out;
    private final TorchEngine engine;
    private final ExploredModel model;

    private LandscapeBenchmark(TorchEngine engine, ExploredModel model) {
        this.engine = engine;
        this.model = model;
    }

    /** Measures and ends. */
    public static void main(String[] arguments) {
        int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        int[] batches = Arrays.stream((arguments.length > 2 ? arguments[2] : "128,256,512").split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        try (TorchEngine engine = TorchEngine.open(new RuntimeSpec("cpu", threads, 0));
                TrainedModel trained =
                        TrainedModel.open(engine, new RunDirectory(Path.of(arguments[0])), "best", false);
                FoldedNetwork folded = trained.network().folded();
                ImageSupply images = ImageSupply.forEvaluation(
                        engine,
                        trained.data().images(),
                        trained.data().classNames().size())) {
            LandscapeBenchmark benchmark =
                    new LandscapeBenchmark(engine, ExploredModel.of(trained.network(), folded, images));
            benchmark.out.println(trained.experiment().model().label() + ", "
                    + trained.experiment().model().activation().label() + ", " + engine.deviceLabel());
            for (int batch : batches) {
                for (int grid : new int[] {41, 101}) {
                    benchmark.measure(grid, batch);
                }
            }
        }
    }

    private void measure(int grid, int batch) {
        double[] wall = new double[ROUNDS];
        double[] cpu = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            long used = system.getProcessCpuTime();
            surface(grid, batch);
            wall[round] = (System.nanoTime() - began) / 1e9;
            cpu[round] = (system.getProcessCpuTime() - used) / 1e9;
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        out.printf(
                Locale.ROOT,
                "%d x %d, %d at a time: %.2f s (%.2f to %.2f), CPU %.2f s (%.2f to %.2f), medians of %d%n",
                grid,
                grid,
                batch,
                wall[ROUNDS / 2],
                wall[0],
                wall[ROUNDS - 1],
                cpu[ROUNDS / 2],
                cpu[0],
                cpu[ROUNDS - 1],
                ROUNDS);
    }

    private void surface(int grid, int batch) {
        PlaneSpec.OfImages plane = new PlaneSpec.AdversarialRandom(new DirectionSpec.Pgd(10));
        LandscapeSpec spec = new LandscapeSpec(plane, 8, grid, 2, 3, 1, true, 0);
        try (SurfaceWork work = new ImageSurfaceWork(engine, spec, plane, model, null, 3, batch, () -> false)) {
            while (work.advance()) {
                // Its time is what is measured.
            }
        }
    }
}
