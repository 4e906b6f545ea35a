package org.smoothbench.viz.surface;

import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** An eye that goes around surfaces. Views that are given the same one move together. FX thread only. */
public final class OrbitCamera {
    private static final Duration TRAVEL = Duration.millis(350);

    private final ObjectProperty<CameraPose> pose = new SimpleObjectProperty<>(this, "pose", CameraPreset.ISO.pose());
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion", false);
    private @Nullable Timeline travel;

    /** A camera at the usual corner. */
    public OrbitCamera() {}

    /** A camera of its own at the same place, for a view that is unlinked. */
    public OrbitCamera copy() {
        var copy = new OrbitCamera();
        copy.pose.set(pose.get());
        copy.reducedMotion.set(reducedMotion.get());
        return copy;
    }

    /** From where it looks now. Setting it ends a travel. */
    public ObjectProperty<CameraPose> poseProperty() {
        return pose;
    }

    /** From where it looks now. */
    public CameraPose pose() {
        return pose.get();
    }

    /** Whether presets are jumped to instead of flown to. */
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /** Looks from here at once. */
    public void jumpTo(CameraPose target) {
        stop();
        pose.set(target);
    }

    /** Flies to a preset in a third of a second, or jumps where motion is reduced. */
    public void travelTo(CameraPreset preset) {
        stop();
        if (reducedMotion.get()) {
            pose.set(preset.pose());
            return;
        }
        var from = pose.get();
        var fraction = new SimpleDoubleProperty(0);
        fraction.subscribe(now -> pose.set(from.towards(preset.pose(), now.doubleValue())));
        var flight = new Timeline(new KeyFrame(
                TRAVEL, new KeyValue((DoubleProperty) fraction, 1, javafx.animation.Interpolator.EASE_BOTH)));
        flight.setOnFinished(_ -> pose.set(preset.pose()));
        travel = flight;
        flight.play();
    }

    /** Back to where a view begins. */
    public void reset() {
        travelTo(CameraPreset.ISO);
    }

    private void stop() {
        if (travel != null) {
            travel.stop();
            travel = null;
        }
    }
}
