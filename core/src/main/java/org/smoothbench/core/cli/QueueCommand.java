package org.smoothbench.core.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.smoothbench.core.launch.QueueSnapshot;
import org.smoothbench.core.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code queue}: the runs that work and wait; {@code queue move} and {@code queue limit} change the order. */
@Command(
        name = "queue",
        description = "Show the runs that work and those that wait, for each device.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  smoothbench train my.json --queue     let a run wait for its turn",
            "  smoothbench queue move my top         let it be the next one",
            "  smoothbench queue limit gpu:0 2       two at once on the first GPU",
            "  smoothbench pause my                  hold it in its place; let it go on with: resume",
            "  smoothbench stop my                   take it out of the queue"
        })
final class QueueCommand implements Callable<Integer> {

    @Mixin
    private RunsOption runs = new RunsOption();

    @Option(names = "--json", description = "Print a JSON array instead of a table.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        runs.queue().advance();
        QueueSnapshot queue = runs.queue().look();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new GsonBuilder().setPrettyPrinting().create().toJson(json(queue)));
        } else if (queue.empty()) {
            out.println("No run works or waits; queue one with: smoothbench train SPEC --queue");
        } else {
            out.print(table(queue));
        }
        out.flush();
        return 0;
    }

    private static TextTable table(QueueSnapshot queue) {
        TextTable table = new TextTable("lane", "at once", "place", "run", "");
        for (QueueSnapshot.Lane lane : queue.lanes()) {
            String limit = String.valueOf(lane.limit());
            lane.working().forEach(run -> table.add(lane.name(), limit, "-", run, "at work"));
            int place = 0;
            for (QueueSnapshot.Waiting waiting : lane.waiting()) {
                table.add(lane.name(), limit, String.valueOf(++place), waiting.run(), words(lane, waiting));
            }
        }
        return table;
    }

    private static String words(QueueSnapshot.Lane lane, QueueSnapshot.Waiting waiting) {
        if (waiting.host().isPresent()) {
            return "waits on " + waiting.host().get();
        }
        return waiting.held() ? "held" : lane.limit() == 0 ? "waits; none of the lane is started" : "waits";
    }

    private static JsonArray json(QueueSnapshot queue) {
        JsonArray array = new JsonArray();
        for (QueueSnapshot.Lane lane : queue.lanes()) {
            JsonObject object = new JsonObject();
            object.addProperty("lane", lane.name());
            object.addProperty("limit", lane.limit());
            JsonArray working = new JsonArray();
            lane.working().forEach(working::add);
            object.add("working", working);
            JsonArray places = new JsonArray();
            for (QueueSnapshot.Waiting waiting : lane.waiting()) {
                JsonObject place = new JsonObject();
                place.addProperty("run", waiting.run());
                place.addProperty("held", waiting.held());
                waiting.host().ifPresent(host -> place.addProperty("host", host));
                places.add(place);
            }
            object.add("waiting", places);
            array.add(object);
        }
        return array;
    }

    @Command(
            name = "move",
            description =
                    "Give a waiting run another place in its lane; one queued on another host then waits for this one.",
            mixinStandardHelpOptions = true)
    Integer move(
            @Parameters(paramLabel = "RUN", description = "A run's name, any unique part of it, or its folder.")
                    String run,
            @Parameters(paramLabel = "PLACE", description = "A place from 1, top or bottom.") String place,
            @Mixin RunsOption where)
            throws IOException {
        int index = index(place);
        String id = where.library().find(run).id();
        where.queue().takeOver(id);
        where.queue().move(id, index);
        return 0;
    }

    private static int index(String place) {
        return switch (place) {
            case "top" -> 0;
            case "bottom" -> Integer.MAX_VALUE;
            default -> {
                if (!place.matches("[1-9]\\d{0,8}")) {
                    throw new Problem.Usage(
                                    "\"" + place + "\" is no place in the queue",
                                    "",
                                    "give 1 for the next run, top or bottom")
                            .asException();
                }
                yield Integer.parseInt(place) - 1;
            }
        };
    }

    @Command(
            name = "limit",
            description = "Set how many runs of a device work at once; 0 starts none.",
            mixinStandardHelpOptions = true)
    Integer limit(
            @Parameters(paramLabel = "LANE", description = "auto, cpu or gpu:N, as specifications name the device.")
                    String lane,
            @Parameters(paramLabel = "N", description = "0 to 64.") int limit,
            @Mixin RunsOption where) {
        where.queue().limit(lane, limit);
        return 0;
    }
}
