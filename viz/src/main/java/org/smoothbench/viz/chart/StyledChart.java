package org.smoothbench.viz.chart;

import java.util.List;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.layout.Region;

/**
 * What charts have in common: style class {@code viz-chart}; colours from {@code -viz-background}, {@code -viz-text},
 * {@code -viz-muted} and {@code -viz-grid}, the font from the inherited {@code -fx-font}. FX thread only.
 */
// Properties name their bean; nothing calls it before the chart is whole.
@SuppressWarnings("this-escape")
public abstract class StyledChart extends Region {
    private final ChartCss css = new ChartCss(this);

    /** A chart that has yet to be styled. */
    protected StyledChart() {
        getStyleClass().add("viz-chart");
        for (var observable : css.observables()) {
            observable.addListener((Observable changed) -> restyle());
        }
    }

    /** The look that the style sheets give the chart. */
    protected final ChartStyle style() {
        return css.style();
    }

    /** The look of the chart now, for what is saved beside it. */
    public final ChartStyle look() {
        return style();
    }

    /** Called when the look has changed. */
    protected abstract void restyle();

    /** The metadata of the CSS properties of this class and its super classes. */
    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return ChartCss.metaData();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(StyledChart.class.getResource("line-chart.css"))
                .toExternalForm();
    }

    ChartCss css() {
        return css;
    }
}
