package org.smoothbench.app.editor;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.viz.curve.Curve;
import org.smoothbench.viz.curve.CurvePlot;
import org.smoothbench.viz.curve.Interval;
import org.smoothbench.viz.formula.FormulaView;

/** The chosen activation: its formula, value and derivative; with several values the values of all of them. */
final class ActivationFigure extends VBox {

    private static final String PATH = "$.model.activation";
    private static final double FORMULA_SIZE = 15;
    private static final double HEIGHT = 170;
    private static final double REACH = 4;
    private static final double STEP = 1 / 32.0;
    private static final double LEAST_ROOM = 0.06;
    private static final int MOST = 7;

    private final CurvePlot values = new CurvePlot("Value f(x)", FXCollections.observableSet());
    private final CurvePlot slopes = new CurvePlot("Derivative f′(x)", FXCollections.observableSet());
    private final FormulaView formula = new FormulaView(FORMULA_SIZE);
    private final Label note = new Label();
    private List<Activation> shown = List.of();
    private @Nullable Origin origin;

    ActivationFigure(EditorViewModel model) {
        setId("activation-figure");
        getStyleClass().add("figure-box");
        note.getStyleClass().add("muted");
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        HBox plots = new HBox(values, slopes);
        plots.getStyleClass().add("figure-plots");
        for (CurvePlot plot : List.of(values, slopes)) {
            plot.setMinHeight(HEIGHT);
            plot.setPrefHeight(HEIGHT);
            plot.setMinWidth(0);
            plot.setPrefWidth(320);
            plot.domainProperty().set(new Interval(-REACH, REACH));
            HBox.setHgrow(plot, Priority.ALWAYS);
        }
        slopes.setLegendShown(false);
        values.setLegendShown(false);
        getChildren().addAll(formula, note, plots);
        model.formProperty().subscribe(this::show);
    }

    /** What is drawn. */
    List<Activation> shown() {
        return shown;
    }

    private void show(FormState state) {
        if (!state.draft().origin().equals(origin)) {
            // What was drawn is of another draft.
            origin = state.draft().origin();
            shown = List.of();
            values.setCurves(List.of());
            slopes.setCurves(List.of());
            formula.setFormula("");
        }
        List<Activation> now = state.field(PATH).stream()
                .flatMap(field ->
                        field.several().orElseGet(() -> List.of(field.entry().value())).stream())
                .map(ActivationFigure::read)
                .flatMap(Optional::stream)
                .distinct()
                .limit(MOST)
                .toList();
        if (now.isEmpty()) {
            note.setText(shown.isEmpty() ? "Nothing to draw yet." : "Drawn as it last was without a mistake.");
            return;
        }
        note.setText("");
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        boolean one = now.size() == 1;
        formula.setVisible(one);
        formula.setManaged(one);
        if (one) {
            formula.setFormula("f(x) = " + now.getFirst().formula());
        }
        draw(now);
    }

    private void draw(List<Activation> functions) {
        List<Curve> value = new ArrayList<>();
        List<Curve> slope = new ArrayList<>();
        for (int i = 0; i < functions.size(); i++) {
            Activation f = functions.get(i);
            List<Double> jumps = f.smoothness() == Activation.Smoothness.C0 ? List.of(0.0) : List.of();
            value.add(new Curve(f.label(), i, f::value, List.of()));
            slope.add(new Curve(f.label(), i, f::firstDerivative, jumps));
        }
        values.setLegendShown(functions.size() > 1);
        values.setValues(room(functions, Activation::value));
        slopes.setValues(room(functions, Activation::firstDerivative));
        values.setCurves(value);
        slopes.setCurves(slope);
    }

    /** All that the functions reach, with a little room around it. */
    private static Interval room(List<Activation> functions, ToDoubleBiFunction<Activation, Double> of) {
        DoubleSummaryStatistics reached = new DoubleSummaryStatistics();
        for (Activation f : functions) {
            for (double x = -REACH; x <= REACH; x += STEP) {
                reached.accept(of.applyAsDouble(f, x));
            }
        }
        double room = Math.max(LEAST_ROOM, (reached.getMax() - reached.getMin()) * LEAST_ROOM);
        return new Interval(reached.getMin() - room, reached.getMax() + room);
    }

    /** The activation that a part of a specification describes, if it is right. */
    static Optional<Activation> read(JsonElement json) {
        return Optional.ofNullable(new RecordReader().readVariant(Activation.class, json, "$"));
    }
}
