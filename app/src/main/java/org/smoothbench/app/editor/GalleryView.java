package org.smoothbench.app.editor;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.preset.Preset;
import org.smoothbench.core.preset.Scale;
import org.smoothbench.core.preset.Study;

/** What a draft can begin from, by picture and name. */
final class GalleryView extends BorderPane {

    private final GalleryViewModel model;
    private final FolderChoice folders;
    private final VBox studies = new VBox();
    private final FlowPane samples = cards();
    private final Portions samplePortions = new Portions(() -> {});
    private final Portions portions = new Portions(() -> {});
    private final Map<Preset, GalleryCard> made = new HashMap<>();
    private final CustomTextField search = new CustomTextField();

    GalleryView(GalleryViewModel model, EditorActions actions, FolderChoice folders) {
        this.model = model;
        this.folders = folders;
        setId("gallery");
        getStyleClass().add("gallery");
        studies.getStyleClass().add("gallery-studies");
        VBox column = new VBox(heading("Samples", "on the images that come with the program"), samples, studies);
        column.getStyleClass().add("gallery-column");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-scroll");
        setTop(top(actions));
        setCenter(scroll);
        model.samples().addListener((ListChangeListener<GalleryViewModel.Sample>) _ -> showSamples());
        model.scaleProperty().subscribe(_ -> showStudies());
        model.searchProperty().subscribe((_, _) -> showStudies());
        showSamples();
    }

    /** Lets presets that are yet to be shown wait, as long as the gallery is not seen. */
    void hold(boolean wait) {
        samplePortions.hold(wait);
        portions.hold(wait);
    }

    void focusSearch() {
        search.requestFocus();
    }

    private VBox top(EditorActions actions) {
        Label title = new Label("Start from");
        title.getStyleClass().add("page-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button file = button("Specification file…", Feather.FOLDER, actions::open);
        Button empty = button("Empty experiment", Feather.FILE, model::beginEmpty);
        empty.setId("begin-empty");
        Button back = button(
                "Back to the form", Feather.X, () -> model.shownProperty().set(false));
        back.setId("close-gallery");
        back.getStyleClass().add(Styles.FLAT);
        HBox first = new HBox(title, gap, file, empty, back);
        first.getStyleClass().add("editor-line");
        SegmentedButton scales = new SegmentedButton();
        for (Scale scale : List.of(Scale.SAMPLE, Scale.SMALL, Scale.FULL)) {
            ToggleButton choice = new ToggleButton(scaleName(scale));
            choice.setId("scale-" + scale.label());
            choice.setTooltip(new Tooltip(scale.summary()));
            choice.setSelected(scale == model.scaleProperty().get());
            choice.setOnAction(_ -> {
                model.scaleProperty().set(scale);
                choice.setSelected(true);
            });
            scales.getButtons().add(choice);
        }
        scales.setMinWidth(USE_PREF_SIZE);
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.setPromptText("silu, table1, efficientnet …");
        search.setAccessibleText("Search presets");
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setPrefWidth(190);
        Label presets = new Label("The paper's experiments");
        presets.setMinWidth(USE_PREF_SIZE);
        HBox second = new HBox(presets, scales, search);
        for (GalleryViewModel.Images images : GalleryViewModel.Images.values()) {
            second.getChildren().add(folderButton(images));
        }
        second.getStyleClass().add("editor-line");
        VBox top = new VBox(first, second);
        top.getStyleClass().add("editor-header");
        return top;
    }

    private static String scaleName(Scale scale) {
        return switch (scale) {
            case SAMPLE -> "Sample: seconds";
            case SMALL -> "Small: minutes";
            case FULL -> "As in the paper";
        };
    }

    private Button folderButton(GalleryViewModel.Images images) {
        Button button = new Button("", new FontIcon(Feather.IMAGE));
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setMaxWidth(210);
        button.setOnAction(
                _ -> folders.choose().ifPresent(folder -> model.folders().put(images, folder)));
        Runnable show = () -> {
            Path folder = model.folders().get(images);
            button.setText(images.label() + ": " + (folder == null ? "choose folder…" : folder.getFileName()));
            button.setTooltip(new Tooltip(
                    folder == null ? "Where the images of presets on " + images.label() + " lie" : folder.toString()));
        };
        model.folders().addListener((MapChangeListener<GalleryViewModel.Images, Path>) _ -> show.run());
        show.run();
        return button;
    }

    private static Button button(String text, Feather icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static FlowPane cards() {
        FlowPane cards = new FlowPane();
        cards.getStyleClass().add("gallery-cards");
        return cards;
    }

    private static HBox heading(String title, String note) {
        Label name = new Label(title);
        name.getStyleClass().add("section-title");
        Label place = new Label(note);
        place.getStyleClass().add("muted");
        HBox heading = new HBox(name, place);
        heading.getStyleClass().add("editor-line");
        return heading;
    }

    private void showSamples() {
        samples.getChildren().clear();
        samplePortions.replace(model.samples().stream()
                .map(sample -> (Runnable) () -> samples.getChildren().add(card(sample)))
                .toList());
    }

    private GalleryCard card(GalleryViewModel.Sample sample) {
        GalleryCard card = new GalleryCard(
                sample.experiment().map(one -> new CurveThumbnail(one.model().activation())),
                sample.name(),
                "",
                sample.experiment().map(GalleryView::words).orElse("It has mistakes, which the form will show"),
                "",
                () -> model.beginSample(sample.file()));
        card.setId("begin-" + sample.name());
        return card;
    }

    private static String words(Experiment experiment) {
        return experiment.model().label() + ", "
                + experiment.model().activation().label() + "; "
                + experiment.training().method().label() + "; "
                + experiment.training().epochs() + " epochs";
    }

    private void showStudies() {
        studies.getChildren().clear();
        List<Runnable> tasks = new ArrayList<>();
        for (Study study : model.studies()) {
            List<Preset> presets = model.shown(study);
            if (!presets.isEmpty()) {
                FlowPane flow = cards();
                tasks.add(() -> studies.getChildren().addAll(heading(study.title(), study.place()), flow));
                presets.forEach(preset -> tasks.add(() -> flow.getChildren().add(card(preset))));
            }
        }
        if (tasks.isEmpty()) {
            Label none = new Label("No preset of this size has these words");
            none.getStyleClass().add("muted");
            studies.getChildren().setAll(none);
        }
        portions.replace(tasks);
    }

    private GalleryCard card(Preset preset) {
        return made.computeIfAbsent(preset, this::make);
    }

    private GalleryCard make(Preset preset) {
        Experiment outline = model.outline(preset);
        String published = preset.published().text();
        GalleryCard card = new GalleryCard(
                Optional.of(new CurveThumbnail(outline.model().activation())),
                preset.name(),
                "",
                preset.description(),
                published.isEmpty()
                        ? ""
                        : preset.scale() == Scale.FULL
                                ? "The paper: " + published
                                : "The paper, at full scale: " + published,
                () -> model.begin(preset));
        card.setId("begin-" + preset.name());
        return card;
    }
}
