package org.smoothbench.app.landscape;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.smoothbench.viz.field.ColourMap;
import org.smoothbench.viz.surface.RendererChoice;

/** How landscapes are looked at. FX thread only. */
final class LookViewModel {

    private final ObjectProperty<Sight> sight = new SimpleObjectProperty<>(this, "sight", Sight.SURFACE);
    private final ObjectProperty<Height> height = new SimpleObjectProperty<>(this, "height", Height.LOSS);
    private final ObjectProperty<ColourMap> colours = new SimpleObjectProperty<>(this, "colours", ColourMap.VIRIDIS);
    private final BooleanProperty classes = new SimpleBooleanProperty(this, "classes", false);
    private final BooleanProperty contours = new SimpleBooleanProperty(this, "contours", true);
    private final BooleanProperty floor = new SimpleBooleanProperty(this, "floor", true);
    private final BooleanProperty budget = new SimpleBooleanProperty(this, "budget", true);
    private final BooleanProperty attack = new SimpleBooleanProperty(this, "attack", true);
    private final BooleanProperty section = new SimpleBooleanProperty(this, "section", true);
    private final BooleanProperty linkedCameras = new SimpleBooleanProperty(this, "linkedCameras", true);
    private final BooleanProperty sharedScale = new SimpleBooleanProperty(this, "sharedScale", true);
    private final BooleanProperty settings = new SimpleBooleanProperty(this, "settings", true);
    private final BooleanProperty figures = new SimpleBooleanProperty(this, "figures", true);
    private final ObjectProperty<RendererChoice> renderer =
            new SimpleObjectProperty<>(this, "renderer", RendererChoice.AUTOMATIC);

    /** Surfaces or maps. */
    ObjectProperty<Sight> sightProperty() {
        return sight;
    }

    /** What is drawn as height. */
    ObjectProperty<Height> heightProperty() {
        return height;
    }

    /** The colours of numbers. */
    ObjectProperty<ColourMap> coloursProperty() {
        return colours;
    }

    /** Whether colours mean predicted classes instead of numbers. */
    BooleanProperty classesProperty() {
        return classes;
    }

    /** Whether there are contour lines. */
    BooleanProperty contoursProperty() {
        return contours;
    }

    /** Whether there are contour lines below a surface, too. */
    BooleanProperty floorProperty() {
        return floor;
    }

    /** Whether the attacker's budget is outlined. */
    BooleanProperty budgetProperty() {
        return budget;
    }

    /** Whether x, x' and the way between them are drawn. */
    BooleanProperty attackProperty() {
        return attack;
    }

    /** Whether the line of the cross-section is drawn. */
    BooleanProperty sectionProperty() {
        return section;
    }

    /** Whether all surfaces are looked at from the same place. */
    BooleanProperty linkedCamerasProperty() {
        return linkedCameras;
    }

    /** Whether all surfaces have the same range of heights and colours. */
    BooleanProperty sharedScaleProperty() {
        return sharedScale;
    }

    /** Whether what can be set stands beside the pictures. */
    BooleanProperty settingsProperty() {
        return settings;
    }

    /** Whether cross-section and roughness stand below the pictures. */
    BooleanProperty figuresProperty() {
        return figures;
    }

    /** Gives the pictures all the room there is, or brings back what they took it from. */
    void toggleRoom() {
        boolean everything = !settings.get() && !figures.get();
        settings.set(everything);
        figures.set(everything);
    }

    /** What draws surfaces. */
    ObjectProperty<RendererChoice> rendererProperty() {
        return renderer;
    }
}
