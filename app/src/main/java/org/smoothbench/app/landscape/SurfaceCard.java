package org.smoothbench.app.landscape;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.smoothbench.app.runs.ColourMark;
import org.smoothbench.viz.field.PlaneZoom;
import org.smoothbench.viz.surface.FrozenSurface;
import org.smoothbench.viz.surface.OrbitCamera;
import org.smoothbench.viz.surface.SurfaceModel;
import org.smoothbench.viz.surface.SurfaceView;

/** One model: its name, its surface or map, and what is under the pointer. */
final class SurfaceCard extends VBox {

    private static final double MARK = 16;

    private final LandscapeViewModel page;
    private final SlotViewModel slot;
    private final SurfaceView surface;
    private final MapPane map;
    private final ReadingStrip reading = new ReadingStrip();
    private final ColourMark mark = new ColourMark(MARK);
    private final Label title = new Label();
    private final Label activation = new Label();
    private final Label note = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final OrbitCamera own = new OrbitCamera();
    private final Morphing morphing;

    SurfaceCard(
            LandscapeViewModel page,
            SlotViewModel slot,
            SurfaceView surface,
            OrbitCamera shared,
            ObjectProperty<PlaneZoom> sharedZoom) {
        this.page = page;
        this.slot = slot;
        this.surface = surface;
        getStyleClass().addAll("card", "surface-card");
        setId("surface-card-" + slot.model().id());
        setMinWidth(0);
        map = new MapPane(page);
        morphing = new Morphing(page.morph(), surface);
        surface.setId("surface-" + slot.model().id());
        surface.noteShownProperty().set(false);
        surface.rendererProperty().bind(page.look().rendererProperty());
        surface.pointedVertexProperty().bindBidirectional(page.pointedProperty());
        SectionLink.join(page, surface.sectionProperty());
        page.look().linkedCamerasProperty().subscribe(linked -> {
            own.jumpTo(shared.pose());
            surface.cameraProperty().set(linked ? shared : own);
            if (linked) {
                map.chart().zoomProperty().bindBidirectional(sharedZoom);
            } else {
                map.chart().zoomProperty().unbindBidirectional(sharedZoom);
            }
        });
        SlotMessage message = new SlotMessage(page::compute);
        StackPane centre = new StackPane(surface, map.node(), message);
        centre.setMinHeight(0);
        VBox.setVgrow(centre, Priority.ALWAYS);
        getChildren().addAll(header(), centre, reading);
        slot.stateProperty()
                .subscribe(state -> message.show(state, slot.unfitProperty().get()));
        slot.unfitProperty().subscribe(why -> message.show(slot.stateProperty().get(), why));
        slot.modelProperty().subscribe(this::name);
        slot.stageProperty().subscribe(this::progress);
        LookViewModel look = page.look();
        for (Observable each : List.<Observable>of(
                page.picturesProperty(),
                look.sightProperty(),
                look.classesProperty(),
                look.contoursProperty(),
                look.floorProperty(),
                look.budgetProperty(),
                look.attackProperty())) {
            each.addListener(_ -> draw());
        }
        page.pointedProperty().subscribe(this::read);
        draw();
    }

    private HBox header() {
        title.getStyleClass().add("card-title");
        title.setMinWidth(40);
        activation.getStyleClass().add("smoothness-badge");
        activation.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().addAll("muted", "surface-note");
        progress.setPrefWidth(90);
        progress.setMinWidth(60);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(mark, title, activation, gap, note, progress);
        header.getStyleClass().add("card-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    /** What flies around. */
    SurfaceView surface() {
        return surface;
    }

    /**
     * The surface with its name and all that is needed to make it again, dark on white; none without a surface.
     *
     * @param least the least width and height of its picture
     */
    Optional<FrozenSurface> freeze(Dimension2D least) {
        SurfaceModel seen = surface.modelProperty().get();
        return page.picture(slot).filter(picture -> picture.field().isPresent()).flatMap(picture -> {
            surface.modelProperty().set(model(picture, picture.model().title(), Caption.of(picture)));
            try {
                return surface.freeze(least.getWidth(), least.getHeight()).map(FrozenSurface::onPaper);
            } finally {
                surface.modelProperty().set(seen);
            }
        });
    }

    /** Puts the keyboard onto what is seen. */
    void focus() {
        if (surface.isVisible()) {
            surface.requestFocus();
        } else {
            map.chart().requestFocus();
        }
    }

    /** What is seen from above. */
    MapPane map() {
        return map;
    }

    /** What is seen from above; filled, though it may not be seen now. */
    MapPane map(Picture picture) {
        map.show(picture);
        return map;
    }

    /** The model. */
    SlotViewModel slot() {
        return slot;
    }

    private void name(ShownModel model) {
        mark.show(model.colour());
        title.setText(model.title());
        title.setTooltip(new Tooltip(model.title()));
        activation.setText(model.activation());
        activation.setVisible(!model.activation().isEmpty());
    }

    private void progress(Optional<LandscapeMaker.Stage> stage) {
        progress.setVisible(stage.isPresent());
        progress.setManaged(stage.isPresent());
        stage.ifPresent(
                now -> progress.setProgress(now.share() > 0 ? now.share() : ProgressBar.INDETERMINATE_PROGRESS));
        note();
    }

    private void note() {
        String holes = page.picture(slot)
                .map(Picture::holes)
                .filter(count -> count > 0)
                .map(count -> count + (count == 1 ? " vertex" : " vertices") + " without a finite number")
                .orElse("");
        note.setText(slot.stageProperty().get().map(LandscapeMaker.Stage::words).orElse(holes));
        note.pseudoClassStateChanged(
                LandscapeStyles.WRONG, slot.stageProperty().get().isEmpty() && !holes.isEmpty());
    }

    private void draw() {
        Optional<Picture> picture = page.picture(slot);
        boolean drawn = picture.flatMap(Picture::field).isPresent();
        boolean asSurface = page.look().sightProperty().get() == Sight.SURFACE;
        surface.setVisible(drawn && asSurface);
        map.node().setVisible(picture.isPresent() && !surface.isVisible());
        if (drawn && asSurface) {
            surface.modelProperty().set(model(picture.get(), "", ""));
        } else if (picture.isPresent()) {
            map.show(picture.get());
        }
        morphing.follow(page.slots().indexOf(slot) == 0 && drawn && asSurface);
        read();
        note();
    }

    private SurfaceModel model(Picture picture, String heading, String caption) {
        return SurfaceModels.of(
                picture,
                picture.field().orElseThrow(),
                page.look(),
                Overlay.classes(page.picturesProperty().get()),
                heading,
                caption);
    }

    private void read() {
        reading.show(page.picture(slot), page.pointedProperty().get());
    }
}
