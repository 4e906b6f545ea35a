package org.smoothbench.app.training;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.smoothbench.app.look.StateIcon;

/** The head of a run's page: name, state, progress, facts, and the newest accuracies with how they were measured. */
final class RunHeader extends VBox {

    private final Label name = new Label();
    private final Label network = new Label();
    private final StateIcon icon = new StateIcon();
    private final Label state = new Label("", icon);
    private final Label message = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label progress = new Label();
    private final HBox body = new HBox();
    private final HBox progressLine = new HBox(bar, progress);
    private final GridPane facts = new GridPane();
    private final Label clean = new Label();
    private final Label robust = new Label();
    private final Label measured = new Label();
    private List<RunPage.Fact> shownFacts = List.of();

    RunHeader() {
        getStyleClass().addAll("card", "run-header");
        name.setId("page-name");
        name.getStyleClass().add("page-title");
        network.getStyleClass().add("muted");
        state.setId("page-state");
        state.getStyleClass().add("state-badge");
        state.setMinWidth(USE_PREF_SIZE);
        message.getStyleClass().add("muted");
        progressLine.getStyleClass().add("progress-line");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        progress.setMinWidth(USE_PREF_SIZE);
        measured.setId("page-measured");
        measured.getStyleClass().add("muted");
        measured.setWrapText(true);
        measured.setMinHeight(USE_PREF_SIZE);

        HBox titleLine = new HBox(name, state, message);
        titleLine.getStyleClass().add("title-line");
        body.getChildren().setAll(factGrid(), figures());
        HBox.setHgrow(facts, Priority.ALWAYS);
        body.getStyleClass().add("header-body");
        getChildren().addAll(new VBox(titleLine, network), progressLine, body, measured);
    }

    void show(RunPage page) {
        name.setText(page.name());
        network.setText(page.network());
        icon.show(page.state());
        state.setText(page.stateText());
        message.setText(page.message());
        boolean running = page.progress() >= 0;
        show(progressLine, running);
        bar.setProgress(Math.max(0, page.progress()));
        progress.setText(page.progressText());
        clean.setText(page.clean());
        robust.setText(page.robust());
        measured.setText(page.measured());
        show(measured, !page.measured().isEmpty());
        show(body, !page.unreadable());
        if (!page.facts().equals(shownFacts)) {
            shownFacts = page.facts();
            showFacts();
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void showFacts() {
        facts.getChildren().clear();
        for (int row = 0; row < shownFacts.size(); row++) {
            Label label = new Label(shownFacts.get(row).label());
            label.getStyleClass().add("muted");
            label.setMinWidth(USE_PREF_SIZE);
            Label value = new Label(shownFacts.get(row).value());
            value.setWrapText(true);
            // The whole of it where the window is too low as well.
            value.setTooltip(new Tooltip(value.getText()));
            facts.addRow(row, label, value);
            GridPane.setValignment(label, VPos.TOP);
        }
    }

    private GridPane factGrid() {
        facts.getStyleClass().add("facts");
        ColumnConstraints labels = new ColumnConstraints();
        ColumnConstraints values = new ColumnConstraints();
        values.setMinWidth(120);
        facts.getColumnConstraints().setAll(List.of(labels, values));
        return facts;
    }

    private HBox figures() {
        HBox both = new HBox(
                figure(clean, "Clean accuracy", "figure-clean"), figure(robust, "Robust accuracy", "figure-robust"));
        both.getStyleClass().add("figures");
        both.setMinWidth(USE_PREF_SIZE);
        return both;
    }

    private static VBox figure(Label value, String caption, String styleClass) {
        value.setId(styleClass);
        value.getStyleClass().addAll("figure", styleClass);
        value.setMinWidth(USE_PREF_SIZE);
        Label label = new Label(caption);
        label.getStyleClass().add("muted");
        label.setLabelFor(value);
        return new VBox(value, label);
    }
}
