package org.smoothbench.app.training;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.follow.RunDetail;
import org.smoothbench.app.results.RunResults;

/** The page of one run: header, problem banner, live chart and log. */
public final class RunPageView extends ScrollPane {

    private final RunHeader header = new RunHeader();
    private final Label bannerTitle = new Label();
    private final Label bannerRemedy = new Label();
    private final HBox banner = new HBox(new FontIcon(Feather.ALERT_TRIANGLE), new VBox(bannerTitle, bannerRemedy));
    private final ResultsCard results = new ResultsCard();
    private final Label gaps = new Label();

    /** Shows the page of a view model. */
    public RunPageView(RunPageViewModel model) {
        SplitPane split = new SplitPane(chartCard(model), new LogView(model.logProperty()));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.68);
        split.getStyleClass().add("page-split");
        VBox.setVgrow(split, Priority.ALWAYS);
        buildBanner();
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
        model.detailProperty()
                .subscribe(detail -> results.show(detail.map(RunDetail::results).orElse(RunResults.NONE)));
        model.gapsProperty().subscribe(this::showGaps);
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

    private void buildBanner() {
        banner.setId("problem-banner");
        banner.getStyleClass().addAll("banner", "banner-danger");
        bannerTitle.getStyleClass().add("banner-title");
        for (Label text : new Label[] {bannerTitle, bannerRemedy}) {
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
        }
        banner.setMinHeight(USE_PREF_SIZE);
        show(banner, false);
    }

    private void show(RunPage page) {
        header.show(page);
        Optional<RunPage.Banner> problem = page.banner();
        show(banner, problem.isPresent());
        problem.ifPresent(text -> {
            bannerTitle.setText(text.title() + ": " + text.message());
            bannerRemedy.setText(text.remedy());
        });
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
