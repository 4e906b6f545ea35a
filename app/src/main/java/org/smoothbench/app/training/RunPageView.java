package org.smoothbench.app.training;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page of one run: header, problem banner, live chart and log. */
public final class RunPageView extends VBox {

    private final RunHeader header = new RunHeader();
    private final Label bannerTitle = new Label();
    private final Label bannerMessage = new Label();
    private final Label bannerRemedy = new Label();
    private final HBox banner =
            new HBox(new FontIcon(Feather.ALERT_TRIANGLE), new VBox(bannerTitle, bannerMessage, bannerRemedy));
    private final Label gaps = new Label();

    /** Shows the page of a view model. */
    public RunPageView(RunPageViewModel model) {
        getStyleClass().add("run-page");
        SplitPane split = new SplitPane(chartCard(model), new LogView(model.logProperty()));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.68);
        split.getStyleClass().add("page-split");
        VBox.setVgrow(split, Priority.ALWAYS);
        buildBanner();
        header.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(header, banner, split);
        model.pageProperty().subscribe(page -> page.ifPresent(this::show));
        model.curvesProperty().map(TrainingCurves::gaps).subscribe(this::showGaps);
    }

    private VBox chartCard(RunPageViewModel model) {
        TrainingChart chart = new TrainingChart(model.curvesProperty(), model.pageProperty());
        VBox.setVgrow(chart, Priority.ALWAYS);
        gaps.setId("chart-gaps");
        gaps.getStyleClass().add("warning-text");
        gaps.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        gaps.setMinHeight(USE_PREF_SIZE);
        VBox card = new VBox(chart, gaps);
        card.getStyleClass().addAll("card", "chart-card");
        return card;
    }

    private void buildBanner() {
        banner.setId("problem-banner");
        banner.getStyleClass().addAll("banner", "banner-danger");
        bannerTitle.getStyleClass().add("banner-title");
        for (Label text : new Label[] {bannerTitle, bannerMessage, bannerRemedy}) {
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
            bannerTitle.setText(text.title());
            bannerMessage.setText(text.message());
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
