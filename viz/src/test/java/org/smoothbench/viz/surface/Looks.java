package org.smoothbench.viz.surface;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.palette.Theme;

/** The looks of both themes, as the window's style sheets give them. */
final class Looks {
    static final ChartStyle LIGHT_STYLE = new ChartStyle(
            Color.WHITE, Color.web("#24292f"), Color.web("#57606a"), Color.web("#d8dee4"), Font.font(11), Theme.LIGHT);

    static final ChartStyle DARK_STYLE = new ChartStyle(
            Color.web("#0d1117"),
            Color.web("#c9d1d9"),
            Color.web("#8b949e"),
            Color.web("#21262d"),
            Font.font(11),
            Theme.DARK);

    static final SurfaceLook LIGHT = SurfaceLook.of(LIGHT_STYLE);
    static final SurfaceLook DARK = SurfaceLook.of(DARK_STYLE);

    private Looks() {}
}
