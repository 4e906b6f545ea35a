package org.smoothbench.core.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.ControlRequests;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.WorkerProcess;

class RunStopperTest {

    @TempDir
    private Path folder = Path.of("");

    private RunDirectory run = new RunDirectory(folder);

    @BeforeEach
    void queued() throws IOException {
        run = new RunDirectory(folder);
        RunStatus.queued(System.currentTimeMillis()).writeTo(run);
    }

    private RunState state() {
        return new RunReader().status(run).orElseThrow().state();
    }

    @Test
    void aRunNobodyWasStartedForIsCancelledAtOnceAndOnlyOnce() throws IOException {
        new RunStopper().stop(run);
        assertThat(state()).isEqualTo(RunState.CANCELLED);
        assertThatThrownBy(() -> new RunStopper().stop(run))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cancelled");
    }

    @Test
    void aRunWithAWorkerIsAsked() throws IOException {
        Files.writeString(run.launch(), new Gson().toJson(WorkerProcess.current()));
        new RunStopper().stop(run);
        assertThat(state()).isEqualTo(RunState.QUEUED);
        assertThat(new ControlRequests(run).stopRequested()).isTrue();
    }
}
