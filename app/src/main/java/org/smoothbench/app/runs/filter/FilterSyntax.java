package org.smoothbench.app.runs.filter;

import java.util.List;

/** What can be searched for, for people. */
public final class FilterSyntax {

    /**
     * One thing that can be written.
     *
     * @param example what is written
     * @param meaning which runs that finds
     */
    public record Line(String example, String meaning) {}

    private FilterSyntax() {}

    /** Everything, the common first. */
    public static List<Line> lines() {
        return List.of(
                new Line(
                        "silu resnet",
                        "every word occurs in name, network, activation, data, state, tags, study or notes"),
                new Line("\"seed 1\"", "these words together"),
                new Line("-relu", "without the word; works before every term"),
                new Line("robust>40  clean>=60", "accuracy of the last evaluation, in percent"),
                new Line("best>45", "highest robust accuracy, in percent"),
                new Line("epoch<10  epochs=100", "completed epochs; epochs as ordered"),
                new Line("seed=3  eps=8  steps=20", "seed; budget (1/255) and steps of the evaluation's attack"),
                new Line("state:running", "running, queued, paused, finished, failed, cancelled, crashed, unreadable"),
                new Line("tag:paper  study:seeds", "words of a tag or of the study's name"),
                new Line(
                        "activation:silu  network:wide  data:cifar",
                        "in this place only; also method, attack, device, notes, name"));
    }
}
