package org.smoothbench.app.landscape;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in place of a picture: that there is none, that it comes, or why it cannot come. */
final class SlotMessage extends VBox {

    private static final double WIDTH = 400;

    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label remedy = new Label();
    private final Button compute = new Button("Compute", new FontIcon(Feather.PLAY));
    private final ProgressIndicator wheel = new ProgressIndicator();
    private final FontIcon warning = new FontIcon(Feather.ALERT_TRIANGLE);

    SlotMessage(Runnable action) {
        getStyleClass().add("slot-message");
        setAlignment(Pos.CENTER);
        title.getStyleClass().add("banner-title");
        detail.getStyleClass().add("muted");
        warning.getStyleClass().add("slot-warning");
        wheel.getStyleClass().add("small-wheel");
        compute.getStyleClass().add(Styles.ACCENT);
        compute.setOnAction(_ -> action.run());
        for (Label label : new Label[] {title, detail, remedy}) {
            label.setWrapText(true);
            label.setMaxWidth(WIDTH);
            label.setMinHeight(USE_PREF_SIZE);
            label.setAlignment(Pos.CENTER);
            label.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        }
    }

    /** Says what there is instead of a picture; hides where there is one. */
    void show(SlotState state, String unfit) {
        boolean shown = !(state instanceof SlotState.Ready) || !unfit.isEmpty();
        setVisible(shown);
        setManaged(shown);
        switch (state) {
            case SlotState.Nothing _ -> {
                say("No landscape yet", "Choose an image and a plane on the left, then compute.", "");
                getChildren().setAll(title, detail, compute);
            }
            case SlotState.Waiting _ -> {
                say("On its way", "", "");
                getChildren().setAll(wheel, title);
            }
            case SlotState.Refused refused -> {
                say(refused.why().title(), refused.why().detail(), refused.why().remedy());
                getChildren().setAll(warning, title, detail, remedy);
            }
            case SlotState.Ready _ -> {
                say("It cannot stand beside the first model", unfit, "Close its eye in the list of runs.");
                getChildren().setAll(warning, title, detail, remedy);
            }
        }
    }

    private void say(String what, String where, String mend) {
        title.setText(what);
        detail.setText(where);
        remedy.setText(mend);
    }
}
