package org.smoothbench.app.charts;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.smoothbench.app.command.Command;
import org.smoothbench.app.command.CommandGroup;
import org.smoothbench.app.command.CommandRegistry;
import org.smoothbench.viz.export.ExportFormat;

/** The commands of the page of charts. */
public final class ChartCommands {

    private static final double SMOOTHING_STEP = 0.1;

    private final ChartsViewModel model;
    private final Supplier<ChartsView> view;

    /** Commands for a page, which is asked for when one of them is used. */
    public ChartCommands(ChartsViewModel model, Supplier<ChartsView> view) {
        this.model = model;
        this.view = view;
    }

    /**
     * Adds all of them.
     *
     * @param pageShown whether the page is the one that is seen
     */
    public void addTo(CommandRegistry registry, ObservableBooleanValue pageShown) {
        ObservableBooleanValue any = Bindings.and(pageShown, Bindings.isNotEmpty(model.cards()));
        for (ChartX x : ChartX.values()) {
            add(
                    registry,
                    "x." + x.key(),
                    "axis",
                    "Horizontal axis: " + x.title(),
                    pageShown,
                    () -> model.xProperty().set(x));
        }
        add(
                registry,
                "show-all",
                "look",
                "Show all of the horizontal axis",
                any,
                () -> model.zoomProperty().set(null));
        add(registry, "smooth-more", "look", "Smooth more", any, () -> smooth(SMOOTHING_STEP));
        add(registry, "smooth-less", "look", "Smooth less", any, () -> smooth(-SMOOTHING_STEP));
        add(registry, "means", "look", "Mean over seeds, on or off", any, () -> toggle(model.meansProperty()));
        add(registry, "events", "look", "Events, on or off", any, () -> toggle(model.eventsProperty()));
        add(
                registry,
                "log-x",
                "chart",
                "Logarithmic horizontal axis, on or off",
                any,
                () -> current(card -> toggle(card.card().logXProperty())));
        add(
                registry,
                "log-y",
                "chart",
                "Logarithmic vertical axis, on or off",
                any,
                () -> current(card -> toggle(card.card().logYProperty())));
        add(
                registry,
                "pin",
                "chart",
                "Pin chart, on or off",
                any,
                () -> current(card -> toggle(card.card().pinnedProperty())));
        add(
                registry,
                "enlarge",
                "chart",
                "Enlarge chart, or back",
                any,
                () -> current(card -> model.enlargedProperty()
                        .set(
                                model.enlargedProperty().get().isPresent()
                                        ? Optional.empty()
                                        : Optional.of(card.card()))));
        export(registry, any, "PNG picture", new ExportFormat.Png(ChartFiles.SCALE));
        export(registry, any, "SVG drawing", new ExportFormat.Svg());
        export(registry, any, "PDF page", new ExportFormat.Pdf());
        export(registry, any, "CSV data", new ExportFormat.Csv());
        add(registry, "copy", "export", "Copy chart as picture", any, () -> current(ChartCard::copy));
    }

    private void export(CommandRegistry registry, ObservableBooleanValue any, String what, ExportFormat format) {
        add(
                registry,
                "export-" + format.extension(),
                "export",
                "Export chart as " + what + "…",
                any,
                () -> current(card -> card.save(format)));
    }

    private static void add(
            CommandRegistry registry,
            String id,
            String section,
            String title,
            ObservableBooleanValue enabled,
            Runnable action) {
        registry.add(Command.of("charts." + id, CommandGroup.CHART, section, title, action)
                .when(enabled));
    }

    private void current(Consumer<ChartCard> action) {
        view.get().current().ifPresent(action);
    }

    private void smooth(double step) {
        double next = Math.round((model.smoothingProperty().get() + step) * 100) / 100.0;
        model.smoothingProperty().set(Math.clamp(next, 0, ChartsViewModel.MOST_SMOOTHING));
    }

    private static void toggle(BooleanProperty flag) {
        flag.set(!flag.get());
    }
}
