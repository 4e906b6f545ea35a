package org.smoothbench.app.landscape;

import atlantafx.base.theme.Styles;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.editor.FieldState;
import org.smoothbench.app.runs.ColourMark;
import org.smoothbench.core.probe.bench.Picture;
import org.smoothbench.viz.image.PictureView;
import org.smoothbench.viz.image.Raster;

/** The image that landscapes are drawn around: its picture, its class, and what each model sees in it. */
final class ImagePicker extends VBox {

    private static final double SIDE = 98;
    private static final double MARK = 10;

    private final LandscapeViewModel page;
    private final PictureView picture = new PictureView();
    private final Label name = new Label();
    private final VBox judgements = new VBox();
    private final Label trouble = new Label();
    private final VBox field = new VBox();
    private final Label count = new Label();
    private final SettingRow row;

    ImagePicker(LandscapeViewModel page) {
        this.page = page;
        getStyleClass().addAll("card", "landscape-card");
        setId("landscape-picker");
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("pixel-frame");
        frame.setMinSize(SIDE, SIDE);
        frame.setPrefSize(SIDE, SIDE);
        frame.setMaxSize(SIDE, SIDE);
        name.getStyleClass().add("card-title");
        name.setWrapText(true);
        count.getStyleClass().add("muted");
        judgements.getStyleClass().add("judgements");
        VBox words = new VBox(name, judgements);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox top = new HBox(frame, words);
        top.getStyleClass().add("picker-top");
        trouble.setWrapText(true);
        trouble.getStyleClass().add("field-error");
        trouble.managedProperty().bind(trouble.visibleProperty());
        row = row(image());
        getChildren().addAll(top, chooser(), trouble);
        PickerViewModel model = page.picker();
        model.imageProperty().subscribe(this::show);
        model.judgements().addListener((Observable _) -> judge());
        model.troubleProperty().subscribe(text -> {
            trouble.setText(text);
            trouble.setVisible(!text.isEmpty());
        });
        page.settings().formProperty().subscribe(_ -> row.show(image()));
        judge();
    }

    private FieldState image() {
        return page.settings().formProperty().get().fields().stream()
                .filter(one -> one.path().equals(SettingsViewModel.IMAGE))
                .findFirst()
                .orElseThrow();
    }

    private SettingRow row(FieldState state) {
        SettingRow made = new SettingRow(state, page.settings());
        HBox.setHgrow(made, Priority.ALWAYS);
        return made;
    }

    private VBox chooser() {
        HBox buttons = new HBox(
                step("image-previous", Feather.CHEVRON_LEFT, "The image before", -1),
                step("image-next", Feather.CHEVRON_RIGHT, "The next image", 1));
        Button random = icon("image-random", Feather.SHUFFLE, "Any image");
        random.setOnAction(_ -> page.picker()
                .imageProperty()
                .get()
                .ifPresent(known -> page.settings()
                        .set(
                                SettingsViewModel.IMAGE,
                                new JsonPrimitive(java.util.concurrent.ThreadLocalRandom.current()
                                        .nextInt(known.count())))));
        buttons.getChildren().add(random);
        buttons.setAlignment(Pos.TOP_LEFT);
        HBox line = new HBox(row, buttons);
        line.getStyleClass().add("picker-line");
        field.getChildren().setAll(line, count);
        return field;
    }

    private Button step(String id, Feather icon, String tip, int by) {
        Button button = icon(id, icon, tip);
        button.setOnAction(_ -> page.settings().step(by));
        return button;
    }

    private static Button icon(String id, Feather icon, String tip) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void show(Optional<TestImages.Looked> looked) {
        picture.rasterProperty().set(looked.map(one -> raster(one.picture())).orElse(null));
        name.setText(looked.map(one -> one.classNames().get(one.label())).orElse("No image yet"));
        count.setText(looked.map(one -> "of " + String.format(Locale.ROOT, "%,d", one.count()) + " test images")
                .orElse(""));
    }

    private static Raster raster(Picture seen) {
        return Raster.of(seen.channels(), seen.height(), seen.width(), seen.values());
    }

    private void judge() {
        judgements.getChildren().clear();
        for (PickerViewModel.Judgement one : page.picker().judgements()) {
            ColourMark mark = new ColourMark(MARK);
            mark.show(one.model().colour());
            Label line = new Label(
                    String.format(
                            Locale.ROOT,
                            "%s %.0f %%",
                            one.predicted(),
                            100 * one.looked().probability()),
                    mark);
            line.getStyleClass().add("judgement");
            line.pseudoClassStateChanged(LandscapeStyles.WRONG, !one.correct());
            line.setTooltip(new Tooltip(one.model().title() + " sees " + one.predicted()
                    + (one.correct() ? ", which is right" : ", which is wrong")));
            judgements.getChildren().add(line);
        }
    }
}
