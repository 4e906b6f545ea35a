package org.smoothbench.app.landscape;

import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.field.SectionLine;

/** Shows the page's cross-section in a picture, and takes it from there when its ends are dragged. */
final class SectionLink {

    private final LandscapeViewModel page;
    private final ObjectProperty<@Nullable SectionLine> line;
    private boolean showing;

    private SectionLink(LandscapeViewModel page, ObjectProperty<@Nullable SectionLine> line) {
        this.page = page;
        this.line = line;
    }

    /**
     * Joins a picture to the page for good.
     *
     * @param line the picture's; null there while no line is wanted
     */
    static void join(LandscapeViewModel page, ObjectProperty<@Nullable SectionLine> line) {
        SectionLink link = new SectionLink(page, line);
        page.sectionProperty().addListener((Observable _) -> link.show());
        page.look().sectionProperty().addListener((Observable _) -> link.show());
        line.subscribe((_, now) -> link.take(now));
        link.show();
    }

    private void take(@Nullable SectionLine now) {
        if (!showing && now != null) {
            page.sectionProperty().set(Optional.of(now));
        }
    }

    private void show() {
        showing = true;
        line.set(page.sectionProperty()
                .get()
                .filter(_ -> page.look().sectionProperty().get())
                .orElse(null));
        showing = false;
    }
}
