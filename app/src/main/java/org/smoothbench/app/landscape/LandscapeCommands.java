package org.smoothbench.app.landscape;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.smoothbench.app.command.Command;
import org.smoothbench.app.command.CommandGroup;
import org.smoothbench.app.command.CommandRegistry;
import org.smoothbench.viz.field.ColourMap;
import org.smoothbench.viz.surface.CameraPreset;
import org.smoothbench.viz.surface.RendererChoice;

/** The commands of the page of landscapes. */
public final class LandscapeCommands {

    private final LandscapeViewModel model;
    private final java.util.function.Supplier<LandscapeView> view;
    private final CommandRegistry registry;

    /**
     * Commands for a page.
     *
     * @param view the page's view, which is made when it is first wanted
     */
    public LandscapeCommands(
            LandscapeViewModel model, java.util.function.Supplier<LandscapeView> view, CommandRegistry registry) {
        this.model = model;
        this.view = view;
        this.registry = registry;
    }

    /**
     * Adds all of them.
     *
     * @param shown whether the page is the one that is seen
     */
    public void add(ObservableBooleanValue shown) {
        ObservableBooleanValue drawn = Bindings.and(
                shown,
                Bindings.createBooleanBinding(
                        () -> !model.picturesProperty().get().isEmpty(), model.picturesProperty()));
        addWork(shown);
        addLooks(drawn);
        addToggles(drawn);
        // Only what is seen can be exported, so the view is there when one of these is asked for.
        for (LandscapeExports.Kind kind : LandscapeExports.Kind.values()) {
            add(
                    "export-" + kind.id(),
                    "landscape-export",
                    "Export " + kind.title(),
                    drawn,
                    () -> view.get().exports().save(kind));
        }
    }

    private void addWork(ObservableBooleanValue shown) {
        ObservableBooleanValue idle = Bindings.and(
                shown,
                Bindings.createBooleanBinding(
                        () -> !model.busyProperty().get()
                                && model.settings().spec().isPresent()
                                && !model.slots().isEmpty(),
                        model.busyProperty(),
                        model.settings().formProperty(),
                        model.slots()));
        registry.add(command("compute", "landscape", "Compute Landscape", idle, model::compute)
                .on(KeyCode.L));
        add("cancel", "landscape", "Cancel Computing", Bindings.and(shown, model.busyProperty()), model::cancel);
        registry.add(
                command(
                                "image-next",
                                "landscape",
                                "Next Image",
                                shown,
                                () -> model.settings().step(1))
                        .onKeys(new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN)),
                command(
                                "image-previous",
                                "landscape",
                                "Image Before",
                                shown,
                                () -> model.settings().step(-1))
                        .onKeys(new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN)));
        add(
                "live",
                "landscape",
                "Follow Changes at Once, on or off",
                shown,
                () -> toggle(model.settings().liveProperty()));
    }

    private void addLooks(ObservableBooleanValue drawn) {
        LookViewModel look = model.look();
        registry.add(command("room", "landscape-look", "Only the Pictures, or Everything", drawn, look::toggleRoom)
                .onKeys(new KeyCodeCombination(KeyCode.F9)));
        registry.add(command(
                        "sight",
                        "landscape-look",
                        "Surfaces or Maps",
                        drawn,
                        () -> look.sightProperty()
                                .set(look.sightProperty().get() == Sight.SURFACE ? Sight.MAP : Sight.SURFACE))
                .on(KeyCode.T));
        for (Height height : Height.values()) {
            add(
                    "height-" + height.name().toLowerCase(java.util.Locale.ROOT),
                    "landscape-look",
                    height.label() + " as Height",
                    drawn,
                    () -> look.heightProperty().set(height));
        }
        for (ColourMap map : ColourMap.values()) {
            add(
                    "colours-" + map.title(),
                    "landscape-look",
                    "Colours: " + map.title(),
                    drawn,
                    () -> look.coloursProperty().set(map));
        }
        add(
                "camera-top",
                "landscape-camera",
                "Look from the Top",
                drawn,
                () -> view.get().lookFrom(CameraPreset.TOP));
        add(
                "camera-iso",
                "landscape-camera",
                "Look from the Corner",
                drawn,
                () -> view.get().lookFrom(CameraPreset.ISO));
        add(
                "camera-front",
                "landscape-camera",
                "Look from the Front",
                drawn,
                () -> view.get().lookFrom(CameraPreset.FRONT));
        add(
                "maps-whole",
                "landscape-camera",
                "Show All of Each Map",
                drawn,
                () -> view.get().wholeMaps());
        add(
                "section-a",
                "landscape-look",
                "Cross-Section Along a",
                drawn,
                () -> view.get().section().along(true));
        add(
                "section-b",
                "landscape-look",
                "Cross-Section Along b",
                drawn,
                () -> view.get().section().along(false));
        add(
                "section-attack",
                "landscape-look",
                "Cross-Section from x to x′",
                drawn,
                () -> view.get().section().toAdversarial());
        for (RendererChoice renderer : RendererChoice.values()) {
            add(
                    "renderer-" + renderer.name().toLowerCase(java.util.Locale.ROOT),
                    "landscape-camera",
                    "Surfaces Drawn by " + LookBar.words(renderer),
                    drawn,
                    () -> look.rendererProperty().set(renderer));
        }
        registry.add(command(
                        "morph",
                        "landscape-look",
                        "Morph to and fro, or Stop",
                        Bindings.and(drawn, model.morph().possibleProperty()),
                        () -> toggle(model.morph().playingProperty()))
                .on(KeyCode.M, KeyCombination.SHIFT_DOWN));
    }

    private void addToggles(ObservableBooleanValue drawn) {
        LookViewModel look = model.look();
        toggle("classes", "Classes as Colours", drawn, look.classesProperty());
        toggle("contours", "Contour Lines", drawn, look.contoursProperty());
        toggle("floor", "Contour Lines on the Floor", drawn, look.floorProperty());
        toggle("budget", "Outline of the Budget", drawn, look.budgetProperty());
        toggle("attack", "Way of the Attack", drawn, look.attackProperty());
        toggle("section", "Line of the Cross-Section", drawn, look.sectionProperty());
        toggle("linked", "Linked Cameras and Maps", drawn, look.linkedCamerasProperty());
        toggle("shared", "Same Range of Heights", drawn, look.sharedScaleProperty());
    }

    private void toggle(String id, String title, ObservableBooleanValue enabled, BooleanProperty flag) {
        add(id, "landscape-look", title + ", on or off", enabled, () -> toggle(flag));
    }

    private static void toggle(BooleanProperty flag) {
        flag.set(!flag.get());
    }

    private void add(String id, String section, String title, ObservableBooleanValue enabled, Runnable action) {
        registry.add(command(id, section, title, enabled, action));
    }

    private static Command command(
            String id, String section, String title, ObservableBooleanValue enabled, Runnable action) {
        return Command.of("landscape." + id, CommandGroup.CHART, section, title, action)
                .when(enabled);
    }
}
