package org.smoothbench.app.adversary;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.ProbeSession;
import org.smoothbench.core.probe.ProbeTask;
import org.smoothbench.core.probe.ProbeThread;
import org.smoothbench.core.probe.Urgency;
import org.smoothbench.core.probe.bench.BenchSettings;
import org.smoothbench.core.probe.bench.GridLook;
import org.smoothbench.core.probe.bench.ImageAttack;
import org.smoothbench.core.probe.bench.TestSet;
import org.smoothbench.core.probe.bench.TestSetLook;
import org.smoothbench.core.probe.bench.Verdict;
import org.smoothbench.core.run.RunDirectory;

/**
 * How soon a slider of the bench acts: from asking for each attack on one image until the answer, on one CPU thread, for the runs
 * whose folders are given. The time of the engine's thread is sturdier than that of the clock where others compute, too.
 */
public final class BenchLatency {

    private static final int ATTACKS = 20;

    private BenchLatency() {}

    /** Measures. */
    public static void main(String[] folders) throws Exception {
        try (ProbeThread probe = new ProbeThread(new RuntimeSpec("cpu", 1, 0))) {
            for (String folder : folders) {
                measure(probe, new ModelChoice(new RunDirectory(Path.of(folder)), "best", false));
            }
        }
    }

    private static void measure(ProbeThread probe, ModelChoice choice) throws Exception {
        long began = System.nanoTime();
        TestSet set = probe.ask(Urgency.NOW, new TestSetLook(choice)).get();
        System.out.printf(
                Locale.ROOT,
                "%s: %s, opened in %.0f ms%n",
                choice.run().id(),
                set.network(),
                (System.nanoTime() - began) / 1e6);
        for (AttackKind kind : AttackKind.values()) {
            measure(probe, choice, set, AttackSettings.USUAL.with(kind));
        }
    }

    private static void measure(ProbeThread probe, ModelChoice choice, TestSet set, AttackSettings settings)
            throws Exception {
        BenchSettings how = settings.bench();
        List<Integer> right = right(probe, choice, set, how);
        double[] clock = new double[right.size()];
        double[] thread = new double[right.size()];
        for (int i = 0; i < clock.length; i++) {
            int image = right.get(i);
            long asked = System.nanoTime();
            thread[i] = probe.ask(Urgency.NOW, timed(new ImageAttack(choice, image, how)))
                            .get()
                    / 1e6;
            clock[i] = (System.nanoTime() - asked) / 1e6;
        }
        Arrays.sort(clock);
        Arrays.sort(thread);
        System.out.printf(
                Locale.ROOT,
                "  %s on one image, n = %d: clock median %.0f ms, slowest %.0f ms; thread median %.0f, slowest %.0f ms%n",
                settings.conditions(),
                clock.length,
                clock[clock.length / 2],
                clock[clock.length - 1],
                thread[clock.length / 2],
                thread[clock.length - 1]);
    }

    /** Images the model gets right, since the others are not attacked. */
    private static List<Integer> right(ProbeThread probe, ModelChoice choice, TestSet set, BenchSettings how)
            throws ExecutionException, InterruptedException {
        int size = set.labels().size();
        List<Integer> some =
                IntStream.range(0, 96).mapToObj(i -> i * (size / 96)).toList();
        List<Integer> right = new ArrayList<>();
        BenchSettings quick = new BenchSettings(new AttackSpec.Fgsm(false), how.threat(), 0);
        for (Verdict verdict : probe.ask(Urgency.NOW, new GridLook(choice, some, quick, _ -> {}))
                .get()) {
            if (verdict.correct() && right.size() < ATTACKS) {
                right.add(verdict.index());
            }
        }
        return right;
    }

    private static ProbeTask<Long> timed(ProbeTask<?> task) {
        return (ProbeSession session) -> {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            session.whole(task, session.cancelled());
            return Optional.of(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        };
    }
}
