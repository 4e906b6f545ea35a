package org.smoothbench.app.adversary;

import java.util.Arrays;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** How images are attacked, and how the change is shown. */
final class AttackBar extends FlowPane {

    private static final double MOST_QUERIES = 1000;

    private final AdversaryViewModel model;
    private final ComboBox<AttackKind> kinds = new ComboBox<>();
    private final ComboBox<Boolean> norms = new ComboBox<>();
    private final CheckBox random = new CheckBox("Random start");
    private final IntegerSpinnerValueFactory restarts = new IntegerSpinnerValueFactory(1, 10, 1);
    private final IntegerSpinnerValueFactory seeds = new IntegerSpinnerValueFactory(0, Integer.MAX_VALUE, 0);
    private final SliderRow budget;
    private final SliderRow steps;
    private final SliderRow queries;
    private final SliderRow stepSize;
    private final HBox starts;

    AttackBar(AdversaryViewModel model) {
        this.model = model;
        getStyleClass().addAll("card", "attack-bar");
        budget = new SliderRow(
                "bench-eps",
                "eps",
                "How far the attacker may move the image",
                0.25,
                AttackSettings.MOST_LINF,
                value -> model.change(now -> now.withBudget(now.l2() ? value / 8 : value)));
        steps = new SliderRow(
                "bench-steps",
                "Steps",
                "Gradient steps of the attack",
                1,
                50,
                value -> model.change(now -> now.withSteps((int) value)));
        queries = new SliderRow(
                "bench-queries",
                "Queries",
                "Changes that Square tries, each a question to the network",
                10,
                MOST_QUERIES,
                value -> model.change(now -> now.withQueries((int) value)));
        stepSize = new SliderRow(
                "bench-step-size",
                "Step size",
                "Size of a step, as a share of eps",
                5,
                200,
                value -> model.change(now -> now.withStepPercent((int) value)));
        starts = spinner("bench-restarts", "Starts", restarts, "How often the attack begins anew");
        restarts.valueProperty().subscribe((_, now) -> model.change(each -> each.withRestarts(now)));
        seeds.valueProperty().subscribe((_, now) -> model.change(each -> each.withSeed(now)));
        random.setId("bench-random");
        random.setMinWidth(USE_PREF_SIZE);
        random.setTooltip(new Tooltip("Begin at a random point of the budget instead of the image itself"));
        random.setOnAction(_ -> model.change(now -> now.withRandomStart(random.isSelected())));
        getChildren()
                .addAll(
                        kinds(),
                        norms(),
                        budget,
                        steps,
                        queries,
                        stepSize,
                        random,
                        starts,
                        spinner("bench-seed", "Seed", seeds, "What random starts follow from"),
                        amplification());
        model.settingsProperty().subscribe(this::show);
    }

    void focusFirst() {
        budget.focus();
    }

    private void show(AttackSettings now) {
        kinds.setValue(now.kind());
        norms.setValue(now.l2());
        // One slider for both norms: its thirty-two parts are 1/255 or an eighth.
        budget.show(now.l2() ? now.l2Budget() * 8 : now.linfBudget(), AttackSettings.MOST_LINF, now.budgetText());
        steps.show(now.steps(), Math.max(50, now.steps()), String.valueOf(now.steps()));
        queries.show(now.queries(), Math.max(MOST_QUERIES, now.queries()), String.valueOf(now.queries()));
        stepSize.show(now.stepPercent(), 200, now.stepText());
        random.setSelected(now.randomStart());
        restarts.setValue(now.restarts());
        seeds.setValue(now.seed());
        steps.setVisible(now.kind().hasSteps());
        queries.setVisible(now.kind().hasQueries());
        stepSize.setVisible(now.kind().hasStepSize());
        random.setVisible(now.kind().hasRandomStart());
        random.setManaged(random.isVisible());
        starts.setVisible(now.kind().hasRestarts());
        starts.setManaged(starts.isVisible());
    }

    private ComboBox<AttackKind> kinds() {
        kinds.setId("bench-attack");
        kinds.getItems().setAll(AttackKind.values());
        kinds.setConverter(words(AttackKind::label));
        kinds.setAccessibleText("Attack");
        kinds.valueProperty().subscribe((_, now) -> model.change(each -> each.with(now)));
        return kinds;
    }

    private ComboBox<Boolean> norms() {
        norms.setId("bench-norm");
        norms.getItems().setAll(false, true);
        norms.setConverter(words(l2 -> l2 ? "L2" : "L-inf"));
        norms.setAccessibleText("Norm");
        norms.valueProperty().subscribe((_, now) -> model.change(each -> each.withNorm(now)));
        return norms;
    }

    /** Which weights are attacked. */
    ComboBox<AdversaryViewModel.Weights> weights() {
        ComboBox<AdversaryViewModel.Weights> weights = new ComboBox<>();
        weights.setId("bench-weights");
        weights.getItems().setAll(Arrays.asList(AdversaryViewModel.Weights.values()));
        weights.setConverter(words(one -> one.label() + " weights"));
        weights.setAccessibleText("Checkpoint");
        weights.setTooltip(new Tooltip("Which of each run's weights are attacked"));
        weights.valueProperty().bindBidirectional(model.weightsProperty());
        return weights;
    }

    private SliderRow amplification() {
        SliderRow row = new SliderRow(
                "bench-amplification",
                "Amplify",
                "What perturbations are multiplied by before they are coloured: darker is blue, lighter is vermilion",
                1,
                64,
                value -> model.amplificationProperty().set((int) value));
        model.amplificationProperty().subscribe(now -> row.show(now.doubleValue(), 64, "×" + now));
        return row;
    }

    private static HBox spinner(String id, String name, IntegerSpinnerValueFactory values, String tip) {
        values.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer value) {
                return value == null ? "" : value.toString();
            }

            @Override
            public Integer fromString(String text) {
                // What is no number leaves the old one.
                return text.strip().matches("\\d{1,9}") ? Integer.valueOf(text.strip()) : values.getValue();
            }
        });
        Spinner<Integer> spinner = new Spinner<>(values);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(84);
        spinner.setTooltip(new Tooltip(tip));
        Label caption = new Label(name);
        caption.setLabelFor(spinner);
        caption.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(caption, spinner);
        box.getStyleClass().add("bench-slider");
        return box;
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> says) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : says.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        };
    }
}
