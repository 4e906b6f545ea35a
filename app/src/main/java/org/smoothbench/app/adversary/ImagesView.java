package org.smoothbench.app.adversary;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.smoothbench.core.probe.bench.TestSet;
import org.smoothbench.core.probe.bench.Verdict;
import org.smoothbench.viz.image.ImageGrid;
import org.smoothbench.viz.image.Tile;
import org.smoothbench.viz.image.TileMark;

/** The test images to choose from. */
final class ImagesView extends VBox {

    private final ImagesViewModel model;
    private final ImageGrid grid = new ImageGrid();
    private final ComboBox<String> classes = new ComboBox<>();
    private Optional<TestSet> known = Optional.empty();

    ImagesView(ImagesViewModel model) {
        this.model = model;
        getStyleClass().addAll("card", "bench-images");
        grid.setId("bench-grid");
        grid.setAccessibleHelp("Test images; the arrow keys choose one");
        VBox.setVgrow(grid, Priority.ALWAYS);
        Label judged = new Label();
        judged.setId("bench-judged");
        judged.getStyleClass().add("muted");
        judged.setWrapText(true);
        judged.setMinHeight(USE_PREF_SIZE);
        judged.textProperty().bind(model.judgedProperty());
        Label legend = new Label("✓ withstands   ! fooled   × wrong unattacked");
        legend.getStyleClass().add("muted");
        Label none = new Label("No image of this kind so far");
        none.getStyleClass().add("muted");
        model.shownProperty().subscribe(shown -> {
            none.setVisible(shown.isEmpty() && model.setProperty().get().isPresent());
            none.setManaged(none.isVisible());
        });
        getChildren().addAll(classes(), shortlist(), none, grid, judged, legend);
        grid.chosenProperty().subscribe((_, now) -> {
            if (now.intValue() >= 0) {
                model.imageProperty().set(now.intValue());
            }
        });
        model.imageProperty().subscribe(now -> grid.chosenProperty().set(now.intValue()));
        grid.setOnWanted(this::fetch);
        grid.setOnSeen(model::seen);
        model.setProperty().subscribe(this::show);
        model.revisionProperty().subscribe(_ -> show(model.shownProperty().get()));
    }

    void focusGrid() {
        grid.requestFocus();
    }

    private void fetch(List<Integer> wanted) {
        model.fetch(wanted, (index, picture) -> grid.show(index, Rasters.of(picture)));
    }

    private void show(Optional<TestSet> now) {
        boolean same = now.isPresent()
                && known.filter(each -> each.sameImages(now.get())).isPresent();
        known = now;
        if (!same) {
            grid.forgetImages();
            int chosen = model.classFilterProperty().get();
            classes.getItems().setAll("All classes");
            now.ifPresent(set -> classes.getItems().addAll(set.classNames()));
            classes.getSelectionModel()
                    .select(Math.min(chosen + 1, classes.getItems().size() - 1));
        }
    }

    private void show(List<Integer> shown) {
        TestSet set = model.setProperty().get().orElse(null);
        if (set == null) {
            grid.setTiles(List.of());
            return;
        }
        grid.setTiles(shown.stream()
                .map(index -> new Tile(
                        index,
                        mark(index),
                        "Image " + index + ", "
                                + set.classNames().get(set.labels().get(index)) + words(index)))
                .toList());
    }

    private TileMark mark(int index) {
        return model.verdict(index)
                .map(verdict ->
                        !verdict.correct() ? TileMark.WRONG : verdict.fooled() ? TileMark.FOOLED : TileMark.GOOD)
                .orElse(TileMark.NONE);
    }

    private String words(int index) {
        Optional<Verdict> verdict = model.verdict(index);
        return switch (mark(index)) {
            case NONE -> "";
            case GOOD -> ", withstands the attack";
            case FOOLED -> ", fooled by the attack";
            case WRONG ->
                ", seen as "
                        + verdict.flatMap(each -> model.setProperty()
                                        .get()
                                        .map(set -> set.classNames().get(each.predicted())))
                                .orElse("another class");
        };
    }

    private ComboBox<String> classes() {
        classes.setId("bench-class");
        classes.setMaxWidth(Double.MAX_VALUE);
        classes.setAccessibleText("Class of the images");
        classes.getItems().setAll("All classes");
        classes.getSelectionModel().select(0);
        classes.getSelectionModel().selectedIndexProperty().subscribe((_, now) -> {
            if (now.intValue() >= 0) {
                model.classFilterProperty().set(now.intValue() - 1);
            }
        });
        model.classFilterProperty().subscribe(now -> {
            if (IntStream.range(0, classes.getItems().size()).anyMatch(i -> i == now.intValue() + 1)) {
                classes.getSelectionModel().select(now.intValue() + 1);
            }
        });
        return classes;
    }

    private HBox shortlist() {
        SegmentedButton segments = new SegmentedButton();
        for (Shortlist one : Shortlist.values()) {
            ToggleButton button = new ToggleButton(one.label());
            button.setId("bench-show-" + one.name().toLowerCase(java.util.Locale.ROOT));
            button.setTooltip(new Tooltip(
                    switch (one) {
                        case ALL -> "All images";
                        case RIGHT -> "Images the first model gets right under the attack, of those judged";
                        case FOOLED -> "Images it gets right until it is attacked, of those judged";
                        case WRONG -> "Images it gets wrong without any attack, of those judged";
                    }));
            button.setOnAction(_ -> {
                model.shortlistProperty().set(one);
                button.setSelected(true);
            });
            segments.getButtons().add(button);
            model.shortlistProperty().subscribe(now -> {
                if (now == one) {
                    button.setSelected(true);
                }
            });
        }
        segments.setMinWidth(USE_PREF_SIZE);
        return new HBox(segments);
    }
}
