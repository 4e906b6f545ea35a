package org.smoothbench.app.landscape;

import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.viz.field.ClassColours;
import org.smoothbench.viz.field.FieldView;
import org.smoothbench.viz.field.ScalarField;
import org.smoothbench.viz.surface.SurfaceModel;
import org.smoothbench.viz.surface.SurfaceWords;

/** Makes what a surface view shows out of pictures. */
final class SurfaceModels {

    private SurfaceModels() {}

    /**
     * A picture as a surface.
     *
     * @param classes the names and colours of the classes of all pictures
     * @param title above it; empty for none
     * @param caption below it; empty for none
     */
    static SurfaceModel of(
            Picture picture,
            ScalarField field,
            LookViewModel look,
            ClassColours classes,
            String title,
            String caption) {
        LandscapeReport report = picture.landscape().report();
        SurfaceWords words = new SurfaceWords(
                title,
                Overlay.axis("a", report.first()),
                Overlay.axis("b", report.second()),
                picture.height().axis(),
                caption);
        boolean byClass = look.classesProperty().get() && picture.hasClasses();
        Overlay overlay = Overlay.of(picture, look.attackProperty().get());
        SurfaceModel model = SurfaceModel.of(field, picture.scale(), words)
                .withLines(
                        picture.levels(),
                        look.contoursProperty().get(),
                        look.floorProperty().get())
                .withView(byClass ? FieldView.CLASSES : FieldView.VALUES, classes)
                .withAttack(overlay.marks(), overlay.path());
        return look.budgetProperty().get() && picture.ofImages() ? model.withBudget(1) : model;
    }
}
