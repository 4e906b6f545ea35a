package org.smoothbench.app.adversary;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.runs.ColourMark;
import org.smoothbench.core.probe.bench.AttackedImage;
import org.smoothbench.core.probe.bench.Iterate;
import org.smoothbench.core.probe.bench.SmallestBudget;
import org.smoothbench.core.probe.bench.TestSet;
import org.smoothbench.viz.image.ClassProbability;
import org.smoothbench.viz.image.PictureView;
import org.smoothbench.viz.image.ProbabilityBars;
import org.smoothbench.viz.image.SignedColours;
import org.smoothbench.viz.palette.Theme;

/** One model's view of the image under attack: perturbation, changed image, probabilities, smallest budget. */
final class ModelView extends VBox {

    /** Narrower, buttons show their icons only. */
    private static final double ROOMY = 330;

    private static final double GAP = 8;

    /** As high as pictures are at least, in pixels. */
    private static final double LEAST_PICTURE = 76;

    private final AdversaryViewModel bench;
    private final BenchModel model;
    private final Label about = line("bench-about");
    private final Label outcome = new Label();
    private final Label perturbationCaption = line("bench-perturbation-caption");
    private final Label imageCaption = line("bench-image-caption");
    private final Label smallest = line("bench-smallest");
    private final PictureView perturbation = new PictureView();
    private final PictureView image = new PictureView();
    private final ProbabilityBars bars = new ProbabilityBars();
    private final VBox seen = new VBox();
    private final ProgressIndicator working = new ProgressIndicator();
    private final Text themeProbe = new Text();
    private Subscription listening = Subscription.EMPTY;
    private Subscription colour = Subscription.EMPTY;

    ModelView(AdversaryViewModel bench, BenchModel model) {
        this.bench = bench;
        this.model = model;
        getStyleClass().addAll("card", "bench-model");
        outcome.getStyleClass().add("bench-outcome");
        wrap(outcome);
        perturbation.setMinHeight(LEAST_PICTURE);
        image.setMinHeight(LEAST_PICTURE);
        HBox pictures = halves(perturbation, image);
        VBox.setVgrow(pictures, Priority.ALWAYS);
        HBox captions = halves(perturbationCaption, imageCaption);
        captions.getStyleClass().add("bench-captions");
        seen.getStyleClass().add("bench-seen");
        seen.getChildren().addAll(pictures, captions, bars, smallest, about);
        VBox.setVgrow(seen, Priority.ALWAYS);
        themeProbe.getStyleClass().add("theme-probe");
        themeProbe.setManaged(false);
        getChildren().addAll(themeProbe, header(), outcome, seen);
        listening = Subscription.combine(
                model.set().stateProperty().subscribe(_ -> show()),
                model.misfitProperty().subscribe(_ -> show()),
                model.attack().stateProperty().subscribe(_ -> show()),
                model.smallest().stateProperty().subscribe(_ -> showSmallest()),
                bench.stepProperty().subscribe(_ -> show()),
                bench.amplificationProperty().subscribe(_ -> show()),
                themeProbe.fillProperty().subscribe(_ -> show()));
    }

    /** Listens no more. */
    void close() {
        listening.unsubscribe();
        colour.unsubscribe();
    }

    private static Label line(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("muted");
        wrap(label);
        return label;
    }

    /** Shows all that it says, over as many lines as that takes. */
    private static void wrap(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
    }

    private HBox header() {
        ColourMark mark = new ColourMark(18);
        colour = model.colourProperty().subscribe(now -> mark.show(now.intValue()));
        Label title = new Label(model.title());
        title.getStyleClass().add("bench-title");
        title.setTooltip(new Tooltip(model.choice().run().id()));
        wrap(title);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        working.getStyleClass().add("small-wheel");
        working.setAccessibleText("computing");
        // The wheel takes the mark's place, so that names need not be wrapped anew.
        mark.visibleProperty().bind(working.visibleProperty().not());
        StackPane sign = new StackPane(mark, working);
        sign.setMinWidth(USE_PREF_SIZE);
        HBox header = new HBox(sign, title, searchSmallest());
        header.getStyleClass().add("bench-header");
        return header;
    }

    /** Two of a kind side by side, each with half the room. */
    private static HBox halves(Region one, Region other) {
        HBox row = new HBox(GAP, one, other);
        for (Region half : List.of(one, other)) {
            half.setMinWidth(0);
            // A box that shares its width out by growth takes words to be as high as in their width before.
            half.prefWidthProperty().bind(row.widthProperty().subtract(GAP).divide(2));
        }
        return row;
    }

    private Button searchSmallest() {
        Button search = new Button("", new FontIcon(Feather.SEARCH));
        search.textProperty()
                .bind(Bindings.when(widthProperty().lessThan(ROOMY)).then("").otherwise("Smallest eps"));
        search.setAccessibleText("Smallest eps");
        search.setId("bench-search-smallest");
        search.setMinWidth(USE_PREF_SIZE);
        search.setTooltip(new Tooltip("Bisect eps for this image and attack. What comes out is an upper bound: a better"
                + " attack may fool the model within less."));
        search.setOnAction(_ -> model.searchSmallest(
                bench.images().imageProperty().get(), bench.settingsProperty().get()));
        search.disableProperty().bind(seen.visibleProperty().not());
        return search;
    }

    private void show() {
        Asked<TestSet> set = model.set().state();
        Asked<AttackedImage> attack = model.attack().state();
        working.setVisible(set.working() || attack.working());
        String trouble = !set.failure().isEmpty()
                ? set.failure()
                : !model.misfitProperty().get().isEmpty()
                        ? model.misfitProperty().get()
                        : attack.failure();
        boolean visible =
                trouble.isEmpty() && attack.answer().isPresent() && set.answer().isPresent();
        seen.setVisible(visible);
        // What is of earlier settings is shown faint until the new answer is there.
        seen.setOpacity(attack.working() ? 0.55 : 1);
        outcome.getStyleClass().removeAll("bench-trouble", "bench-fooled");
        if (!trouble.isEmpty()) {
            outcome.setText(trouble);
            outcome.getStyleClass().add("bench-trouble");
            about.setText("");
        } else if (visible) {
            show(set.answer().get(), attack.answer().get());
        } else {
            outcome.setText(set.working() ? "Opening the model…" : "Attacking…");
            about.setText("");
        }
    }

    private void show(TestSet set, AttackedImage attacked) {
        List<String> names = set.classNames();
        Iterate at = BenchModel.at(attacked, bench.stepProperty().get());
        int amplification = bench.amplificationProperty().get();
        String network = set.network() + " · " + BenchWords.weights(attacked.model());
        say(about, network, network);
        outcome.setText(BenchWords.outcome(attacked, names));
        if (attacked.fooled()) {
            outcome.getStyleClass().add("bench-fooled");
        }
        perturbation
                .rasterProperty()
                .set(Rasters.change(attacked.clean().picture(), at.picture(), amplification, colours()));
        perturbation.setAccessibleText("Perturbation, times " + amplification);
        String length = BenchWords.length(at, bench.settingsProperty().get());
        say(
                perturbationCaption,
                "x′ − x ×" + amplification + ", " + length,
                "The change, times " + amplification + " in colour; its length in the norm of eps is " + length);
        image.rasterProperty().set(Rasters.of(at.picture()));
        image.setAccessibleText("Changed image, seen as " + BenchWords.seen(at, names));
        say(
                imageCaption,
                "x′, " + BenchWords.shown(attacked, bench.stepProperty().get()) + ": "
                        + names.get(at.answer().predicted()),
                "Seen as " + BenchWords.seen(at, names) + "; margin "
                        + BenchWords.number(at.answer().margin(attacked.label())));
        bars.show(IntStream.range(0, names.size())
                .mapToObj(i -> new ClassProbability(
                        names.get(i),
                        attacked.clean().answer().probability(i),
                        at.answer().probability(i),
                        i == attacked.label()))
                .toList());
        showSmallest();
    }

    private static void say(Label label, String text, String more) {
        label.setText(text);
        label.setTooltip(new Tooltip(more));
    }

    private void showSmallest() {
        Asked<SmallestBudget> found = model.smallest().state();
        smallest.setText(
                found.working()
                        ? "Smallest eps: searching…"
                        : found.answer()
                                .map(each -> BenchWords.smallest(
                                        each, bench.settingsProperty().get()))
                                .orElse(found.failure()));
        String more = found.answer()
                .map(each ->
                        BenchWords.aboutSmallest(each, bench.settingsProperty().get()))
                .orElse(smallest.getText());
        smallest.setTooltip(more.isEmpty() ? null : new Tooltip(more));
    }

    private SignedColours colours() {
        return SignedColours.of(themeProbe.getFill() instanceof Color colour ? Theme.ofText(colour) : Theme.LIGHT);
    }
}
