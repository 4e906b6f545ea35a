package org.smoothbench.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.data.SampleExtract;

/** The queue as it is typed; its lane starts nothing here. */
final class QueueCommandTest {

    private static final Path HOME = Path.of(System.getProperty("smoothbench.home", "."));

    @TempDir
    Path folder;

    private Terminal type(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--runs";
        all[arguments.length + 1] = folder.resolve("runs").toString();
        return Terminal.type(all);
    }

    private String queue(String name) {
        return type(
                        "train",
                        HOME.resolve("sample-data/experiments/sample-silu.json").toString(),
                        "--queue",
                        "--name",
                        name,
                        "--set",
                        "runtime.device=cpu",
                        "--set",
                        "data.path=" + SampleExtract.write(folder.resolve("images")))
                .success();
    }

    private Path run(String part) throws Exception {
        try (var runs = Files.newDirectoryStream(folder.resolve("runs"), "*" + part + "*")) {
            return runs.iterator().next();
        }
    }

    @Test
    void runsWaitMoveAreHeldAndLeave() throws Exception {
        Files.createDirectories(folder.resolve("runs"));
        assertThat(type("queue").success()).contains("No run works or waits");
        assertThat(type("queue", "limit", "cpu", "0").success()).isEmpty();
        assertThat(queue("one")).contains("-one-s0: queued");
        queue("two");
        queue("three");
        assertThat(type("queue").success().lines().toList())
                .hasSize(4)
                .element(1)
                .asString()
                .contains("cpu", "-one-s0", "waits; none of the lane is started");
        assertThat(type("queue", "move", "three", "top").success()).isEmpty();
        assertThat(type("pause", "two").success()).contains("held while it waits");
        JsonArray lanes =
                JsonParser.parseString(type("queue", "--json").success()).getAsJsonArray();
        JsonArray waiting = lanes.get(0).getAsJsonObject().getAsJsonArray("waiting");
        assertThat(waiting)
                .extracting(
                        one -> one.getAsJsonObject().get("run").getAsString().replaceAll(".*-(\\w+)-s0", "$1"))
                .containsExactly("three", "one", "two");
        assertThat(waiting)
                .extracting(one -> one.getAsJsonObject().get("held").getAsBoolean())
                .containsExactly(false, false, true);
        assertThat(type("resume", "two").success()).contains("goes on");
        assertThat(run("two").resolve("control/pause")).doesNotExist();
        assertThat(type("stop", "one").success()).contains("cancelled before it began");
        assertThat(type("queue").success()).contains("-two-").doesNotContain("held", "-one-");
        assertThat(type("list").success()).contains("cancelled", "queued");
    }

    @Test
    void mistakesAreTold() throws Exception {
        Files.createDirectories(folder.resolve("runs"));
        assertThat(type("queue", "limit", "tpu", "1").mistake()).contains("there is no lane \"tpu\"");
        assertThat(type("queue", "limit", "cpu", "999").mistake()).contains("give 0 to 64");
        type("queue", "limit", "cpu", "0").success();
        queue("one");
        assertThat(type("queue", "move", "one", "first").mistake()).contains("give 1 for the next run, top or bottom");
        assertThat(type("queue", "move", "nothing", "1").mistake()).contains("no run is called \"nothing\"");
        type("stop", "one").success();
        assertThat(type("queue", "move", "one", "1").mistake()).contains("the run does not wait in the queue");
        assertThat(type("pause", "one").mistake()).contains("the run has ended already: cancelled");
    }
}
