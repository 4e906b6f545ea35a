package org.smoothbench.viz.surface;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.StyledChart;
import org.smoothbench.viz.field.ScalarField;
import org.smoothbench.viz.field.SectionLine;

/**
 * A surface to fly around. Drag to orbit, with shift, the middle or the right button to pan, wheel or + and - to zoom, arrows
 * to orbit, W, A, S and D to pan, T, I, F or 1, 2, 3 for views, 0, Home or a double click to return; shift and arrows point at
 * vertices one by one. The section's ends can be dragged; with the control key (command on a Mac), arrows move its end B along
 * the axes, with shift also its end A.
 * Looks like other charts, see {@link StyledChart}; style class {@code viz-surface}. FX thread only.
 */
public final class SurfaceView extends StyledChart {
    private static final double PREFERRED_WIDTH = 560;
    private static final double PREFERRED_HEIGHT = 460;
    private static final double SMALLEST = 160;

    private final ObjectProperty<@Nullable SurfaceModel> model = new SimpleObjectProperty<>(this, "model", null);
    private final ObjectProperty<@Nullable ScalarField> morphTarget =
            new SimpleObjectProperty<>(this, "morphTarget", null);
    private final DoubleProperty morph = new SimpleDoubleProperty(this, "morph", 0);
    private final ObjectProperty<OrbitCamera> camera = new SimpleObjectProperty<>(this, "camera", new OrbitCamera());
    private final ObjectProperty<RendererChoice> renderer =
            new SimpleObjectProperty<>(this, "renderer", RendererChoice.AUTOMATIC);
    private final ObjectProperty<Optional<GridVertex>> pointedVertex =
            new SimpleObjectProperty<>(this, "pointedVertex", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SurfacePoint>> pointedAt =
            new ReadOnlyObjectWrapper<>(this, "pointedAt", Optional.empty());
    private final ObjectProperty<@Nullable SectionLine> section = new SimpleObjectProperty<>(this, "section", null);
    private final BooleanProperty noteShown = new SimpleBooleanProperty(this, "noteShown", true);
    private final ObjectProperty<@Nullable Node> noteGraphic = new SimpleObjectProperty<>(this, "noteGraphic", null);
    private final SurfacePane pane;

    /** A view without a surface. */
    public SurfaceView() {
        this(new RendererTrial());
    }

    /**
     * A view without a surface.
     *
     * @param trial tells whether JavaFX 3-D is of use; that of other views beside this one, so that all are drawn alike
     */
    public SurfaceView(RendererTrial trial) {
        this(trial, SurfaceRenderers.REAL);
    }

    SurfaceView(RendererTrial trial, SurfaceRenderers renderers) {
        getStyleClass().add("viz-surface");
        pane = new SurfacePane(this, this::style, trial, renderers);
        getChildren().add(pane);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        SurfaceGestures.install(this, pane);
        SurfaceKeys.install(this);
    }

    /** What is shown; null for nothing. */
    public ObjectProperty<@Nullable SurfaceModel> modelProperty() {
        return model;
    }

    /** What the surface can turn into: a field with as many columns and rows; null for nothing, as is a field of another grid. */
    public ObjectProperty<@Nullable ScalarField> morphTargetProperty() {
        return morphTarget;
    }

    /** How much of the target is seen: 0 is the model's field, 1 the target. Heights, colours and lines follow. */
    public DoubleProperty morphProperty() {
        return morph;
    }

    /** From where it is looked at. Views with the same camera are linked; {@link OrbitCamera#copy()} unlinks. */
    public ObjectProperty<OrbitCamera> cameraProperty() {
        return camera;
    }

    /** What draws; {@link RendererChoice#AUTOMATIC} unless it is said. */
    public ObjectProperty<RendererChoice> rendererProperty() {
        return renderer;
    }

    /** What draws at the moment: never {@link RendererChoice#AUTOMATIC}. */
    public RendererChoice actualRenderer() {
        return pane.actualRenderer();
    }

    /** The vertex under the cross, if any. Bind it in both directions to point at the same vertex of several surfaces. */
    public ObjectProperty<Optional<GridVertex>> pointedVertexProperty() {
        return pointedVertex;
    }

    /** What is known of the vertex under the cross, and where it is seen. */
    public ReadOnlyObjectProperty<Optional<SurfacePoint>> pointedAtProperty() {
        return pointedAt.getReadOnlyProperty();
    }

    ReadOnlyObjectWrapper<Optional<SurfacePoint>> pointedAt() {
        return pointedAt;
    }

    /** The line that the surface is cut along; its ends can be dragged. Null for none. */
    public ObjectProperty<@Nullable SectionLine> sectionProperty() {
        return section;
    }

    /** Whether a note beside the vertex that is pointed at says what it is. */
    public BooleanProperty noteShownProperty() {
        return noteShown;
    }

    /** A picture in the note, e.g. the image that the vertex stands for; null for none. */
    public ObjectProperty<@Nullable Node> noteGraphicProperty() {
        return noteGraphic;
    }

    /** What is shown now, for other threads; none without a model. */
    public Optional<FrozenSurface> freeze() {
        return freeze(0, 0);
    }

    /** As {@link #freeze()}, in a picture of at least this size: a small view has no room for all of its letters. */
    public Optional<FrozenSurface> freeze(double leastWidth, double leastHeight) {
        var laidOut = getWidth() > 0 && getHeight() > 0;
        var width = Math.max(leastWidth, laidOut ? getWidth() : PREFERRED_WIDTH);
        var height = Math.max(leastHeight, laidOut ? getHeight() : PREFERRED_HEIGHT);
        return Optional.ofNullable(model.get())
                .map(shown -> new FrozenSurface(pane.frame(shown, width, height), style(), width, height));
    }

    /** The frame that is seen, if any. */
    Optional<SurfaceFrame> frameShown() {
        return pane.shown();
    }

    /** Where the picture lies in the view. */
    Rectangle2D picture() {
        return pane.picture();
    }

    /** Whether the picture is up to date and as fine as it gets. */
    boolean isSettled() {
        return pane.isSettled();
    }

    @Override
    protected void restyle() {
        pane.changed();
    }

    @Override
    protected void layoutChildren() {
        pane.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT
                ? SurfaceSentences.all(model.get(), pointedAt.get())
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected double computePrefWidth(double forHeight) {
        return PREFERRED_WIDTH;
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        return PREFERRED_HEIGHT;
    }

    @Override
    protected double computeMinWidth(double forHeight) {
        return SMALLEST;
    }

    @Override
    protected double computeMinHeight(double forWidth) {
        return SMALLEST;
    }
}
