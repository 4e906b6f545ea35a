package org.smoothbench.app.training;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.results.EvaluationEntry;
import org.smoothbench.app.results.EvaluationEntry.Figures;
import org.smoothbench.app.results.RunResults;
import org.smoothbench.app.results.StudyEntry;
import org.smoothbench.core.evaluation.Share;

/** What was found out of a run's networks; not there while there is nothing. */
final class ResultsCard extends VBox {

    private static final double MOST_HEIGHT = 130;

    private final VBox lines = new VBox();
    private RunResults shown = RunResults.NONE;
    private boolean averaging;

    ResultsCard() {
        setId("results");
        getStyleClass().addAll("card", "results-card");
        Label heading = new Label("EVALUATIONS AND STUDIES");
        heading.getStyleClass().add("pane-heading");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.getStyleClass().add("legend-scroll");
        scroll.setMinHeight(USE_PREF_SIZE);
        scroll.prefHeightProperty()
                .bind(lines.heightProperty().map(height -> Math.min(MOST_HEIGHT, height.doubleValue())));
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(heading, scroll);
        show(RunResults.NONE, false);
    }

    /**
     * Shows results.
     *
     * @param averages whether the run averages its weights, so that a checkpoint has two kinds of them
     */
    void show(RunResults results, boolean averages) {
        setVisible(!results.isEmpty());
        setManaged(!results.isEmpty());
        if (results.equals(shown) && averages == averaging) {
            return;
        }
        shown = results;
        averaging = averages;
        lines.getChildren().clear();
        results.evaluations().forEach(entry -> lines.getChildren().add(line(entry)));
        results.studies().forEach(entry -> lines.getChildren().add(line(entry)));
    }

    private Node line(EvaluationEntry entry) {
        Label attack = new Label(entry.attack());
        attack.getStyleClass().add("card-title");
        VBox texts = new VBox(attack);
        entry.figures().ifPresent(figures -> texts.getChildren().add(muted(words(entry, figures))));
        if (!entry.remark().isEmpty()) {
            texts.getChildren().add(muted(entry.remark()));
        }
        for (String flag : entry.flags()) {
            Label warning = muted(flag);
            warning.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
            warning.getStyleClass().setAll("label", "warning-text");
            texts.getChildren().add(warning);
        }
        Feather icon = entry.figures().isPresent() ? Feather.CHECK_CIRCLE : Feather.CLOCK;
        return row(icon, texts);
    }

    private String words(EvaluationEntry entry, Figures figures) {
        return "robust " + words(figures.robust()) + " · clean " + words(figures.clean()) + " · " + figures.images()
                + " images" + (entry.weights().isEmpty() ? "" : " · " + entry.weightsInWords(averaging))
                + figures.seed().map(seed -> " · seed " + seed).orElse("");
    }

    private static String words(Share share) {
        return String.format(
                Locale.ROOT, "%.1f %% (%.1f to %.1f)", 100 * share.share(), 100 * share.low(), 100 * share.high());
    }

    private static Node line(StudyEntry entry) {
        Label kind = new Label(entry.kind() + ": " + entry.conditions());
        kind.getStyleClass().add("card-title");
        Label outcome = muted(entry.outcome().lines().findFirst().orElse(""));
        if (entry.outcome().lines().count() > 1) {
            outcome.setText(outcome.getText() + " …");
            Tooltip whole = new Tooltip(entry.outcome());
            whole.setWrapText(true);
            whole.setMaxWidth(640);
            whole.setShowDuration(Duration.minutes(1));
            outcome.setTooltip(whole);
        }
        return row(entry.doubtful() ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE, new VBox(kind, outcome));
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    private static HBox row(Feather icon, VBox texts) {
        HBox row = new HBox(new FontIcon(icon), texts);
        row.getStyleClass().add("result-row");
        return row;
    }
}
