package org.smoothbench.app.charts;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How all charts of the page are looked at. */
final class ChartsToolBar extends HBox {

    private final SegmentedButton axis = new SegmentedButton();

    ChartsToolBar(ChartsViewModel model) {
        getStyleClass().add("charts-tools");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(axis(model), smoothing(model), means(model), events(model), gap, showAll(model));
    }

    void focusFirst() {
        axis.getButtons().stream().filter(ToggleButton::isSelected).findFirst().ifPresent(ToggleButton::requestFocus);
    }

    private SegmentedButton axis(ChartsViewModel model) {
        for (ChartX x : ChartX.values()) {
            ToggleButton button = new ToggleButton(x.label());
            button.setId("x-" + x.key());
            button.setTooltip(new Tooltip("The horizontal axis shows the " + x.title()));
            button.setAccessibleText("Horizontal axis: " + x.title());
            button.setOnAction(_ -> {
                model.xProperty().set(x);
                // One is always chosen, also after a click on the one that is.
                button.setSelected(true);
            });
            axis.getButtons().add(button);
            model.xProperty().subscribe(now -> {
                if (now == x) {
                    button.setSelected(true);
                }
            });
        }
        axis.setMinWidth(USE_PREF_SIZE);
        return axis;
    }

    private HBox smoothing(ChartsViewModel model) {
        Slider slider = new Slider(0, ChartsViewModel.MOST_SMOOTHING, 0);
        slider.setId("smoothing");
        slider.setBlockIncrement(0.05);
        slider.setPrefWidth(120);
        slider.setAccessibleText("Smoothing: weight of what came before");
        slider.setTooltip(new Tooltip(
                "How much weight a moving average gives to what came before; its bias towards the start is removed."
                        + " The measured values stay, faint."));
        slider.valueProperty().bindBidirectional(model.smoothingProperty());
        Label caption = new Label("Smoothing");
        caption.setLabelFor(slider);
        caption.setMinWidth(USE_PREF_SIZE);
        Label number = new Label();
        number.setId("smoothing-number");
        number.getStyleClass().add("slider-number");
        number.setMinWidth(USE_PREF_SIZE);
        model.smoothingProperty()
                .subscribe(value -> number.setText(String.format(Locale.ROOT, "%.2f", value.doubleValue())));
        HBox box = new HBox(caption, slider, number);
        box.getStyleClass().add("charts-smoothing");
        return box;
    }

    private static CheckBox means(ChartsViewModel model) {
        CheckBox means = new CheckBox("Mean ± std over seeds");
        means.setId("means");
        means.setMinWidth(USE_PREF_SIZE);
        means.setTooltip(new Tooltip(
                "Draws the mean of runs that differ in nothing but the seed, with a band of one standard deviation (n - 1)"
                        + " on either side; the read-out says of how many."));
        means.selectedProperty().bindBidirectional(model.meansProperty());
        means.disableProperty().bind(model.xProperty().isEqualTo(ChartX.CLOCK));
        return means;
    }

    private static CheckBox events(ChartsViewModel model) {
        CheckBox events = new CheckBox("Events");
        events.setId("events");
        events.setMinWidth(USE_PREF_SIZE);
        events.setTooltip(new Tooltip(
                "Marks where a run was resumed (R), paused (P), stopped (S) or failed (F), where a collapse was detected (!),"
                        + " where training went back (B), and where the loss was no number (?)"));
        events.selectedProperty().bindBidirectional(model.eventsProperty());
        return events;
    }

    private static Button showAll(ChartsViewModel model) {
        Button all = new Button("Show all", new FontIcon(Feather.MAXIMIZE_2));
        all.setId("charts-show-all");
        all.setMinWidth(USE_PREF_SIZE);
        all.getStyleClass().add(Styles.FLAT);
        all.setTooltip(new Tooltip("Leave the zoom of all charts (0 or a double click in a chart)"));
        all.disableProperty().bind(model.zoomProperty().isNull());
        all.setOnAction(_ -> model.zoomProperty().set(null));
        return all;
    }
}
