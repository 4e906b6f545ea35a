package org.smoothbench.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RunReaderTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final WorkerProcess MYSELF = WorkerProcess.current();

    @TempDir
    Path folder;

    private final RunReader reader = new RunReader(Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));

    @Test
    void aRunWhoseProcessLivesIsRunning() throws IOException {
        assertThat(judged(RunState.RUNNING, MYSELF, NOW)).isEqualTo(RunState.RUNNING);
        assertThat(judged(RunState.PAUSED, MYSELF, NOW)).isEqualTo(RunState.PAUSED);
    }

    @Test
    void aRunWhoseProcessIsGoneHasCrashed() throws Exception {
        WorkerProcess gone = ended();
        assertThat(judged(RunState.RUNNING, gone, NOW)).isEqualTo(RunState.CRASHED);
        assertThat(judged(RunState.PAUSED, gone, NOW)).isEqualTo(RunState.CRASHED);
        assertThat(reader.status(run()).orElseThrow().message()).isEqualTo("its worker process is gone");
    }

    @Test
    void aLaterProcessOfTheSameNumberIsNotTheWorker() throws IOException {
        WorkerProcess before = new WorkerProcess(MYSELF.host(), MYSELF.pid(), MYSELF.startedMillis() - 60_000);
        assertThat(judged(RunState.RUNNING, before, NOW)).isEqualTo(RunState.CRASHED);
    }

    /** Each process computes start times from its own reading of the boot time, which is in whole seconds. */
    @ParameterizedTest
    @ValueSource(longs = {-1000, 1000})
    void aStartTimeOffByASecondIsTheSameProcess(long off) throws IOException {
        WorkerProcess same = new WorkerProcess(MYSELF.host(), MYSELF.pid(), MYSELF.startedMillis() + off);
        assertThat(judged(RunState.RUNNING, same, NOW)).isEqualTo(RunState.RUNNING);
    }

    @Test
    void aWorkerOnAnotherHostIsJudgedByItsHeartbeat() throws IOException {
        WorkerProcess elsewhere = new WorkerProcess("node-17.cluster.invalid", MYSELF.pid(), 1);
        assertThat(judged(RunState.RUNNING, elsewhere, NOW - 59_000)).isEqualTo(RunState.RUNNING);
        assertThat(judged(RunState.RUNNING, elsewhere, NOW - 61_000)).isEqualTo(RunState.CRASHED);
        assertThat(judged(RunState.RUNNING, elsewhere, NOW + 30_000))
                .as("a clock ahead of ours")
                .isEqualTo(RunState.RUNNING);
    }

    @Test
    void aQueuedRunWaitsAsLongAsItsWorkerLives() throws Exception {
        assertThat(judged(RunState.QUEUED, null, NOW - 1_000_000)).isEqualTo(RunState.QUEUED);
        launched(MYSELF);
        assertThat(judged(RunState.QUEUED, null, NOW - 1_000_000)).isEqualTo(RunState.QUEUED);
        launched(ended());
        assertThat(judged(RunState.QUEUED, null, NOW)).isEqualTo(RunState.CRASHED);
        assertThat(reader.status(run()).orElseThrow().message()).contains("before it began");
    }

    @ParameterizedTest
    @EnumSource(names = {"FINISHED", "FAILED", "CANCELLED"})
    void anEndedRunStaysEndedWhateverBecameOfItsProcess(RunState state) throws Exception {
        assertThat(judged(state, ended(), 0)).isEqualTo(state);
        assertThat(state.ended()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"state\":\"RUNNING\"",
                "{\"state\":\"RUNNING\"}",
                "{\"state\":\"DREAMING\",\"progress\":{}}",
                "{\"state\":\"RUNNING\",\"progress\":{\"step\":\"many\"}}",
                "\0\0\0\0"
            })
    void aDamagedStatusIsNone(String text) throws IOException {
        Files.writeString(run().status(), text);
        assertThat(reader.status(run())).isEmpty();
    }

    @Test
    void aHalfWrittenStatusIsNoneAndNeitherIsAMissingOne() throws IOException {
        assertThat(reader.status(run())).isEmpty();
        String whole = new Gson().toJson(status(RunState.RUNNING, MYSELF, NOW));
        for (int length : List.of(1, whole.length() / 2, whole.length() - 1)) {
            Files.writeString(run().status(), whole.substring(0, length));
            assertThat(reader.status(run())).isEmpty();
        }
        Files.write(run().status(), new byte[] {'{', (byte) 0xC3, (byte) 0x28});
        assertThat(reader.status(run())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "{\"pid\":1}", "[]"})
    void aDamagedLaunchFileTellsNothing(String text) throws IOException {
        Files.writeString(run().launch(), text);
        assertThat(judged(RunState.QUEUED, null, NOW)).isEqualTo(RunState.QUEUED);
    }

    private RunState judged(RunState state, @Nullable WorkerProcess worker, long heartbeat) throws IOException {
        WholeFile.replace(run().status(), new Gson().toJson(status(state, worker, heartbeat)));
        return reader.status(run()).orElseThrow().state();
    }

    private static RunStatus status(RunState state, @Nullable WorkerProcess worker, long heartbeat) {
        return new RunStatus(state, worker, 1, 2, heartbeat, 0, Progress.NONE, "", "");
    }

    private void launched(WorkerProcess worker) throws IOException {
        WholeFile.replace(run().launch(), new Gson().toJson(worker));
    }

    private static WorkerProcess ended() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "--version")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        WorkerProcess worker = WorkerProcess.of(process.toHandle());
        assertThat(process.waitFor()).isZero();
        return worker;
    }

    private RunDirectory run() {
        return new RunDirectory(folder);
    }
}
