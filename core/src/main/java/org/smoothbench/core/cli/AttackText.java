package org.smoothbench.core.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.launch.TrainedModel;
import org.smoothbench.core.probe.bench.AttackedImage;
import org.smoothbench.core.probe.bench.Iterate;
import org.smoothbench.core.probe.bench.SmallestBudget;
import org.smoothbench.core.probe.bench.TestSet;
import org.smoothbench.core.probe.bench.TransferMatrix;

/**
 * What came of attacks, for people and for programs.
 *
 * @param text for people
 * @param object for programs
 */
record AttackText(String text, JsonObject object) {

    /**
     * One model's image under attack.
     *
     * @param smallest what the search for the smallest budget found, if it was made
     * @param pictures files that were written
     */
    record Attacked(TestSet set, AttackedImage image, Optional<SmallestBudget> smallest, List<Path> pictures) {}

    /** As indented JSON. */
    String json() {
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(object);
    }

    static AttackText of(List<Attacked> all) {
        StringBuilder text = new StringBuilder();
        JsonArray models = new JsonArray();
        for (Attacked each : all) {
            text.append(text.isEmpty() ? "" : "\n").append(text(each));
            models.add(object(each));
        }
        JsonObject object = new JsonObject();
        AttackedImage first = all.getFirst().image;
        object.addProperty("image", first.index());
        object.addProperty("label", first.label());
        object.addProperty("class", all.getFirst().set.classNames().get(first.label()));
        object.addProperty("attack", first.how().attack().label());
        object.addProperty("threat", first.how().threat().label());
        object.addProperty("seed", first.how().seed());
        object.add("models", models);
        return new AttackText(text.toString().stripTrailing(), object);
    }

    static AttackText of(TransferMatrix matrix) {
        int n = matrix.images().size();
        String[] headings = new String[matrix.models().size() + 1];
        headings[0] = "made on";
        for (int i = 1; i < headings.length; i++) {
            headings[i] = "fools " + i;
        }
        TextTable table = new TextTable(headings);
        for (int row = 0; row < matrix.models().size(); row++) {
            String[] cells = new String[headings.length];
            cells[0] = (row + 1) + " " + matrix.models().get(row).run();
            for (int column = 1; column < cells.length; column++) {
                cells[column] = percent(matrix.share(row, column - 1));
            }
            table.add(cells);
        }
        String text = "%s; %d test images that all of them get right, of %d looked at%n%n%s"
                .formatted(matrix.how().label(), n, matrix.looked(), table);
        JsonObject object = new JsonObject();
        object.addProperty("attack", matrix.how().attack().label());
        object.addProperty("threat", matrix.how().threat().label());
        object.addProperty("seed", matrix.how().seed());
        object.addProperty("looked", matrix.looked());
        object.add("images", new GsonBuilder().create().toJsonTree(matrix.images()));
        object.add("models", new GsonBuilder().create().toJsonTree(matrix.models()));
        object.add("fooled", new GsonBuilder().create().toJsonTree(matrix.fooled()));
        return new AttackText(text.stripTrailing(), object);
    }

    private static String text(Attacked each) {
        AttackedImage image = each.image;
        TrainedModel.Weights weights = image.model();
        List<String> names = each.set.classNames();
        StringBuilder text = new StringBuilder();
        text.append("%s: %s, %s%s weights after epoch %d%n"
                .formatted(
                        weights.run(),
                        each.set.network(),
                        weights.checkpoint(),
                        weights.averaged() ? " averaged" : "",
                        weights.epoch()));
        text.append("  test image %d, class %s; %s%n"
                .formatted(image.index(), names.get(image.label()), image.how().label()));
        text.append("  ").append(outcome(image, names)).append('\n');
        each.smallest.ifPresent(
                found -> text.append("  ").append(smallest(found)).append('\n'));
        if (!image.path().isEmpty()) {
            text.append('\n').append(path(image, names).toString().indent(2));
        }
        each.pictures.forEach(file -> text.append("  ").append(file).append('\n'));
        return text.toString();
    }

    private static String outcome(AttackedImage image, List<String> names) {
        if (!image.clean().correct()) {
            return "the network is wrong without any attack: it sees "
                    + seen(image.clean(), image.clean().answer().predicted(), names);
        }
        String before = "the network sees " + seen(image.clean(), image.label(), names);
        if (image.example().isEmpty()) {
            return before + "; the attack did not fool it";
        }
        Iterate example = image.example().get();
        return before
                + "; fooled"
                + image.firstSuccess()
                        .map(step -> " at " + image.stepWord() + " " + step)
                        .orElse("")
                + ", it sees "
                + seen(example, example.answer().predicted(), names);
    }

    private static String seen(Iterate at, int classIndex, List<String> names) {
        return names.get(classIndex) + " with " + percent(at.answer().probability(classIndex));
    }

    private static String smallest(SmallestBudget found) {
        ThreatModel threat = found.how().threat();
        String fab = found.fab().isPresent()
                ? "; FAB finds one at " + length(found.fab().getAsDouble(), threat)
                : "; FAB finds none";
        if (found.fools().isEmpty()) {
            return "no budget up to " + length(found.searched(), threat) + " fooled it with this attack" + fab;
        }
        return "smallest budget found by this attack, an upper bound: "
                + length(found.fools().getAsDouble(), threat)
                + ", to within "
                + length(found.tolerance(), threat)
                + fab
                + (found.monotone() ? "" : "; at some larger budgets the attack failed");
    }

    private static String length(double length, ThreatModel threat) {
        return switch (threat) {
            case ThreatModel.Linf _ -> String.format(Locale.ROOT, "%.2f/255", length * 255);
            case ThreatModel.L2 _ -> String.format(Locale.ROOT, "%.3f", length);
        };
    }

    private static TextTable path(AttackedImage image, List<String> names) {
        TextTable table = new TextTable(
                image.stepWord(), "loss", "margin", names.get(image.label()), "it sees", "with", "distance", "");
        for (Iterate at : image.path()) {
            int predicted = at.answer().predicted();
            table.add(
                    String.valueOf(at.step()),
                    String.format(Locale.ROOT, "%.4f", at.loss()),
                    String.format(Locale.ROOT, "%.4f", at.answer().margin(image.label())),
                    percent(at.answer().probability(image.label())),
                    names.get(predicted),
                    percent(at.answer().probability(predicted)),
                    length(at.distance(), image.how().threat()),
                    at.within() ? "" : "outside the budget");
        }
        return table;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static JsonObject object(Attacked each) {
        AttackedImage image = each.image;
        JsonObject object = new JsonObject();
        object.add("weights", new GsonBuilder().create().toJsonTree(image.model()));
        object.addProperty("network", each.set.network());
        object.add("clean", object(image.clean(), image.label()));
        object.addProperty("fooled", image.fooled());
        image.firstSuccess().ifPresent(step -> object.addProperty("firstSuccess", step));
        image.example().ifPresent(example -> object.add("example", object(example, image.label())));
        object.addProperty("run", image.run());
        JsonArray path = new JsonArray();
        image.path().forEach(at -> path.add(object(at, image.label())));
        object.add("path", path);
        each.smallest.ifPresent(found -> object.add("smallest", object(found)));
        JsonArray pictures = new JsonArray();
        each.pictures.forEach(file -> pictures.add(file.toString()));
        object.add("pictures", pictures);
        return object;
    }

    private static JsonObject object(Iterate at, int label) {
        JsonObject object = new JsonObject();
        object.addProperty("step", at.step());
        object.addProperty("loss", at.loss());
        object.addProperty("margin", at.answer().margin(label));
        object.addProperty("predicted", at.answer().predicted());
        object.addProperty("correct", at.correct());
        object.addProperty("distance", at.distance());
        object.addProperty("within", at.within());
        JsonArray probabilities = new JsonArray();
        for (int i = 0; i < at.answer().classes(); i++) {
            probabilities.add(at.answer().probability(i));
        }
        object.add("probabilities", probabilities);
        return object;
    }

    private static JsonObject object(SmallestBudget found) {
        JsonObject object = new JsonObject();
        found.fools().ifPresent(length -> object.addProperty("fools", length));
        object.addProperty("stands", found.stands());
        object.addProperty("searched", found.searched());
        object.addProperty("tolerance", found.tolerance());
        object.addProperty("monotone", found.monotone());
        found.fab().ifPresent(length -> object.addProperty("fab", length));
        object.add("trials", new GsonBuilder().create().toJsonTree(found.trials()));
        return object;
    }
}
