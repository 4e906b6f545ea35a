package org.smoothbench.app.adversary;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.core.probe.bench.AttackedImage;
import org.smoothbench.core.probe.bench.Iterate;
import org.smoothbench.viz.chart.AxisSide;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.EventMark;
import org.smoothbench.viz.chart.LineChart;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.Series;

/** Loss and margin over the steps of the attack, and the way from step to step. */
final class StepsView extends VBox {

    private static final double PLAY_MILLIS = 250;

    private static final String ASCENDED = "loss that the attack ascends";

    /** FAB and Square go by the margin, which the other chart shows. */
    private static final String CROSS_ENTROPY = "cross-entropy";

    private final AdversaryViewModel model;
    private final LineChart loss = chart("bench-loss", ASCENDED);
    private final LineChart margin = chart("bench-margin", "margin: largest wrong logit − logit of the class");
    private final Label caption = new Label("Step");
    private final Slider slider = new Slider(0, 1, 0);
    private final ToggleButton example = new ToggleButton("Example");
    private final ToggleButton play = new ToggleButton("", new FontIcon(Feather.PLAY));
    private final Timeline player;
    private Subscription listening = Subscription.EMPTY;

    StepsView(AdversaryViewModel model) {
        this.model = model;
        getStyleClass().addAll("card", "bench-steps");
        setId("bench-steps-view");
        player = new Timeline(new KeyFrame(Duration.millis(PLAY_MILLIS), _ -> advance()));
        player.setCycleCount(Timeline.INDEFINITE);
        HBox charts = new HBox(loss, margin);
        charts.getStyleClass().add("bench-charts");
        HBox.setHgrow(loss, Priority.ALWAYS);
        HBox.setHgrow(margin, Priority.ALWAYS);
        VBox.setVgrow(charts, Priority.ALWAYS);
        getChildren().addAll(controls(), charts);
        model.modelsProperty().subscribe(this::listenTo);
        model.stepProperty().subscribe(_ -> showStep());
        model.stopsProperty().subscribe(_ -> showStep());
    }

    /** Plays from the beginning, or stops. */
    void togglePlay() {
        play.fire();
    }

    /** How sheets for files look. */
    ChartStyle paper() {
        return loss.look().onPaper();
    }

    private static LineChart chart(String id, String y) {
        LineChart chart = new LineChart();
        chart.setId(id);
        // The cards above have the names and colours; files have a legend all the same.
        chart.setLegendVisible(false);
        chart.xAxis().setTitle("step");
        chart.xAxis().setSmallestStep(1);
        chart.leftAxis().setTitle(y);
        chart.setEmptyText("no steps: see what the models say");
        chart.setPrefSize(300, 180);
        chart.setMinSize(160, 120);
        return chart;
    }

    private HBox controls() {
        caption.setMinWidth(USE_PREF_SIZE);
        caption.setLabelFor(slider);
        slider.setId("bench-step");
        slider.setAccessibleText("Step of the attack");
        slider.setTooltip(new Tooltip("Which iterate the pictures show; the arrow keys go from one to the next"));
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().subscribe((_, now) -> {
            int place = (int) Math.round(now.doubleValue());
            List<Integer> stops = model.stopsProperty().get().numbers();
            boolean moved = slider.isFocused() || slider.isValueChanging() || slider.isPressed();
            if (moved && place < stops.size()) {
                model.stepProperty().set(stops.get(place));
            }
        });
        Label number = new Label();
        number.setId("bench-step-number");
        number.getStyleClass().add("slider-number");
        number.setMinWidth(USE_PREF_SIZE);
        model.stepProperty().subscribe(_ -> number.setText(words()));
        model.stopsProperty().subscribe(_ -> number.setText(words()));
        example.setId("bench-example");
        example.setTooltip(new Tooltip("Show each model's adversarial example, or where its loss was largest"));
        example.setMinWidth(USE_PREF_SIZE);
        example.setOnAction(_ -> {
            model.stepProperty().set(-1);
            example.setSelected(true);
        });
        play.setId("bench-play");
        play.setAccessibleText("Play the steps");
        play.setTooltip(new Tooltip("Play the steps from the beginning"));
        play.setOnAction(_ -> {
            if (play.isSelected()) {
                model.stepProperty().set(0);
                player.play();
            } else {
                player.stop();
            }
        });
        HBox row = new HBox(
                caption,
                button("bench-step-back", Feather.CHEVRON_LEFT, "One step back", () -> model.step(-1)),
                play,
                button("bench-step-on", Feather.CHEVRON_RIGHT, "One step on", () -> model.step(1)),
                slider,
                number,
                example);
        row.getStyleClass().add("bench-header");
        return row;
    }

    private static Button button(String id, Feather icon, String tip, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.setAccessibleText(tip);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private String words() {
        int step = model.stepProperty().get();
        return (step < 0 ? "–" : String.valueOf(step)) + " of "
                + model.stopsProperty().get().last();
    }

    private void advance() {
        if (model.stepProperty().get() >= model.stopsProperty().get().last()) {
            player.stop();
            play.setSelected(false);
        } else {
            model.step(1);
        }
    }

    private void showStep() {
        Stops stops = model.stopsProperty().get();
        int step = model.stepProperty().get();
        slider.setMax(Math.max(1, stops.numbers().size() - 1));
        slider.setDisable(stops.isEmpty());
        play.setDisable(stops.isEmpty());
        caption.setText(stops.word().equals("query") ? "Query" : "Step");
        example.setSelected(step < 0);
        if (step >= 0) {
            slider.setValue(Math.max(0, stops.placeOf(step)));
        }
        mark(step);
    }

    private void mark(int step) {
        for (LineChart chart : List.of(loss, margin)) {
            if (step < 0) {
                chart.getMarks().clear();
            } else {
                chart.getMarks().setAll(new EventMark(step, "•", "shown"));
            }
        }
    }

    private void listenTo(List<BenchModel> models) {
        listening.unsubscribe();
        listening = models.stream()
                .map(each -> each.attack()
                        .stateProperty()
                        .subscribe(_ -> draw())
                        .and(each.colourProperty().subscribe(_ -> draw())))
                .reduce(Subscription.EMPTY, Subscription::and);
        draw();
    }

    private void draw() {
        boolean ascends = attacks().allMatch(AttackedImage::ascends);
        loss.leftAxis().setTitle(ascends ? ASCENDED : CROSS_ENTROPY);
        fill(loss, (attacked, at) -> ascends ? at.loss() : at.answer().crossEntropy(attacked.label()));
        fill(margin, (attacked, at) -> at.answer().margin(attacked.label()));
    }

    private Stream<AttackedImage> attacks() {
        return model.modelsProperty().get().stream().flatMap(each -> each.attack().state().answer().stream());
    }

    private void fill(LineChart chart, ToDoubleBiFunction<AttackedImage, Iterate> value) {
        List<Series> lines = model.modelsProperty().get().stream()
                .flatMap(each -> each.attack().state().answer().stream()
                        .filter(attacked -> !attacked.path().isEmpty())
                        .map(attacked -> line(each, attacked, value)))
                .toList();
        chart.xAxis().setTitle(model.stopsProperty().get().word());
        chart.getSeries().setAll(lines);
    }

    private static Series line(
            BenchModel model, AttackedImage attacked, ToDoubleBiFunction<AttackedImage, Iterate> value) {
        Series line = new Series(
                model.title(), AxisSide.LEFT, model.colour(), model.colour() < 7 ? LineStyle.SOLID : LineStyle.DASHED);
        int last = 0;
        for (Iterate at : attacked.path()) {
            // Between the moves that Square keeps everything stays as it is.
            if (at.step() > last + 1) {
                line.append(at.step() - 1, line.y(line.size() - 1));
            }
            line.append(at.step(), value.applyAsDouble(attacked, at));
            last = at.step();
        }
        if (attacked.lastStep() > last) {
            line.append(attacked.lastStep(), line.y(line.size() - 1));
        }
        return line;
    }
}
