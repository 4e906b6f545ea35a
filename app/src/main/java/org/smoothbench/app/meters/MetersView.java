package org.smoothbench.app.meters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** The meters in a row, for the status bar. */
public final class MetersView extends HBox {

    private final Map<String, MeterView> views = new HashMap<>();

    /** Shows meters. */
    public MetersView(MetersViewModel model) {
        setId("meters");
        getStyleClass().add("meters");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        model.metersProperty().subscribe(this::show);
    }

    private void show(List<Meter> meters) {
        List<Node> shown = new ArrayList<>();
        for (Meter meter : meters) {
            MeterView view = views.computeIfAbsent(meter.key(), _ -> new MeterView());
            view.show(meter);
            shown.add(view);
        }
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
    }
}
