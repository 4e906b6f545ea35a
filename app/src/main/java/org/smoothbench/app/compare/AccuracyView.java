package org.smoothbench.app.compare;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.charts.ChartFiles;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.export.ExportFormat;
import org.smoothbench.viz.scatter.ScatterChart;

/** Clean accuracy against robust accuracy, as Figure 3 of the paper has them. */
final class AccuracyView extends VBox {

    private final CompareViewModel model;
    private final ChartFiles files;
    private final ScatterChart chart = new ScatterChart();
    private final ComboBox<NumberSource> sources = new ComboBox<>();

    AccuracyView(CompareViewModel model, ChartFiles files) {
        this.model = model;
        this.files = files;
        getStyleClass().add("compare-sight");
        chart.setId("scatter");
        chart.xAxis().setTitle("robust accuracy");
        chart.xAxis().setUnit("%");
        chart.yAxis().setTitle("clean accuracy");
        chart.yAxis().setUnit("%");
        Bindings.bindContent(chart.getPoints(), model.points());
        Bindings.bindContent(chart.getNotes(), model.notes());
        chart.setOnChosen(point -> model.select(point.id()));
        Label nothing = new Label("No run with both accuracies from this source");
        nothing.getStyleClass().add("muted");
        nothing.visibleProperty().bind(Bindings.isEmpty(model.points()));
        StackPane card = new StackPane(chart, nothing);
        card.getStyleClass().add("card");
        VBox.setVgrow(card, Priority.ALWAYS);
        Label leftOut = remark("left-out", "warning-text", model.leftOutProperty());
        leftOut.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        getChildren().addAll(tools(), card, remark("averaged", "muted", model.averagedProperty()), leftOut);
    }

    private static Label remark(String id, String styleClass, ReadOnlyStringProperty text) {
        Label remark = new Label();
        remark.setId(id);
        remark.getStyleClass().add(styleClass);
        remark.setWrapText(true);
        remark.setMinHeight(USE_PREF_SIZE);
        remark.textProperty().bind(text);
        remark.visibleProperty().bind(text.isNotEmpty());
        remark.managedProperty().bind(remark.visibleProperty());
        return remark;
    }

    void focusFirst() {
        sources.requestFocus();
    }

    void save(ExportFormat format) {
        files.save(frozen(), "accuracy-robustness", format);
    }

    void copy() {
        files.copy(frozen());
    }

    private Drawing frozen() {
        return chart.freeze(model.sourceProperty()
                .get()
                .map(source -> "Clean against robust accuracy; " + source.text())
                .map(title -> model.averagedProperty().get().isEmpty()
                        ? title
                        : title + ". " + model.averagedProperty().get())
                .orElse(""));
    }

    private HBox tools() {
        Label caption = new Label("Numbers");
        caption.setLabelFor(sources);
        sources.setId("number-source");
        sources.setItems(model.sources());
        sources.setMaxWidth(560);
        sources.setTooltip(new Tooltip("Only runs that were measured alike are set beside each other"));
        sources.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable NumberSource source) {
                return source == null ? "" : source.text();
            }

            @Override
            public @Nullable NumberSource fromString(String text) {
                return null;
            }
        });
        model.sourceProperty().subscribe(source -> sources.getSelectionModel().select(source.orElse(null)));
        sources.getSelectionModel().selectedItemProperty().subscribe(source -> {
            if (source != null) {
                model.sourceProperty().set(Optional.of(source));
            }
        });
        CheckBox seeds = new CheckBox("One point for all seeds");
        seeds.setId("over-seeds");
        seeds.setTooltip(
                new Tooltip(
                        "Runs that differ in nothing but the seed share a point: their mean, with whiskers of one standard deviation"));
        seeds.selectedProperty().bindBidirectional(model.overSeedsProperty());
        CheckBox paper = published(PublishedSet.PAPER, "Those that the paper only plots are missing.");
        CheckBox released = published(
                PublishedSet.RELEASED, "Their figures stand beside the authors' code and are not those of the paper.");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox tools = new HBox(caption, sources, seeds, paper, released, gap, export());
        for (Region one : new Region[] {caption, seeds, paper, released}) {
            one.setMinWidth(USE_PREF_SIZE);
        }
        tools.getStyleClass().add("compare-tools");
        return tools;
    }

    private CheckBox published(PublishedSet set, String more) {
        CheckBox box = new CheckBox(set.label());
        box.setId("published-" + set.key());
        box.setTooltip(new Tooltip("Hollow and grey: " + set.note() + ". " + more));
        box.setSelected(model.published().contains(set));
        box.selectedProperty().subscribe((_, chosen) -> {
            var _ = chosen ? model.published().add(set) : model.published().remove(set);
        });
        model.published()
                .addListener((Observable _) -> box.setSelected(model.published().contains(set)));
        return box;
    }

    private MenuButton export() {
        MenuButton menu = new MenuButton("Export", new FontIcon(Feather.DOWNLOAD));
        menu.setId("export-scatter");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.getStyleClass().add(Styles.FLAT);
        menu.getItems()
                .addAll(
                        item("PNG picture…", () -> save(new ExportFormat.Png(ChartFiles.SCALE))),
                        item("SVG drawing…", () -> save(new ExportFormat.Svg())),
                        item("PDF page…", () -> save(new ExportFormat.Pdf())),
                        item("CSV data…", () -> save(new ExportFormat.Csv())),
                        item("Copy as picture", this::copy));
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
