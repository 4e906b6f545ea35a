package org.smoothbench.app.charts;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.viz.chart.FrozenChart;
import org.smoothbench.viz.chart.LineChart;
import org.smoothbench.viz.export.ExportFormat;

/** One chart of the page, with its title and what can be done with it. */
final class ChartCard extends VBox {

    private final CardViewModel card;
    private final ChartsViewModel model;
    private final ChartFiles files;
    private final LineChart chart;

    ChartCard(CardViewModel card, ChartsViewModel model, ChartFiles files) {
        this.card = card;
        this.model = model;
        this.files = files;
        chart = MetricChart.of(card.lines());
        chart.setId("chart-" + card.spec().id());
        chart.setLegendVisible(false);
        chart.setMinHeight(140);
        chart.zoomProperty().bindBidirectional(model.zoomProperty());
        if (card.spec().scatters()) {
            chart.smoothingProperty().bind(model.smoothingProperty());
        }
        model.xProperty().subscribe(x -> MetricChart.show(chart.xAxis(), x));
        model.extentProperty().subscribe(range -> chart.xAxis().setFixedRange(range));
        chart.leftAxis().logarithmicProperty().bind(card.logYProperty());
        chart.xAxis()
                .logarithmicProperty()
                .bind(card.logXProperty().and(model.xProperty().isNotEqualTo(ChartX.CLOCK)));
        model.highlightedProperty().subscribe(this::highlight);
        VBox.setVgrow(chart, Priority.ALWAYS);
        getStyleClass().addAll("card", "chart-card");
        setId("card-" + card.spec().id());
        getChildren().addAll(header(), facts(), chart);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && isEnlarged()) {
                model.enlargedProperty().set(Optional.empty());
                event.consume();
            }
        });
    }

    CardViewModel card() {
        return card;
    }

    LineChart chart() {
        return chart;
    }

    /** What the card shows, for files. */
    FrozenChart frozen() {
        return chart.freeze().titled(card.fullTitle());
    }

    void save(ExportFormat format) {
        files.save(frozen(), card.spec().id(), format);
    }

    void copy() {
        files.copy(frozen());
    }

    private void highlight(Optional<String> owner) {
        chart.getHighlighted().clear();
        owner.ifPresent(key -> chart.getHighlighted().addAll(card.lines().seriesOf(key)));
    }

    private boolean isEnlarged() {
        return model.enlargedProperty().get().filter(card::equals).isPresent();
    }

    private HBox header() {
        Label title = new Label(card.spec().title());
        title.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(title, gap, pin(), enlarge(), menu());
        header.getStyleClass().add("card-header");
        return header;
    }

    /** What has to be known to read the chart; only where there is something. */
    private HBox facts() {
        Label conditions = new Label();
        conditions.getStyleClass().addAll("muted", "card-conditions");
        conditions.textProperty().bind(card.conditionsProperty());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(card.conditionsProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        card.conditionsProperty().subscribe(words -> {
            boolean differ = words.startsWith("measured differently");
            conditions.setGraphic(differ ? new FontIcon(Feather.ALERT_CIRCLE) : null);
            conditions.getStyleClass().remove("warning-text");
            if (differ) {
                conditions.getStyleClass().add("warning-text");
            }
            conditions.setTooltip(words.isEmpty() ? null : whole);
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox facts = new HBox(conditions, gap, lineKey());
        facts.getStyleClass().add("card-facts");
        if (card.spec().lines().size() == 1) {
            facts.visibleProperty().bind(card.conditionsProperty().isNotEmpty());
            facts.managedProperty().bind(facts.visibleProperty());
        }
        return facts;
    }

    /** Which of two lines is which, as every run has both. */
    private HBox lineKey() {
        HBox key = new HBox();
        key.getStyleClass().add("line-key");
        key.setMinWidth(USE_PREF_SIZE);
        if (card.spec().lines().size() > 1) {
            for (ChartLine line : card.spec().lines()) {
                Label label = new Label(line.name(), new LineSample(line.style()));
                label.getStyleClass().add("muted");
                key.getChildren().add(label);
            }
        }
        return key;
    }

    private ToggleButton pin() {
        ToggleButton pin = new ToggleButton("", new FontIcon(Feather.MAP_PIN));
        pin.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        pin.setMinWidth(USE_PREF_SIZE);
        pin.setId("pin-" + card.spec().id());
        pin.setTooltip(new Tooltip("Pin: this chart comes first, beside the other pinned ones"));
        pin.selectedProperty().bindBidirectional(card.pinnedProperty());
        pin.setAccessibleText("Pin " + card.spec().title());
        return pin;
    }

    private Button enlarge() {
        FontIcon icon = new FontIcon(Feather.MAXIMIZE);
        Button enlarge = new Button("", icon);
        enlarge.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        enlarge.setMinWidth(USE_PREF_SIZE);
        enlarge.setId("enlarge-" + card.spec().id());
        enlarge.setOnAction(_ -> model.enlargedProperty().set(isEnlarged() ? Optional.empty() : Optional.of(card)));
        model.enlargedProperty().subscribe(_ -> {
            boolean large = isEnlarged();
            icon.setIconCode(large ? Feather.MINIMIZE : Feather.MAXIMIZE);
            String words = large ? "Back to all charts (Esc)" : "Enlarge to the whole page";
            enlarge.setTooltip(new Tooltip(words));
            enlarge.setAccessibleText(words + ": " + card.spec().title());
            chart.wheelZoomsProperty().set(large);
        });
        return enlarge;
    }

    private MenuButton menu() {
        CheckMenuItem logX = new CheckMenuItem("Logarithmic horizontal axis");
        logX.selectedProperty().bindBidirectional(card.logXProperty());
        logX.disableProperty().bind(model.xProperty().isEqualTo(ChartX.CLOCK));
        CheckMenuItem logY = new CheckMenuItem("Logarithmic vertical axis");
        logY.selectedProperty().bindBidirectional(card.logYProperty());
        MenuButton menu = new MenuButton("", new FontIcon(Feather.MORE_VERTICAL));
        menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "no-arrow", "card-menu");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setId("menu-" + card.spec().id());
        menu.setAccessibleText("Axes and export of " + card.spec().title());
        menu.setTooltip(new Tooltip("Axes, export"));
        menu.getItems()
                .addAll(
                        logX,
                        logY,
                        new SeparatorMenuItem(),
                        export("Export as PNG picture…", new ExportFormat.Png(ChartFiles.SCALE)),
                        export("Export as SVG drawing…", new ExportFormat.Svg()),
                        export("Export as PDF page…", new ExportFormat.Pdf()),
                        export("Export all data as CSV…", new ExportFormat.Csv()),
                        new SeparatorMenuItem(),
                        item("Copy as picture", this::copy),
                        item(
                                "Show all of the horizontal axis",
                                () -> model.zoomProperty().set(null)));
        return menu;
    }

    private MenuItem export(String text, ExportFormat format) {
        return item(text, () -> save(format));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
