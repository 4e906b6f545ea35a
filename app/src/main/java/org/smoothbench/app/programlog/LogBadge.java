package org.smoothbench.app.programlog;

import atlantafx.base.theme.Styles;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many warnings and errors are new, in the status bar; opens their list. Not there as long as there are none. */
public final class LogBadge extends Button {

    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final ProgramLogViewModel model;
    private final Tooltip tooltip = new Tooltip();

    /** A badge of a log. */
    public LogBadge(ProgramLogViewModel model) {
        super("", new FontIcon(Feather.ALERT_CIRCLE));
        this.model = model;
        setId("log-badge");
        getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "log-badge");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(tooltip);
        setOnAction(_ -> model.openProperty().set(!model.openProperty().get()));
        model.unreadProperty().subscribe(_ -> settle());
        model.entries().addListener((Observable _) -> settle());
        settle();
    }

    private void settle() {
        int unread = model.unreadProperty().get();
        int all = model.entries().size();
        setVisible(all > 0);
        setManaged(all > 0);
        setText(unread > 0 ? unread + " new" : String.valueOf(all));
        String words = (unread > 0 ? unread + " new of " : "") + all + (all == 1 ? " message" : " messages")
                + " of the program's own log"
                + (model.unreadErrorProperty().get() ? ", an error among them" : "");
        tooltip.setText(words);
        setAccessibleText(words);
        pseudoClassStateChanged(UNREAD, unread > 0);
        pseudoClassStateChanged(ERROR, model.unreadErrorProperty().get());
    }
}
