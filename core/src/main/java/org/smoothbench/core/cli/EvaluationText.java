package org.smoothbench.core.cli;

import java.util.Locale;
import org.smoothbench.core.evaluation.ClassResult;
import org.smoothbench.core.evaluation.EvaluationResult;
import org.smoothbench.core.evaluation.ReliabilityFlag;
import org.smoothbench.core.evaluation.Share;
import org.smoothbench.core.evaluation.StageResult;
import org.smoothbench.core.launch.Evaluation;

/** A result for people: the waterfall from clean to the last attack, the classes, and every reason to doubt. */
final class EvaluationText {

    private EvaluationText() {}

    static String of(Evaluation.Finished finished) {
        EvaluationResult result = finished.result();
        StringBuilder text = new StringBuilder();
        if (finished.found()) {
            text.append("found the finished result of this evaluation\n");
        }
        text.append(result.label()).append('\n');
        text.append(result.evaluated().model())
                .append(", ")
                .append(result.examples())
                .append(" images, on ");
        text.append(result.environment().device()).append("\n\n");
        text.append(stages(result)).append('\n');
        text.append(classes(result)).append('\n');
        if (result.flags().isEmpty()) {
            text.append("no sign that the attacks were misled\n");
        }
        for (ReliabilityFlag flag : result.flags()) {
            text.append("! ").append(flag.message()).append('\n');
        }
        return text.append('\n')
                .append(finished.directory().path())
                .append('\n')
                .toString();
    }

    private static TextTable stages(EvaluationResult result) {
        TextTable table = new TextTable(
                "attack",
                "attacked",
                "fell",
                "alone",
                "standing",
                "95 % interval",
                "seconds",
                "images/s",
                "gradients/s");
        table.add("clean", "", "", "", percent(result.clean()), interval(result.clean()), "", "", "");
        for (StageResult stage : result.stages()) {
            // Attacks that get what others left standing have no accuracy of their own.
            boolean all = stage.attacked() == result.clean().count();
            table.add(
                    stage.attack(),
                    Integer.toString(stage.attacked()),
                    Integer.toString(stage.fallen()),
                    all ? percent(stage.alone()) : "",
                    percent(stage.after()),
                    interval(stage.after()),
                    number(stage.seconds()),
                    number(stage.imagesPerSecond()),
                    number(stage.gradientsPerSecond()));
        }
        table.add(
                "robust",
                "",
                "",
                "",
                percent(result.robust()),
                interval(result.robust()),
                number(result.seconds()),
                "",
                "");
        return table;
    }

    private static TextTable classes(EvaluationResult result) {
        TextTable table = new TextTable("class", "images", "clean", "robust", "95 % interval");
        for (ClassResult each : result.classes()) {
            table.add(
                    each.name(),
                    Integer.toString(each.clean().of()),
                    percent(each.clean()),
                    percent(each.robust()),
                    interval(each.robust()));
        }
        return table;
    }

    private static String percent(Share share) {
        return share.of() == 0 ? "-" : String.format(Locale.ROOT, "%.2f %%", 100 * share.share());
    }

    private static String interval(Share share) {
        return share.of() == 0
                ? "-"
                : String.format(Locale.ROOT, "%.1f to %.1f %%", 100 * share.low(), 100 * share.high());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
