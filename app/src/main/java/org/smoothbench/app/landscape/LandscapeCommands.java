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
                    "Export",
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
        registry.add(command("compute", "landscape", "Compute landscape", idle, model::compute)
                .on(KeyCode.L));
        add("cancel", "landscape", "Cancel computing", Bindings.and(shown, model.busyProperty()), model::cancel);
        registry.add(
                command(
                                "image-next",
                                "landscape",
                                "Next image",
                                shown,
                                () -> model.settings().step(1))
                        .onKeys(new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN)),
                command(
                                "image-previous",
                                "landscape",
                                "Image before",
                                shown,
                                () -> model.settings().step(-1))
                        .onKeys(new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN)));
        add(
                "live",
                "landscape",
                "Follow changes at once, on or off",
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
                        "Surfaces or maps",
                        drawn,
                        () -> look.sightProperty()
                                .set(look.sightProperty().get() == Sight.SURFACE ? Sight.MAP : Sight.SURFACE))
                .on(KeyCode.T));
        for (Height height : Height.values()) {
            add(
                    "height-" + height.name().toLowerCase(java.util.Locale.ROOT),
                    "Height and colours",
                    height.label() + " as height",
                    drawn,
                    () -> look.heightProperty().set(height));
        }
        for (ColourMap map : ColourMap.values()) {
            add(
                    "colours-" + map.title(),
                    "Height and colours",
                    "Colours: " + map.title(),
                    drawn,
                    () -> look.coloursProperty().set(map));
        }
        add(
                "camera-top",
                "Camera and drawing",
                "Look from the top",
                drawn,
                () -> view.get().lookFrom(CameraPreset.TOP));
        add(
                "camera-iso",
                "Camera and drawing",
                "Look from the corner",
                drawn,
                () -> view.get().lookFrom(CameraPreset.ISO));
        add(
                "camera-front",
                "Camera and drawing",
                "Look from the front",
                drawn,
                () -> view.get().lookFrom(CameraPreset.FRONT));
        add(
                "maps-whole",
                "Camera and drawing",
                "Show all of each map",
                drawn,
                () -> view.get().wholeMaps());
        add(
                "section-a",
                "Cross-section",
                "Cross-section along a",
                drawn,
                () -> view.get().section().along(true));
        add(
                "section-b",
                "Cross-section",
                "Cross-section along b",
                drawn,
                () -> view.get().section().along(false));
        add(
                "section-attack",
                "Cross-section",
                "Cross-section from x to x′",
                drawn,
                () -> view.get().section().toAdversarial());
        for (RendererChoice renderer : RendererChoice.values()) {
            add(
                    "renderer-" + renderer.name().toLowerCase(java.util.Locale.ROOT),
                    "Camera and drawing",
                    "Surfaces drawn by " + LookBar.words(renderer),
                    drawn,
                    () -> look.rendererProperty().set(renderer));
        }
        registry.add(command(
                        "morph",
                        "landscape-look",
                        "Morph to and fro, or stop",
                        Bindings.and(drawn, model.morph().possibleProperty()),
                        () -> toggle(model.morph().playingProperty()))
                .on(KeyCode.M, KeyCombination.SHIFT_DOWN));
    }

    private void addToggles(ObservableBooleanValue drawn) {
        LookViewModel look = model.look();
        toggle("classes", "Classes as colours", drawn, look.classesProperty());
        toggle("contours", "Contour lines", drawn, look.contoursProperty());
        toggle("floor", "Contour lines on the floor", drawn, look.floorProperty());
        toggle("budget", "Outline of the budget", drawn, look.budgetProperty());
        toggle("attack", "Way of the attack", drawn, look.attackProperty());
        toggle("section", "Line of the cross-section", drawn, look.sectionProperty());
        toggle("linked", "Linked cameras and maps", drawn, look.linkedCamerasProperty());
        toggle("shared", "Same range of heights", drawn, look.sharedScaleProperty());
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
        return Command.of("landscape." + id, CommandGroup.LANDSCAPE, section, title, action)
                .when(enabled);
    }
}
