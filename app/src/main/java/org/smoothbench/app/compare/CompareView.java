package org.smoothbench.app.compare;

import com.google.gson.JsonObject;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;
import org.smoothbench.app.charts.ChartFiles;
import org.smoothbench.app.command.Command;
import org.smoothbench.app.command.CommandGroup;
import org.smoothbench.app.command.CommandRegistry;
import org.smoothbench.app.page.Page;
import org.smoothbench.app.page.PageHelp;
import org.smoothbench.viz.export.ExportFormat;

/** The page that sets runs beside each other. */
public final class CompareView extends BorderPane implements Page {

    private final CompareViewModel model;
    private final AccuracyView accuracy;
    private final SettingsView settings;
    private final SegmentedButton segments = new SegmentedButton();

    /** Shows the page of a view model. */
    public CompareView(CompareViewModel model, ChartFiles files) {
        this.model = model;
        setId("compare");
        getStyleClass().add("compare-page");
        accuracy = new AccuracyView(model, files);
        settings = new SettingsView(model);
        Map<Sight, Node> sights = new EnumMap<>(Sight.class);
        sights.put(Sight.ACCURACY, accuracy);
        sights.put(Sight.SETTINGS, settings);
        sights.put(Sight.DIFF, new DiffView(model.diff()));
        StackPane centre = new StackPane();
        sights.forEach((sight, node) -> {
            node.visibleProperty().bind(model.sightProperty().isEqualTo(sight));
            node.managedProperty().bind(node.visibleProperty());
            centre.getChildren().add(node);
            segments.getButtons().add(button(sight));
        });
        HBox header = new HBox(segments);
        header.getStyleClass().add("charts-tools");
        setTop(header);
        setCenter(centre);
    }

    private ToggleButton button(Sight sight) {
        ToggleButton button = new ToggleButton(sight.label());
        button.setId("compare-" + sight.key());
        button.setOnAction(_ -> {
            model.sightProperty().set(sight);
            // One is always chosen, also after a click on the one that is.
            button.setSelected(true);
        });
        model.sightProperty().subscribe(now -> {
            if (now == sight) {
                button.setSelected(true);
            }
        });
        return button;
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void focusFirst() {
        segments.getButtons().stream()
                .filter(ToggleButton::isSelected)
                .findFirst()
                .ifPresent(ToggleButton::requestFocus);
    }

    @Override
    public JsonObject state() {
        return CompareMemory.of(model);
    }

    @Override
    public void restore(JsonObject state) {
        CompareMemory.restore(model, state);
    }

    @Override
    public PageHelp help() {
        return PageHelp.of(
                "Compare",
                "Runs beside each other: those that the eye in the list of runs has chosen, or else the selected one.",
                new PageHelp.Topic(
                        "Accuracy and robustness",
                        "A point for each run, or for all runs that differ in nothing but the seed: the mean with whiskers of"
                                + " one standard deviation. Right and up is better. Only runs measured with the same attack,"
                                + " budget and number of images stand beside each other; the chooser has the others. The"
                                + " paper's points are hollow and grey. A click on a point selects its run."),
                new PageHelp.Topic(
                        "Settings that differ",
                        "A column for each setting in which the runs differ; click a heading to sort."),
                new PageHelp.Topic(
                        "Two specifications",
                        "Any two runs or presets, setting by setting; those that differ are marked ≠."));
    }

    /**
     * Adds the commands of the page.
     *
     * @param pageShown whether the page is the one that is seen
     * @param view the page, which is asked for when one of them is used
     */
    public static void addCommands(
            CommandRegistry registry,
            ObservableBooleanValue pageShown,
            CompareViewModel model,
            Supplier<CompareView> view) {
        for (Sight sight : Sight.values()) {
            add(
                    registry,
                    sight.key(),
                    "compare",
                    sight.label(),
                    pageShown,
                    () -> model.sightProperty().set(sight));
        }
        ObservableBooleanValue plotted =
                Bindings.and(pageShown, model.sightProperty().isEqualTo(Sight.ACCURACY));
        ObservableBooleanValue tabled =
                Bindings.and(pageShown, model.sightProperty().isEqualTo(Sight.SETTINGS));
        add(
                registry,
                "export-png",
                "compare-export",
                "Export comparison as PNG picture…",
                plotted,
                () -> view.get().accuracy.save(new ExportFormat.Png(ChartFiles.SCALE)));
        add(
                registry,
                "export-svg",
                "compare-export",
                "Export comparison as SVG drawing…",
                plotted,
                () -> view.get().accuracy.save(new ExportFormat.Svg()));
        add(
                registry,
                "export-pdf",
                "compare-export",
                "Export comparison as PDF page…",
                plotted,
                () -> view.get().accuracy.save(new ExportFormat.Pdf()));
        add(
                registry,
                "export-csv",
                "compare-export",
                "Export comparison as CSV data…",
                plotted,
                () -> view.get().accuracy.save(new ExportFormat.Csv()));
        add(
                registry,
                "copy-csv",
                "compare-export",
                "Copy table as CSV",
                tabled,
                () -> view.get().settings.copyCsv());
        add(
                registry,
                "copy-markdown",
                "compare-export",
                "Copy table as Markdown",
                tabled,
                () -> view.get().settings.copyMarkdown());
    }

    private static void add(
            CommandRegistry registry,
            String id,
            String section,
            String title,
            ObservableBooleanValue enabled,
            Runnable action) {
        registry.add(Command.of("compare." + id, CommandGroup.COMPARE, section, title, action)
                .when(enabled));
    }
}
