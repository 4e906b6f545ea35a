package org.smoothbench.app.training;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.follow.RunDetail;
import org.smoothbench.app.results.RunResults;

/** The page of one run: header, problem banner, live chart and log. */
public final class RunPageView extends ScrollPane {

    private final RunHeader header = new RunHeader();
    private final ProblemBanner banner;
    private final SplitPane split;
    private final ResultsCard results = new ResultsCard();
    private final Label gaps = new Label();

    /** Shows the page of a view model, and what can be done where something is wrong. */
    public RunPageView(RunPageViewModel model, RunPageActions actions) {
        banner = new ProblemBanner(actions);
        split = new SplitPane(chartCard(model), new LogView(model.logProperty()));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.68);
        split.getStyleClass().add("page-split");
        VBox.setVgrow(split, Priority.ALWAYS);
        header.setMinHeight(USE_PREF_SIZE);
        VBox column = new VBox(header, banner, results, split);
        column.getStyleClass().add("run-page");
        // In a low window the page scrolls rather than being cut off.
        getStyleClass().add("run-page-scroll");
        setContent(column);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        model.pageProperty().subscribe(page -> page.ifPresent(this::show));
        for (ObservableValue<?> news : List.of(model.detailProperty(), model.pageProperty())) {
            news.subscribe(() -> {
                showResults(model);
                settleSplit(model);
            });
        }
        showResults(model);
        settleSplit(model);
        model.gapsProperty().subscribe(this::showGaps);
    }

    private void showResults(RunPageViewModel model) {
        results.show(
                model.detailProperty().get().map(RunDetail::results).orElse(RunResults.NONE),
                model.pageProperty().get().filter(RunPage::averaging).isPresent());
    }

    private VBox chartCard(RunPageViewModel model) {
        TrainingChart chart = new TrainingChart(model);
        VBox.setVgrow(chart, Priority.ALWAYS);
        gaps.setId("chart-gaps");
        gaps.getStyleClass().add("warning-text");
        gaps.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        gaps.setWrapText(true);
        gaps.setMinHeight(USE_PREF_SIZE);
        chart.setMinHeight(170);
        VBox card = new VBox(chart, gaps);
        card.getStyleClass().addAll("card", "chart-card");
        return card;
    }

    private void show(RunPage page) {
        header.show(page);
        banner.show(page);
    }

    /** Curves and log stand aside where nothing can be in them: what is wrong then has the page for itself. */
    private void settleSplit(RunPageViewModel model) {
        boolean unreadable =
                model.pageProperty().get().filter(RunPage::unreadable).isPresent();
        boolean empty = model.detailProperty().get().stream()
                .allMatch(read ->
                        read.measurements().rows() == 0 && read.log().lines().isEmpty());
        show(split, !(unreadable && empty));
    }

    private void showGaps(String text) {
        gaps.setText(text);
        show(gaps, !text.isEmpty());
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
