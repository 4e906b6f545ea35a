package org.smoothbench.viz.chart;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.smoothbench.viz.palette.Theme;

/** The colours and the font that the style sheets give a chart. */
final class ChartCss {
    private static final StyleablePropertyFactory<StyledChart> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<StyledChart, Color> BACKGROUND = colour("-viz-background", css -> css.background);
    private static final CssMetaData<StyledChart, Color> TEXT = colour("-viz-text", css -> css.text);
    private static final CssMetaData<StyledChart, Color> MUTED = colour("-viz-muted", css -> css.muted);
    private static final CssMetaData<StyledChart, Color> GRID = colour("-viz-grid", css -> css.grid);
    private static final CssMetaData<StyledChart, Font> FONT =
            FACTORY.createFontCssMetaData("-fx-font", chart -> chart.css().font, Font.getDefault(), true);
    private static final List<CssMetaData<? extends Styleable, ?>> META_DATA = Stream.concat(
                    Region.getClassCssMetaData().stream(), Stream.of(BACKGROUND, TEXT, MUTED, GRID, FONT))
            .toList();

    private final StyleableObjectProperty<Color> background;
    private final StyleableObjectProperty<Color> text;
    private final StyleableObjectProperty<Color> muted;
    private final StyleableObjectProperty<Color> grid;
    private final StyleableObjectProperty<Font> font;

    ChartCss(StyledChart chart) {
        background = property(BACKGROUND, chart, "background");
        text = property(TEXT, chart, "text");
        muted = property(MUTED, chart, "muted");
        grid = property(GRID, chart, "grid");
        font = property(FONT, chart, "font");
    }

    static List<CssMetaData<? extends Styleable, ?>> metaData() {
        return META_DATA;
    }

    ChartStyle style() {
        var base = font.get();
        var small = Font.font(base.getFamily(), base.getSize() * ChartStyle.SMALL);
        return new ChartStyle(background.get(), text.get(), muted.get(), grid.get(), small, Theme.ofText(text.get()));
    }

    Observable[] observables() {
        return new Observable[] {background, text, muted, grid, font};
    }

    private static CssMetaData<StyledChart, Color> colour(
            String name, Function<ChartCss, StyleableObjectProperty<Color>> property) {
        return FACTORY.createColorCssMetaData(name, chart -> property.apply(chart.css()), Color.TRANSPARENT, false);
    }

    private static <T> StyleableObjectProperty<T> property(
            CssMetaData<StyledChart, T> metaData, StyledChart chart, String name) {
        return new SimpleStyleableObjectProperty<>(metaData, chart, name, metaData.getInitialValue(chart));
    }
}
