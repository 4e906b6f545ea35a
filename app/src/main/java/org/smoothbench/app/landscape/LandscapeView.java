package org.smoothbench.app.landscape;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.charts.ChartFiles;
import org.smoothbench.app.page.Page;
import org.smoothbench.app.page.PageHelp;
import org.smoothbench.viz.field.PlaneZoom;
import org.smoothbench.viz.surface.CameraPreset;
import org.smoothbench.viz.surface.OrbitCamera;
import org.smoothbench.viz.surface.RendererTrial;
import org.smoothbench.viz.surface.SurfaceView;

/** The page of loss landscapes: settings on the left, surfaces beside each other, their section and figures below. */
public final class LandscapeView extends BorderPane implements Page {

    private static final double FIRST_DIVIDER = 0.7;

    private final LandscapeViewModel model;
    private final OrbitCamera camera = new OrbitCamera();
    private final ObjectProperty<PlaneZoom> zoom = new SimpleObjectProperty<>(this, "zoom", PlaneZoom.WHOLE);
    private final RendererTrial trial = new RendererTrial();
    private final HBox row = new HBox();
    private final SplitPane split;
    private final HBox below;
    private final SettingsPane settings;
    private final SectionPane section;
    private final LandscapeExports exports;
    private final List<SurfaceCard> cards = new ArrayList<>();
    /** Where the divider was before what is below it went. */
    private double kept = FIRST_DIVIDER;

    /**
     * Shows the page of a view model.
     *
     * @param files saves what is exported
     */
    public LandscapeView(LandscapeViewModel model, ChartFiles files) {
        this.model = model;
        setId("landscape");
        getStyleClass().add("landscape-page");
        getStylesheets().add(LandscapeStyles.sheet());
        settings = new SettingsPane(model);
        section = new SectionPane(model);
        exports = new LandscapeExports(this, model, files);
        row.getStyleClass().add("surface-row");
        VBox.setVgrow(row, Priority.ALWAYS);
        VBox pictures = new VBox(row, new MorphBar(model));
        pictures.getStyleClass().add("surfaces");
        HBox.setHgrow(section, Priority.ALWAYS);
        below = new HBox(section, new RoughnessPane(model));
        below.getStyleClass().add("landscape-below");
        split = new SplitPane(pictures, below);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(FIRST_DIVIDER);
        split.getStyleClass().add("landscape-split");
        VBox.setVgrow(split, Priority.ALWAYS);
        VBox right = new VBox(
                new LookBar(model, trial, this::lookFrom, exports.items()),
                notes(),
                new StackPane(split, empty()),
                caption());
        VBox.setVgrow(right.getChildren().get(2), Priority.ALWAYS);
        right.getStyleClass().add("landscape-right");
        setCenter(right);
        model.look().settingsProperty().subscribe(shown -> setLeft(shown ? settings : null));
        model.look().figuresProperty().subscribe(this::showBelow);
        model.slots().addListener((Observable _) -> arrange());
        arrange();
        model.picker().begin();
    }

    private void showBelow(boolean shown) {
        boolean isShown = split.getItems().contains(below);
        if (shown && !isShown) {
            split.getItems().add(below);
            split.setDividerPositions(kept);
        } else if (!shown && isShown) {
            kept = divider();
            split.getItems().remove(below);
        }
    }

    private void arrange() {
        List<SurfaceCard> kept = new ArrayList<>();
        for (SlotViewModel slot : model.slots()) {
            kept.add(cards.stream()
                    .filter(card -> card.slot().equals(slot))
                    .findFirst()
                    .orElseGet(() -> new SurfaceCard(model, slot, new SurfaceView(trial), camera, zoom)));
        }
        cards.clear();
        cards.addAll(kept);
        kept.forEach(card -> {
            HBox.setHgrow(card, Priority.ALWAYS);
            // All as wide as each other, whatever their names are.
            card.setPrefWidth(100);
        });
        row.getChildren().setAll(kept);
    }

    /** What is said above the pictures: what has changed since, and who has no room. */
    private Node notes() {
        Label stale = new Label(
                "The settings have changed since: this is not what they say.", new FontIcon(Feather.REFRESH_CW));
        stale.setId("landscape-stale");
        stale.getStyleClass().add("warning-text");
        stale.visibleProperty()
                .bind(model.staleProperty().and(model.busyProperty().not()));
        stale.managedProperty().bind(stale.visibleProperty());
        Label leftOut = new Label();
        leftOut.getStyleClass().add("muted");
        leftOut.textProperty().bind(model.leftOutProperty());
        leftOut.visibleProperty().bind(leftOut.textProperty().isNotEmpty());
        leftOut.managedProperty().bind(leftOut.visibleProperty());
        HBox notes = new HBox(stale, leftOut);
        notes.getStyleClass().add("landscape-notes");
        notes.managedProperty().bind(stale.visibleProperty().or(leftOut.visibleProperty()));
        return notes;
    }

    private Node empty() {
        Label title = new Label("No run to look at");
        title.getStyleClass().add("page-title");
        Label hint =
                new Label("Select a run in the list of runs, or open the eye of up to four to see them side by side.");
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        VBox box = new VBox(title, hint);
        box.setId("landscape-empty");
        box.getStyleClass().addAll("card", "activations-empty");
        Runnable settle = () -> {
            boolean none = model.slots().isEmpty();
            box.setVisible(none);
            split.setVisible(!none);
        };
        model.slots().addListener((Observable _) -> settle.run());
        settle.run();
        return box;
    }

    private Node caption() {
        Label caption = new Label();
        caption.setId("landscape-caption");
        caption.getStyleClass().addAll("muted", "landscape-caption");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        caption.setTooltip(new Tooltip("Everything needed to make these pictures again; exports carry it, too"));
        model.picturesProperty().subscribe(pictures -> caption.setText(Caption.of(pictures)));
        caption.visibleProperty().bind(caption.textProperty().isNotEmpty());
        caption.managedProperty().bind(caption.visibleProperty());
        return caption;
    }

    /** Looks at all surfaces from a preset. */
    void lookFrom(CameraPreset preset) {
        camera.travelTo(preset);
        if (!model.look().linkedCamerasProperty().get()) {
            cards.forEach(card -> card.surface().cameraProperty().get().travelTo(preset));
        }
    }

    /** Shows all of every map again. */
    void wholeMaps() {
        cards.forEach(card -> card.map().chart().zoomProperty().set(PlaneZoom.WHOLE));
    }

    /** The models' cards, in their order. */
    List<SurfaceCard> cards() {
        return cards;
    }

    /** The cross-section. */
    SectionPane section() {
        return section;
    }

    /** The camera of linked surfaces. */
    OrbitCamera camera() {
        return camera;
    }

    /** The card that commands are about: the one with the keyboard, or else the first. */
    Optional<SurfaceCard> current() {
        return cards.stream()
                .filter(Node::isFocusWithin)
                .findFirst()
                .or(() -> cards.stream().findFirst());
    }

    /** What can be exported. */
    LandscapeExports exports() {
        return exports;
    }

    double divider() {
        return split.getItems().contains(below) ? split.getDividerPositions()[0] : kept;
    }

    void divider(double share) {
        kept = share;
        split.setDividerPositions(share);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void focusFirst() {
        if (settings.getScene() == null) {
            cards.stream().findFirst().ifPresent(SurfaceCard::focus);
        } else {
            settings.focusFirst();
        }
    }

    @Override
    public JsonObject state() {
        return LandscapeMemory.of(model, this);
    }

    @Override
    public void restore(JsonObject state) {
        LandscapeMemory.restore(model, this, state);
    }

    @Override
    public PageHelp help() {
        return LandscapeHelp.PAGE;
    }
}
