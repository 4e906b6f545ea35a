package org.smoothbench.app.charts;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.smoothbench.app.page.Page;
import org.smoothbench.app.page.PageHelp;

/** The page of charts: how they are looked at on top, the runs below, and a chart for each thing measured. */
public final class ChartsView extends BorderPane implements Page {

    /** Charts this near to being scrolled into sight are drawn already. */
    private static final double AHEAD = 60;

    private final ChartsViewModel model;
    private final ChartFiles files;
    private final ChartsToolBar tools;
    private final CardGrid grid = new CardGrid();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final StackPane single = new StackPane();
    private final VBox nothing;
    private final Map<CardViewModel, ChartCard> cards = new HashMap<>();

    /** Shows the page of a view model. */
    public ChartsView(ChartsViewModel model, ChartFiles files) {
        this.model = model;
        this.files = files;
        setId("charts");
        getStyleClass().add("charts-page");
        tools = new ChartsToolBar(model);
        OwnerLegend entries = new OwnerLegend(model);
        ScrollPane legend = new ScrollPane(entries);
        legend.setMinHeight(USE_PREF_SIZE);
        legend.prefHeightProperty().bind(entries.heightProperty());
        legend.getStyleClass().add("legend-scroll");
        legend.setFitToWidth(true);
        legend.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setTop(new VBox(tools, legend));
        nothing = nothing();
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("charts-scroll");
        single.getStyleClass().add("chart-single");
        setCenter(new StackPane(scroll, single, nothing));
        model.cards().addListener((Observable _) -> arrange());
        model.enlargedProperty().subscribe(_ -> arrange());
        model.owners().addListener((Observable _) -> arrange());
        scroll.vvalueProperty().subscribe(this::drawWhatIsSeen);
        scroll.viewportBoundsProperty().subscribe(bounds -> {
            grid.see(bounds.getHeight());
            drawWhatIsSeen();
        });
        grid.heightProperty().subscribe(this::drawWhatIsSeen);
        grid.needsLayoutProperty().subscribe((_, needed) -> {
            if (!needed) {
                drawWhatIsSeen();
            }
        });
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void focusFirst() {
        tools.focusFirst();
    }

    @Override
    public JsonObject state() {
        return ChartsMemory.of(model);
    }

    @Override
    public void restore(JsonObject state) {
        ChartsMemory.restore(model, state);
    }

    @Override
    public PageHelp help() {
        return PageHelp.of(
                "Charts",
                "What the compared runs measured while they trained, a chart for each thing. Runs are added with the eye in"
                        + " the list of runs; while none is, the selected run is shown.",
                new PageHelp.Topic(
                        "Reading",
                        "Pointing at a chart reads all curves there, the largest value first. With the keyboard, left and"
                                + " right move from measurement to measurement."),
                new PageHelp.Topic(
                        "Zoom",
                        "Ctrl and the wheel, or + and −, zoom the horizontal axis of all charts; dragging pans; 0 or a double"
                                + " click shows everything. In an enlarged chart the wheel is enough."),
                new PageHelp.Topic(
                        "Runs",
                        "Pointing at a run above the charts makes its curves stand out; a click hides or shows them."),
                new PageHelp.Topic(
                        "Smoothing",
                        "An exponential moving average without its bias towards the start, over the measured values, which"
                                + " stay faint."),
                new PageHelp.Topic(
                        "Seeds",
                        "Runs whose specifications differ in nothing but the seed can be drawn as their mean, with a band of"
                                + " one standard deviation (n − 1)."),
                new PageHelp.Topic(
                        "Export",
                        "The menu of a chart saves what is seen as PNG, SVG or PDF, and everything measured as CSV."));
    }

    /** The card that commands are about: the enlarged one, or else the one with the keyboard, or else the first. */
    Optional<ChartCard> current() {
        Optional<ChartCard> focused = model.cards().stream()
                .flatMap(card -> Optional.ofNullable(cards.get(card)).stream())
                .filter(Node::isFocusWithin)
                .findFirst();
        return model.enlargedProperty()
                .get()
                .or(() -> focused.map(ChartCard::card))
                .or(() -> model.cards().stream().findFirst())
                .map(this::cardOf);
    }

    private ChartCard cardOf(CardViewModel card) {
        return cards.computeIfAbsent(card, one -> new ChartCard(one, model, files));
    }

    private void arrange() {
        Optional<CardViewModel> large = model.enlargedProperty().get();
        List<ChartCard> wanted = model.cards().stream()
                .filter(card -> !large.equals(Optional.of(card)))
                .map(this::cardOf)
                .toList();
        // The enlarged chart leaves the grid before it enters the page, as a node has one parent.
        grid.show(wanted);
        single.getChildren().setAll(large.map(this::cardOf).stream().toList());
        show(single, large.isPresent());
        show(scroll, large.isEmpty() && !wanted.isEmpty());
        show(nothing, large.isEmpty() && wanted.isEmpty());
        large.ifPresent(card -> {
            cardOf(card).chart().setVisible(true);
            cardOf(card).requestFocus();
        });
        drawWhatIsSeen();
    }

    /** Charts out of sight are not drawn: with many runs each of them costs. */
    private void drawWhatIsSeen() {
        double hiddenHeight =
                Math.max(0, grid.getHeight() - scroll.getViewportBounds().getHeight());
        double top = scroll.getVvalue() * hiddenHeight - AHEAD;
        double bottom = top + scroll.getViewportBounds().getHeight() + 2 * AHEAD;
        for (Node node : grid.getChildrenUnmodifiable()) {
            if (node instanceof ChartCard card) {
                Bounds bounds = card.getBoundsInParent();
                card.chart().setVisible(bounds.getMaxY() >= top && bounds.getMinY() <= bottom);
            }
        }
    }

    private VBox nothing() {
        Label title = new Label();
        title.getStyleClass().add("page-title");
        title.setId("charts-nothing");
        Runnable settle = () -> title.setText(model.owners().isEmpty() ? "No run to draw" : "Nothing measured yet");
        model.owners().addListener((Observable _) -> settle.run());
        settle.run();
        Label hint =
                new Label("Runs are added with the eye in the list of runs; until then the selected run is shown.");
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        VBox box = new VBox(title, hint);
        box.getStyleClass().addAll("activations-empty");
        return box;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
