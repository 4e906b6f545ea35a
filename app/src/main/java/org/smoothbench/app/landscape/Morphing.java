package org.smoothbench.app.landscape;

import javafx.beans.Observable;
import org.smoothbench.viz.surface.SurfaceView;

/** Lets a view of the first surface follow the morph. */
final class Morphing {

    private final MorphViewModel model;
    private final SurfaceView view;
    private boolean follows;

    Morphing(MorphViewModel model, SurfaceView view) {
        this.model = model;
        this.view = view;
        model.fractionProperty().addListener((Observable _) -> settle());
        model.targetProperty().addListener((Observable _) -> settle());
    }

    /** Whether the view shows the first surface. */
    void follow(boolean first) {
        follows = first;
        settle();
    }

    private void settle() {
        boolean under = follows
                && model.possibleProperty().get()
                && model.fractionProperty().get() > 0;
        view.morphTargetProperty().set(under ? model.field().orElse(null) : null);
        view.morphProperty().set(under ? model.fractionProperty().get() : 0);
    }
}
