package org.smoothbench.app.adversary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smoothbench.core.probe.bench.AttackedImage;
import org.smoothbench.core.probe.bench.Iterate;
import org.smoothbench.core.probe.bench.SmallestBudget;
import org.smoothbench.core.probe.bench.TestSet;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.image.ContactSheet;
import org.smoothbench.viz.image.SignedColours;

/** What is on the bench, as a sheet of pictures with their numbers for a file. */
final class GallerySheet {

    private static final int ZOOM = 4;

    private static final List<String> COLUMNS = List.of(
            "model",
            "weights",
            "sha256",
            "image",
            "class",
            "attack",
            "start",
            "step",
            "loss",
            "margin",
            "probability_of_class",
            "seen_as",
            "probability_of_seen",
            "distance",
            "within_eps",
            "fooled",
            "smallest_distance_found");

    private final AdversaryViewModel bench;

    GallerySheet(AdversaryViewModel bench) {
        this.bench = bench;
    }

    /** Whether there is nothing to put on a sheet. */
    boolean isEmpty() {
        return bench.modelsProperty().get().stream().noneMatch(GallerySheet::done);
    }

    private static boolean done(BenchModel model) {
        Asked<AttackedImage> attack = model.attack().state();
        return model.set().state().answer().isPresent() && attack.answer().isPresent() && !attack.working();
    }

    /** The sheet of the models that have been attacked as is set now, with the names of the others; empty without any. */
    Optional<ContactSheet> of(ChartStyle style) {
        List<ContactSheet.Row> rows = new ArrayList<>();
        List<List<String>> numbers = new ArrayList<>(List.of(COLUMNS));
        List<String> missing = new ArrayList<>();
        for (BenchModel model : bench.modelsProperty().get()) {
            if (done(model)) {
                TestSet set = model.set().state().answer().orElseThrow();
                AttackedImage attacked = model.attack().state().answer().orElseThrow();
                rows.add(row(model, set, attacked, style));
                numbers(model, set, attacked, numbers);
            } else {
                missing.add(model.title());
            }
        }
        String title = "Test image " + bench.images().imageProperty().get() + "; "
                + bench.settingsProperty().get().conditions()
                + (missing.isEmpty() ? "" : "; without " + String.join(", ", missing));
        return rows.isEmpty() ? Optional.empty() : Optional.of(new ContactSheet(title, rows, ZOOM, style, numbers));
    }

    private ContactSheet.Row row(BenchModel model, TestSet set, AttackedImage attacked, ChartStyle style) {
        List<String> names = set.classNames();
        Iterate at = BenchModel.at(attacked, bench.stepProperty().get());
        int amplification = bench.amplificationProperty().get();
        return new ContactSheet.Row(
                List.of(
                        model.title(),
                        set.network() + ", " + BenchWords.weights(attacked.model()),
                        BenchWords.outcome(attacked, names)),
                List.of(
                        new ContactSheet.Captioned(
                                Rasters.of(attacked.clean().picture()),
                                List.of("x, " + names.get(attacked.label()), BenchWords.seen(attacked.clean(), names))),
                        new ContactSheet.Captioned(
                                Rasters.change(
                                        attacked.clean().picture(),
                                        at.picture(),
                                        amplification,
                                        SignedColours.of(style.theme())),
                                List.of(
                                        "x′ − x, ×" + amplification,
                                        "length "
                                                + BenchWords.length(
                                                        at,
                                                        bench.settingsProperty().get()))),
                        new ContactSheet.Captioned(
                                Rasters.of(at.picture()),
                                List.of(
                                        "x′, "
                                                + BenchWords.shown(
                                                        attacked,
                                                        bench.stepProperty().get()),
                                        BenchWords.seen(at, names)))));
    }

    private void numbers(BenchModel model, TestSet set, AttackedImage attacked, List<List<String>> numbers) {
        List<Iterate> path = attacked.path().isEmpty() ? List.of(attacked.clean(), attacked.shown()) : attacked.path();
        for (Iterate at : path) {
            int predicted = at.answer().predicted();
            numbers.add(List.of(
                    model.title(),
                    BenchWords.weights(attacked.model()),
                    attacked.model().sha256(),
                    String.valueOf(attacked.index()),
                    set.classNames().get(attacked.label()),
                    bench.settingsProperty().get().conditions(),
                    String.valueOf(attacked.run()),
                    String.valueOf(at.step()),
                    exact(at.loss()),
                    exact(at.answer().margin(attacked.label())),
                    exact(at.answer().probability(attacked.label())),
                    set.classNames().get(predicted),
                    exact(at.answer().probability(predicted)),
                    exact(at.distance()),
                    String.valueOf(at.within()),
                    String.valueOf(at.fools()),
                    model.smallest()
                            .state()
                            .answer()
                            .map(SmallestBudget::fools)
                            .filter(java.util.OptionalDouble::isPresent)
                            .map(found -> exact(found.getAsDouble()))
                            .orElse("")));
        }
    }

    private static String exact(double value) {
        return String.format(Locale.ROOT, "%.8g", value);
    }
}
