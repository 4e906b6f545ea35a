package org.smoothbench.app.meters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;

final class MetersTest {

    private static final long GB = 1L << 30;

    @TempDir
    Path root;

    private RunListViewModel list() {
        RunListViewModel list = new RunListViewModel(Optional.empty());
        list.show(new LibraryFollower(new RunLibrary(root, Clock.systemUTC()), new RunReader())
                .poll(Optional.empty(), Set.of())
                .runs());
        return list;
    }

    private static LoadSample sample(double cpu, OptionalDouble cores) {
        return new LoadSample(
                OptionalDouble.of(cpu),
                4,
                7 * GB,
                23 * GB,
                Optional.of(new LoadSample.ProcessLoad(cores, OptionalLong.of(3 * GB / 2))),
                List.of(new LoadSample.GpuLoad(0, "NVIDIA H200", 0.93, 12 * GB, 140 * GB)));
    }

    @Test
    void figuresAreSaidWithTheirUnits() throws Exception {
        new FakeRuns(root).finished("2-done", "beta");
        new FakeRuns(root).running("1-run", "alpha");
        MetersViewModel model = new MetersViewModel(list());
        assertThat(model.worker()).hasValue(ProcessHandle.current().pid());
        model.show(sample(0.5, OptionalDouble.empty()));
        assertThat(model.metersProperty().get()).extracting(Meter::key).containsExactly("cpu", "memory", "gpu0");
        model.show(sample(0.874, OptionalDouble.of(1.94)));
        assertThat(model.metersProperty().get())
                .extracting(Meter::text)
                .containsExactly("CPU 87 %", "RAM 7.0/23.0 GB", "Run 1.9 cores, 1.5 GB", "GPU 0 93 % 12.0/140 GB");
        assertThat(model.metersProperty().get().get(0).history()).containsExactly(0.5, 0.874);
        assertThat(model.metersProperty().get().get(2).explanation())
                .isEqualTo("The worker of alpha keeps 1.9 of 4 processors busy and holds 1.5 GB of memory");
        for (int i = 0; i < 50; i++) {
            model.show(sample(1, OptionalDouble.of(9)));
        }
        assertThat(model.metersProperty().get())
                .allSatisfy(meter -> assertThat(meter.history())
                        .hasSize(MetersViewModel.LOOKS)
                        .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0)));
    }

    @Test
    void withoutARunAtWorkNobodyIsLookedAt() throws Exception {
        new FakeRuns(root).finished("1-done", "beta");
        MetersViewModel model = new MetersViewModel(list());
        assertThat(model.worker()).isEmpty();
        model.show(new LoadSample(OptionalDouble.empty(), 4, GB, 2 * GB, Optional.empty(), List.of()));
        assertThat(model.metersProperty().get()).extracting(Meter::text).containsExactly("RAM 1.0/2.0 GB");
    }

    @Test
    void nothingIsMeasuredWhileNobodySees() throws Exception {
        Queue<Runnable> fxThread = new ArrayDeque<>();
        boolean[] seen = {false};
        int[] looks = {0};
        MetersViewModel model = new MetersViewModel(new RunListViewModel(Optional.empty()));
        try (MeterThread thread = new MeterThread(
                model,
                task -> {
                    synchronized (fxThread) {
                        fxThread.add(task);
                    }
                },
                () -> seen[0],
                _ -> {
                    looks[0]++;
                    return sample(0.5, OptionalDouble.empty());
                })) {
            thread.start();
            next(fxThread).run();
            assertThat(looks[0]).isZero();
            seen[0] = true;
            next(fxThread).run();
            next(fxThread).run();
            assertThat(looks[0]).isEqualTo(1);
            assertThat(model.metersProperty().get()).hasSize(3);
        }
    }

    private static Runnable next(Queue<Runnable> tasks) throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            synchronized (tasks) {
                if (!tasks.isEmpty()) {
                    return tasks.remove();
                }
            }
            Thread.sleep(10);
        }
        throw new AssertionError("nothing came");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theFiguresOfThisProcessAndMachineAreTrue() throws Exception {
        SystemProbe probe = new SystemProbe();
        OptionalLong self = OptionalLong.of(ProcessHandle.current().pid());
        assertThat(probe.sample(self).worker().orElseThrow().cores()).isEmpty();
        long until = System.nanoTime() + 1_000_000_000;
        double work = 1;
        while (System.nanoTime() < until) {
            work = Math.sin(work);
        }
        LoadSample after = probe.sample(self);
        LoadSample.ProcessLoad load = after.worker().orElseThrow();
        // A busy loop takes a core, or less of one where others want it too.
        assertThat(load.cores().orElseThrow()).isBetween(0.1, after.processors() + 0.5);
        assertThat(load.bytes().orElseThrow()).isGreaterThan(20 << 20).isLessThan(after.totalBytes());
        assertThat(after.usedBytes()).isPositive().isLessThan(after.totalBytes());
        OptionalLong total = SystemProbe.kilobytes(Path.of("/proc/meminfo"), "MemTotal:");
        assertThat((double) total.orElseThrow()).isGreaterThanOrEqualTo(after.totalBytes() * 0.99);
        assertThat(work).isBetween(-1.0, 1.0);
        assertThat(probe.sample(OptionalLong.of(99_999_999)).worker()).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void cardsAreReadFromWhatTheirProgramPrints() throws Exception {
        Path program = root.resolve("smi");
        Files.writeString(program, "#!/bin/sh\necho '0, 93, 12288, 143771, NVIDIA H200'\necho '1, [N/A], 1, 2, MIG'\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        List<LoadSample.GpuLoad> cards = new NvidiaSmi(List.of(program.toString())).sample();
        assertThat(cards).singleElement().satisfies(card -> {
            assertThat(card.index()).isZero();
            assertThat(card.name()).isEqualTo("NVIDIA H200");
            assertThat(card.busy()).isCloseTo(0.93, within(1e-9));
            assertThat(card.usedBytes()).isEqualTo(12 * GB);
        });
        Files.writeString(program, "#!/bin/sh\nexit 9\n");
        NvidiaSmi broken = new NvidiaSmi(List.of(program.toString()));
        assertThat(broken.sample()).isEmpty();
        Files.delete(program);
        assertThat(broken.sample()).isEmpty();
        assertThat(new NvidiaSmi(List.of(root.resolve("none").toString())).sample())
                .isEmpty();
    }
}
