package org.smoothbench.viz.surface;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.CanvasSurface;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.chart.Showing;

/**
 * The drawn part of a view: the picture of a renderer, the texts above it, and the note. Each pulse asks for what is seen
 * then; a frame that waits meanwhile is left out. Once nothing has changed for a moment, a finer picture follows.
 */
final class SurfacePane extends Region {
    private static final Duration STILL_AFTER = Duration.millis(140);

    /** What a surface under trial is turned by to and fro, in degrees: nothing that is seen, and yet another picture. */
    private static final double SWAY = 1e-4;

    private final SurfaceView view;
    private final Supplier<ChartStyle> style;
    private final RendererTrial trial;
    private final SurfaceRenderers renderers;
    private final Canvas fixed = new Canvas();
    private final Canvas moving = new Canvas();
    private final Rectangle clip = new Rectangle();
    private final VertexNote note;
    private final PauseTransition rest = new PauseTransition(STILL_AFTER);
    private final ArrayDeque<Asked> asked = new ArrayDeque<>();

    private @Nullable SurfaceRenderer renderer;
    private final Runnable another = this::drawAnother;
    private RendererChoice drawn = RendererChoice.SOFTWARE;
    private double sway;
    private @Nullable SurfaceLayout layout;
    private @Nullable SurfaceFrame shown;
    private @Nullable Around written;
    private boolean dirty = true;
    private boolean still;

    /** A frame that is not shown yet, and what will stand around it. */
    private record Asked(SurfaceFrame frame, SurfaceLayout layout) {}

    /** What the texts depend on that do not move. */
    private record Around(SurfaceModel model, SurfaceLayout layout, ChartStyle style, double width, double height) {}

    SurfacePane(SurfaceView view, Supplier<ChartStyle> style, RendererTrial trial, SurfaceRenderers renderers) {
        this.view = view;
        this.style = style;
        this.trial = trial;
        this.renderers = renderers;
        this.note = new VertexNote(view);
        // Unmanaged, a request for layout ends here instead of laying out the whole window with every frame.
        setManaged(false);
        setClip(clip);
        fixed.setMouseTransparent(true);
        moving.setMouseTransparent(true);
        getChildren().addAll(moving, fixed, note.node());
        rest.setOnFinished(_ -> rested());
        var showing = Showing.of(this);
        showing.subscribe(this::setShowing);
        view.cameraProperty().flatMap(OrbitCamera::poseProperty).when(showing).subscribe(_ -> changed());
        for (var observable : new Observable[] {
            view.modelProperty(),
            view.morphTargetProperty(),
            view.morphProperty(),
            view.pointedVertexProperty(),
            view.sectionProperty(),
            view.noteShownProperty(),
            view.noteGraphicProperty(),
            widthProperty(),
            heightProperty()
        }) {
            observable.addListener((Observable _) -> changed());
        }
        view.rendererProperty().subscribe(_ -> replaceRenderer());
        trial.verdictProperty().when(showing).subscribe((_, _) -> judged());
    }

    /** Something is to look different: the next pulse begins a frame. */
    void changed() {
        dirty = true;
        still = false;
        rest.playFromStart();
        requestLayout();
    }

    private void rested() {
        dirty = true;
        still = true;
        requestLayout();
    }

    boolean isSettled() {
        return !dirty && still && renderer != null && !renderer.isBusy();
    }

    RendererChoice actualRenderer() {
        return trial.actual(view.rendererProperty().get());
    }

    /** The frame that is seen, if any. */
    Optional<SurfaceFrame> shown() {
        return Optional.ofNullable(shown);
    }

    /** Where the picture begins, in the view's coordinates. */
    Rectangle2D picture() {
        return layout == null ? Rectangle2D.EMPTY : layout.picture();
    }

    private void setShowing(boolean showing) {
        if (showing) {
            replaceRenderer();
        } else {
            rest.stop();
            closeRenderer();
        }
    }

    private void replaceRenderer() {
        closeRenderer();
        if (Showing.of(this).getValue()) {
            drawn = actualRenderer();
            var made = renderers.make(drawn, this::frameShown);
            getChildren().addFirst(made.node());
            renderer = made;
            if (drawn == RendererChoice.JAVAFX_3D) {
                trial.begin(another);
            }
            changed();
        }
    }

    /** Nothing to draw is nothing to time. */
    private void drawAnother() {
        if (view.modelProperty().get() != null) {
            sway = SWAY - sway;
            changed();
        }
    }

    private void judged() {
        sway = 0;
        if (renderer != null && drawn != actualRenderer()) {
            replaceRenderer();
        } else {
            changed();
        }
    }

    private void closeRenderer() {
        if (renderer != null) {
            if (drawn == RendererChoice.JAVAFX_3D) {
                trial.end(another);
            }
            getChildren().remove(renderer.node());
            renderer.close();
            renderer = null;
            asked.clear();
        }
    }

    @Override
    protected void layoutChildren() {
        var model = view.modelProperty().get();
        if (!dirty || renderer == null) {
            return;
        }
        dirty = false;
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        renderer.node().setVisible(model != null);
        if (model == null || getWidth() < 1 || getHeight() < 1) {
            shown = null;
            written = null;
            wipe(fixed);
            wipe(moving);
            note.hide();
            return;
        }
        var places = layout(model, getWidth(), getHeight());
        var next = new Asked(frame(model, places.picture()), places);
        asked.add(next);
        renderer.render(next.frame());
    }

    private SurfaceLayout layout(SurfaceModel model, double width, double height) {
        var look = style.get();
        return SurfaceLayout.of(model, canvas(fixed, look), look, width, height);
    }

    /** What is to be seen now, in a picture of this size. */
    SurfaceFrame frame(SurfaceModel model, double width, double height) {
        return frame(model, layout(model, width, height).picture());
    }

    private SurfaceFrame frame(SurfaceModel model, Rectangle2D picture) {
        var target = view.morphTargetProperty().get();
        var fits = target != null
                && target.columns() == model.field().columns()
                && target.rows() == model.field().rows();
        var viewport = new Viewport(picture.getWidth(), picture.getHeight());
        return new SurfaceFrame(
                model,
                fits ? target : null,
                target == null || !fits ? 0 : Math.clamp(view.morphProperty().get(), 0, 1),
                Projection.withRoomForLetters(view.cameraProperty().get().pose().orbited(sway, 0), viewport),
                viewport,
                pixelScale(),
                SurfaceLook.of(style.get()),
                view.pointedVertexProperty().get().filter(vertex -> isIn(vertex, model)),
                view.sectionProperty().get(),
                still);
    }

    private static boolean isIn(GridVertex vertex, SurfaceModel model) {
        return vertex.column() < model.field().columns()
                && vertex.row() < model.field().rows();
    }

    private double pixelScale() {
        var scene = getScene();
        var window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : Math.max(1, window.getOutputScaleX());
    }

    private void frameShown(SurfaceFrame frame) {
        shown = frame;
        if (drawn == RendererChoice.JAVAFX_3D) {
            trial.frameShown();
        }
        var places = layoutOf(frame);
        var made = renderer;
        if (made != null && places != null) {
            layout = places;
            made.node().relocate(places.picture().getMinX(), places.picture().getMinY());
            paintTexts(frame, places);
            note.follow(frame, places.picture(), getWidth(), getHeight());
        }
    }

    /** Forgets this frame and those that it has replaced. */
    private @Nullable SurfaceLayout layoutOf(SurfaceFrame frame) {
        var next = asked.poll();
        while (next != null && !next.frame().equals(frame)) {
            next = asked.poll();
        }
        return next == null ? null : next.layout();
    }

    private void paintTexts(SurfaceFrame frame, SurfaceLayout places) {
        var look = style.get();
        var around = new Around(frame.model(), places, look, getWidth(), getHeight());
        if (!around.equals(written)) {
            written = around;
            wipe(fixed);
            new FramePainter(canvas(fixed, look), frame.model(), places, look).paint(getWidth(), getHeight());
        }
        wipe(moving);
        new AxisLabels(canvas(moving, look), frame, look, places.picture()).paint();
    }

    private static CanvasSurface canvas(Canvas canvas, ChartStyle look) {
        return new CanvasSurface(canvas.getGraphicsContext2D(), look.small().getFamily());
    }

    private void wipe(Canvas canvas) {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
    }
}
