package org.smoothbench.app.landscape;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.RecordWriter;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.viz.field.ColourMap;
import org.smoothbench.viz.surface.CameraPose;
import org.smoothbench.viz.surface.RendererChoice;

/** What the page finds again after a restart; public, since it is read and written by its components. */
public record LandscapeMemory(
        @Setting(help = "What is shown, as the files know it", defaultValue = "\"\"")
        String study,

        @Setting(help = "Surfaces or maps") Sight sight,

        @Setting(help = "Whether margins are drawn instead of losses")
        boolean margin,

        @Setting(help = "The colours of numbers") ColourMap colours,
        @Setting(help = "Whether colours mean classes") boolean classes,
        @Setting(help = "Whether there are contour lines") boolean contours,

        @Setting(help = "Whether there are contour lines on the floor")
        boolean floor,

        @Setting(help = "Whether the budget is outlined") boolean budget,
        @Setting(help = "Whether the attack is drawn") boolean attack,

        @Setting(help = "Whether the line of the section is drawn")
        boolean section,

        @Setting(help = "Whether cameras are linked") boolean linked,
        @Setting(help = "Whether heights have one range") boolean shared,
        @Setting(help = "What draws surfaces") RendererChoice renderer,

        @Setting(help = "Whether changes are computed at once")
        boolean live,

        @Setting(help = "Which weights") String weights,

        @Setting(help = "Around the surface, in degrees", min = -180, max = 180)
        double azimuth,

        @Setting(help = "Above the floor, in degrees", min = 0, max = 90)
        double elevation,

        @Setting(help = "How near", min = CameraPose.LEAST_ZOOM, max = CameraPose.MOST_ZOOM)
        double zoom,

        @Setting(help = "The share of the pictures", min = 0, max = 1)
        double divider,

        @Setting(help = "Whether the settings are shown", defaultValue = "true")
        boolean settingsShown,

        @Setting(help = "Whether section and roughness are shown", defaultValue = "true")
        boolean figuresShown) {

    private static final String SETTINGS = "settings";

    static JsonObject of(LandscapeViewModel model, LandscapeView view) {
        LookViewModel look = model.look();
        CameraPose pose = view.camera().pose();
        JsonObject state = new RecordWriter()
                .write(new LandscapeMemory(
                        model.study(),
                        look.sightProperty().get(),
                        look.heightProperty().get() == Height.MARGIN,
                        look.coloursProperty().get(),
                        look.classesProperty().get(),
                        look.contoursProperty().get(),
                        look.floorProperty().get(),
                        look.budgetProperty().get(),
                        look.attackProperty().get(),
                        look.sectionProperty().get(),
                        look.linkedCamerasProperty().get(),
                        look.sharedScaleProperty().get(),
                        look.rendererProperty().get(),
                        model.settings().liveProperty().get(),
                        model.settings().weightsProperty().get().name(),
                        pose.azimuth(),
                        pose.elevation(),
                        pose.zoom(),
                        view.divider(),
                        look.settingsProperty().get(),
                        look.figuresProperty().get()))
                .getAsJsonObject();
        // As it was typed, right or wrong.
        state.add(SETTINGS, model.settings().formProperty().get().tree().json());
        return state;
    }

    /** Takes up what was kept, whole or not at all. */
    static void restore(LandscapeViewModel model, LandscapeView view, JsonObject state) {
        JsonObject known = state.deepCopy();
        if (known.remove(SETTINGS) instanceof JsonObject settings) {
            model.settings().show(settings);
        }
        @Nullable LandscapeMemory kept = new RecordReader().read(LandscapeMemory.class, known, "$");
        if (kept != null) {
            kept.restore(model, view);
        }
    }

    private void restore(LandscapeViewModel model, LandscapeView view) {
        LookViewModel look = model.look();
        look.sightProperty().set(sight);
        look.heightProperty().set(margin ? Height.MARGIN : Height.LOSS);
        look.coloursProperty().set(colours);
        look.classesProperty().set(classes);
        look.contoursProperty().set(contours);
        look.floorProperty().set(floor);
        look.budgetProperty().set(budget);
        look.attackProperty().set(attack);
        look.sectionProperty().set(section);
        look.linkedCamerasProperty().set(linked);
        look.sharedScaleProperty().set(shared);
        look.rendererProperty().set(renderer);
        model.settings().liveProperty().set(live);
        for (SettingsViewModel.Weights one : SettingsViewModel.Weights.values()) {
            if (one.name().equals(weights)) {
                model.settings().weightsProperty().set(one);
            }
        }
        view.camera().jumpTo(new CameraPose(azimuth, elevation, zoom, 0, 0));
        view.divider(divider);
        look.settingsProperty().set(settingsShown);
        look.figuresProperty().set(figuresShown);
        model.resume(study);
    }
}
