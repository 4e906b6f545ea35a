package org.smoothbench.app.charts;

import java.util.Optional;
import javafx.beans.Observable;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.SeriesSwatch;

/** The legend of all charts of the page: a switch for each run, that highlights its curves when it is pointed at. */
final class OwnerLegend extends FlowPane {

    private final ChartsViewModel model;

    OwnerLegend(ChartsViewModel model) {
        this.model = model;
        setId("charts-legend");
        getStyleClass().add("charts-legend");
        model.owners().addListener((Observable _) -> refresh());
        refresh();
    }

    private void refresh() {
        model.highlightedProperty().set(Optional.empty());
        getChildren().setAll(model.owners().stream().map(this::entry).toList());
    }

    private ToggleButton entry(CurveOwner owner) {
        ToggleButton entry = new ToggleButton(owner.name(), new SeriesSwatch(owner.colour(), LineStyle.SOLID));
        entry.getStyleClass().setAll("viz-legend-entry", "owner-entry");
        entry.setMnemonicParsing(false);
        entry.setSelected(!model.hidden().contains(owner.key()));
        entry.selectedProperty().subscribe((_, shown) -> {
            if (shown) {
                model.hidden().remove(owner.key());
            } else {
                model.hidden().add(owner.key());
            }
        });
        entry.selectedProperty()
                .subscribe(shown -> entry.setAccessibleText(owner.name() + (shown ? ", shown" : ", hidden")));
        entry.hoverProperty().subscribe((_, pointedAt) -> highlight(owner, pointedAt || entry.isFocusVisible()));
        entry.focusVisibleProperty().subscribe((_, focused) -> highlight(owner, focused || entry.isHover()));
        entry.setTooltip(new Tooltip(
                owner.members().size() == 1
                        ? "Click to hide or show " + owner.members().getFirst().id()
                        : "The mean of "
                                + String.join(
                                        ", ",
                                        owner.members().stream()
                                                .map(ChartedRun::name)
                                                .toList())));
        return entry;
    }

    private void highlight(CurveOwner owner, boolean wanted) {
        if (wanted) {
            model.highlightedProperty().set(Optional.of(owner.key()));
        } else if (model.highlightedProperty().get().filter(owner.key()::equals).isPresent()) {
            model.highlightedProperty().set(Optional.empty());
        }
    }
}
