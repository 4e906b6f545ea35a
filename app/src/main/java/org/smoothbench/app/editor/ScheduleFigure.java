package org.smoothbench.app.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.experiment.TrainingSpec;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.SettingTree;
import org.smoothbench.viz.curve.Curve;
import org.smoothbench.viz.curve.CurvePlot;
import org.smoothbench.viz.curve.Interval;

/** The learning rate over the epochs, warm-up included. */
final class ScheduleFigure extends VBox {

    private static final double HEIGHT = 170;

    private final CurvePlot plot = new CurvePlot("Learning rate", FXCollections.observableSet());
    private final Label note = new Label();
    private Optional<TrainingSpec> shown = Optional.empty();
    private @Nullable Origin origin;

    ScheduleFigure(EditorViewModel model) {
        setId("schedule-figure");
        getStyleClass().add("figure-box");
        note.getStyleClass().add("muted");
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        plot.setXTitle("epoch");
        plot.setLegendShown(false);
        plot.setMinHeight(HEIGHT);
        plot.setPrefHeight(HEIGHT);
        getChildren().addAll(note, plot);
        model.formProperty().subscribe(this::show);
    }

    /** What is drawn. */
    Optional<TrainingSpec> shown() {
        return shown;
    }

    private void show(FormState state) {
        if (!state.draft().origin().equals(origin)) {
            // What was drawn is of another draft.
            origin = state.draft().origin();
            shown = Optional.empty();
            plot.setCurves(List.of());
        }
        Optional<TrainingSpec> now = read(state.draft().tree());
        boolean several = state.draft().several().keySet().stream()
                .anyMatch(path -> path.equals("$.training.epochs")
                        || path.startsWith("$.training.optimizer.learningRate")
                        || path.startsWith("$.training.schedule")
                        || path.startsWith("$.training.warmup"));
        note.setText(
                now.isEmpty()
                        ? shown.isEmpty() ? "Nothing to draw yet." : "Drawn as it last was without a mistake."
                        : several ? "Drawn with the first of the several values." : "");
        if (now.isEmpty() || now.equals(shown)) {
            return;
        }
        shown = now;
        now.ifPresent(training -> {
            plot.domainProperty().set(new Interval(0, training.epochs()));
            plot.setCurves(List.of(new Curve("learning rate", 0, training::learningRate, List.of())));
        });
    }

    /** Only what the learning rate depends on: elsewhere there may be mistakes. */
    private static Optional<TrainingSpec> read(SettingTree tree) {
        JsonElement training = tree.json().has("training") ? tree.json().get("training") : new JsonObject();
        if (!(training instanceof JsonObject object)) {
            return Optional.empty();
        }
        JsonObject part = new JsonObject();
        for (String key : List.of("epochs", "optimizer", "schedule", "warmup")) {
            if (object.has(key)) {
                part.add(key, object.get(key));
            }
        }
        return Optional.ofNullable(new RecordReader().read(TrainingSpec.class, part, "$"));
    }
}
