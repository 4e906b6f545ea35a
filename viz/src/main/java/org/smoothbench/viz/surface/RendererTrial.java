package org.smoothbench.viz.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Finds out whether JavaFX 3-D is of use here: that a platform has it does not say that a graphics card draws. Views with
 * {@link RendererChoice#AUTOMATIC} begin with it, and while the trial goes on they draw a frame with each pulse; JavaFX
 * begins no pulse before the one before is drawn, so that the time between pulses is that of a frame. Views that share a trial
 * share its verdict. FX thread only.
 */
public final class RendererTrial {
    private static final double NANOS_PER_MILLI = 1e6;

    private final ReadOnlyObjectWrapper<RendererVerdict> verdict;
    private final FrameTimes times = new FrameTimes();
    private final AnimationTimer pulses = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse(System.nanoTime());
        }
    };
    private final List<Runnable> views = new ArrayList<>();
    private boolean framed;
    private boolean framedBefore;
    private long last;

    /** A trial that begins with the first surface that is drawn by JavaFX 3-D. */
    public RendererTrial() {
        this(Platform.isSupported(ConditionalFeature.SCENE3D));
    }

    /**
     * A trial on another platform than this.
     *
     * @param has3d whether it has 3-D
     */
    RendererTrial(boolean has3d) {
        verdict = new ReadOnlyObjectWrapper<>(
                this, "verdict", has3d ? new RendererVerdict.Untried() : new RendererVerdict.Absent());
    }

    /** What is known by now. */
    public ReadOnlyObjectProperty<RendererVerdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** What a choice comes to here, as far as is known. */
    public RendererChoice actual(RendererChoice choice) {
        return switch (choice) {
            case SOFTWARE -> RendererChoice.SOFTWARE;
            case JAVAFX_3D ->
                verdict.get() instanceof RendererVerdict.Absent ? RendererChoice.SOFTWARE : RendererChoice.JAVAFX_3D;
            case AUTOMATIC ->
                switch (verdict.get()) {
                    case RendererVerdict.Absent _, RendererVerdict.Slow _ -> RendererChoice.SOFTWARE;
                    case RendererVerdict.Untried _, RendererVerdict.Fast _ -> RendererChoice.JAVAFX_3D;
                };
        };
    }

    /** Whether frames are being timed. */
    boolean isRunning() {
        return !views.isEmpty() && verdict.get() instanceof RendererVerdict.Untried;
    }

    /**
     * A view begins to draw by JavaFX 3-D.
     *
     * @param another asks it for another frame
     */
    void begin(Runnable another) {
        views.add(another);
        if (isRunning()) {
            pulses.start();
        }
    }

    /** A view draws by something else from now on, or not at all. */
    void end(Runnable another) {
        views.remove(another);
        if (views.isEmpty()) {
            pulses.stop();
        }
    }

    /** A frame has gone to the screen. */
    void frameShown() {
        framed = true;
    }

    /** Between pulses that each give a frame to the screen, a frame is drawn. */
    private void pulse(long now) {
        var known =
                framed && framedBefore ? times.add((now - last) / NANOS_PER_MILLI) : Optional.<RendererVerdict>empty();
        framedBefore = framed;
        framed = false;
        last = now;
        if (known.isPresent()) {
            pulses.stop();
            verdict.set(known.get());
        } else {
            List.copyOf(views).forEach(Runnable::run);
        }
    }
}
