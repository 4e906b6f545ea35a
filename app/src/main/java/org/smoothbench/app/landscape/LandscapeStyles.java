package org.smoothbench.app.landscape;

import java.util.Objects;
import javafx.css.PseudoClass;

/** What the page's style sheet knows. */
final class LandscapeStyles {

    /** Something that a model got wrong. */
    static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** The smallest of several figures. */
    static final PseudoClass LOWEST = PseudoClass.getPseudoClass("lowest");

    private LandscapeStyles() {}

    /** The page's own style sheet. */
    static String sheet() {
        return Objects.requireNonNull(LandscapeStyles.class.getResource("landscape.css"))
                .toExternalForm();
    }
}
