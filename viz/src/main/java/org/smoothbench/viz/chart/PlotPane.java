package org.smoothbench.viz.chart;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The drawn part of a chart: one canvas for the data and one above it for the crosshair. */
final class PlotPane extends Region {
    /** How near to an event's line the pointer reads it. */
    private static final double MARK_REACH = 8;

    private static final double DEEPEST_ZOOM = 1000;
    /** What logarithms there and back may lose. */
    private static final double ROUNDING = 1e-9;

    private final PlotModel model;
    private final Supplier<ChartStyle> style;
    private final Canvas plot = new Canvas();
    private final Canvas overlay = new Canvas();
    private final RedrawGate gate = new RedrawGate(this::requestLayout, PlotPane::delay, System::nanoTime);

    private @Nullable PlotFrame frame;
    private @Nullable Readout readout;
    private OptionalDouble pointer = OptionalDouble.empty();
    private boolean pointerMoved;

    PlotPane(PlotModel model, Supplier<ChartStyle> style) {
        this.model = model;
        this.style = style;
        getStyleClass().add("viz-plot");
        getChildren().addAll(plot, overlay);
        plot.setMouseTransparent(true);
        overlay.setMouseTransparent(true);
        // Unmanaged, a request for layout ends here instead of laying out the whole window ten times a second.
        setManaged(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        widthProperty().subscribe(gate::changed);
        heightProperty().subscribe(gate::changed);
        Showing.of(this).subscribe(gate::setShowing);
        PlotGestures.install(this);
    }

    boolean zoomsWithWheelAlone() {
        return model.wheelZooms.get();
    }

    RedrawGate gate() {
        return gate;
    }

    @Override
    protected void layoutChildren() {
        var drawAll = gate.takeTurn();
        if (drawAll) {
            drawPlot();
        }
        if (drawAll || pointerMoved) {
            drawOverlay();
        }
    }

    private void drawPlot() {
        for (var canvas : new Canvas[] {plot, overlay}) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
        }
        // Reading the revision asks the series for the next event.
        model.series.forEach(one -> one.revisionProperty().get());
        var look = style.get();
        var g = plot.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        var bounds = new Rectangle2D(0, 0, getWidth(), getHeight());
        frame = PlotLayout.of(model, new ScreenTextMeter(look.small()), bounds);
        var surface = new CanvasSurface(g, look.small().getFamily());
        new PlotPainter(surface, frame, look).paint(model.palette.get(), model.emptyText.get());
    }

    private void drawOverlay() {
        pointerMoved = false;
        var g = overlay.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        readout = null;
        var shown = frame;
        if (shown == null || pointer.isEmpty() || !shown.hasPoints()) {
            return;
        }
        var x = shown.x().scale().value(pointer.getAsDouble());
        readout = Readout.near(x, shown.series())
                .map(near -> near.with(pointedAt(shown)))
                .orElse(null);
        if (readout != null) {
            var look = style.get();
            new ReadoutPainter(g, shown, look, new ScreenTextMeter(look.small())).paint(readout, model.palette.get());
        }
    }

    private List<EventMark> pointedAt(PlotFrame shown) {
        var at = pointer.orElseThrow();
        return shown.marks().stream()
                .filter(mark -> Math.abs(shown.x().scale().pixel(mark.x()) - at) <= MARK_REACH)
                .toList();
    }

    /** Shows the values nearest to a place on this pane, in pixels. */
    void pointAt(double pixelX) {
        if (frame != null) {
            var area = frame.area();
            pointer = OptionalDouble.of(Math.max(area.getMinX(), Math.min(area.getMaxX(), pixelX)));
            pointerMoved = true;
            requestLayout();
        }
    }

    void pointNowhere() {
        pointer = OptionalDouble.empty();
        pointerMoved = true;
        requestLayout();
    }

    /** Moves the crosshair to the next point to the right (1) or left (-1); from nowhere, to the last one. */
    void pointAtNeighbour(int direction) {
        if (frame == null) {
            return;
        }
        var from = readout == null ? Double.POSITIVE_INFINITY : readout.x();
        var next = Readout.neighbour(from, readout == null ? -1 : direction, frame.series());
        if (next.isPresent() && scale().domain().contains(next.getAsDouble())) {
            pointAt(scale().pixel(next.getAsDouble()));
            layout();
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    /** Shows {@code factor} times as much of the x axis, keeping what is under the pixel where it is. */
    void zoomAbout(double pixelX, double factor) {
        if (frame == null) {
            return;
        }
        var scale = scale();
        var anchor = scale.straight(scale.value(pixelX));
        var zoomed = scale.straight(scale.domain()).zoomedAbout(anchor, factor);
        var full = scale.straight(frame.fullX());
        if (zoomed.width() >= full.width() * (1 - ROUNDING)) {
            model.zoom.set(null);
        } else if (zoomed.width() >= full.width() / DEEPEST_ZOOM) {
            model.zoom.set(scale.bent(zoomed.movedWithin(full, 0)));
        }
    }

    /** Moves the picture to the right by some pixels, as far as there is something to see. */
    void pan(double pixels) {
        if (frame == null || model.zoom.get() == null) {
            return;
        }
        var scale = scale();
        var offset = scale.straight(scale.value(0)) - scale.straight(scale.value(pixels));
        var moved = scale.straight(scale.domain()).movedWithin(scale.straight(frame.fullX()), offset);
        model.zoom.set(scale.bent(moved));
    }

    void resetZoom() {
        model.zoom.set(null);
    }

    /** Several gestures may fall between two pulses, so the drawn frame may be behind the zoom. */
    private Scale scale() {
        if (frame == null) {
            throw new IllegalStateException("nothing was laid out yet");
        }
        var drawn = frame.x().scale();
        return drawn.over(AxisRange.zoomed(model.zoom.get(), frame.fullX(), !drawn.hasPlaceFor(0)));
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT) {
            return readout == null || frame == null ? model.summary() : readout.spoken(frame);
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    private static void delay(java.time.Duration time, Runnable action) {
        var pause = new PauseTransition(Duration.millis(time.toMillis() + 1.0));
        pause.setOnFinished(event -> action.run());
        pause.play();
    }
}
