package org.smoothbench.app.landscape;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.editor.FieldState;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.schema.ValueKind;

/** What the next landscape shall be: image, settings, the button that computes it, and what is stored. */
final class SettingsPane extends VBox {

    private static final double WIDTH = 316;

    private final LandscapeViewModel page;
    private final VBox rows = new VBox();
    private final List<SettingRow> shown = new ArrayList<>();
    private final Button compute = new Button("", new FontIcon(Feather.PLAY));

    SettingsPane(LandscapeViewModel page) {
        this.page = page;
        getStyleClass().add("landscape-settings");
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        rows.getStyleClass().add("setting-rows");
        VBox column = new VBox(new ImagePicker(page), card("Landscape", rows, weights()), new StoredList(page));
        column.getStyleClass().add("landscape-column");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("landscape-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, bar());
        page.settings().formProperty().subscribe(_ -> show());
    }

    private static VBox card(String title, javafx.scene.Node... content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("card-title");
        VBox card = new VBox(heading);
        card.getChildren().addAll(content);
        card.getStyleClass().addAll("card", "landscape-card");
        return card;
    }

    private HBox weights() {
        Label name = new Label("Weights");
        name.getStyleClass().add("setting-name");
        name.setTooltip(new Tooltip("Which weights of each run"));
        ComboBox<SettingsViewModel.Weights> choice =
                new ComboBox<>(FXCollections.observableArrayList(SettingsViewModel.Weights.values()));
        choice.setId("landscape-weights");
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(SettingsViewModel.@Nullable Weights one) {
                return one == null ? "" : one.label();
            }

            @Override
            public SettingsViewModel.Weights fromString(String text) {
                throw new UnsupportedOperationException(text);
            }
        });
        choice.valueProperty().bindBidirectional(page.settings().weightsProperty());
        choice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(choice, Priority.ALWAYS);
        HBox row = new HBox(name, choice);
        row.getStyleClass().add("setting-row");
        return row;
    }

    private VBox bar() {
        compute.setId("landscape-compute");
        compute.getStyleClass().add(Styles.ACCENT);
        compute.setMaxWidth(Double.MAX_VALUE);
        compute.setMnemonicParsing(false);
        HBox.setHgrow(compute, Priority.ALWAYS);
        compute.setOnAction(_ -> {
            if (page.busyProperty().get()) {
                page.cancel();
            } else {
                page.compute();
            }
        });
        compute.textProperty()
                .bind(Bindings.createStringBinding(
                        this::action, page.busyProperty(), page.settings().formProperty(), page.staleProperty()));
        compute.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !page.busyProperty().get()
                                && (page.settings().spec().isEmpty()
                                        || page.slots().isEmpty()),
                        page.busyProperty(),
                        page.settings().formProperty(),
                        page.slots()));
        page.busyProperty().subscribe(busy -> compute.setGraphic(new FontIcon(busy ? Feather.SQUARE : Feather.PLAY)));
        CheckBox live = new CheckBox("Follow changes at once");
        live.setId("landscape-live");
        live.setTooltip(new Tooltip("Compute as soon as a setting changes, where that takes seconds: one image"));
        live.selectedProperty().bindBidirectional(page.settings().liveProperty());
        VBox bar = new VBox(compute, live);
        bar.getStyleClass().add("compute-bar");
        return bar;
    }

    private String action() {
        if (page.busyProperty().get()) {
            return "Cancel";
        }
        return page.settings().spec().map(SettingsPane::action).orElse("Compute");
    }

    private static String action(LandscapeSpec spec) {
        String over = spec.images() == 1 ? "" : " over " + spec.images() + " images";
        return spec.rows() == 1
                ? "Compute " + spec.grid() + " points" + over
                : "Compute " + spec.grid() + " × " + spec.grid() + over;
    }

    /** Puts the keyboard onto what is done first. */
    void focusFirst() {
        compute.requestFocus();
    }

    private void show() {
        List<FieldState> fields = page.settings().formProperty().get().fields().stream()
                .filter(field -> !(field.entry().kind() instanceof ValueKind.Group))
                .filter(field -> !field.path().equals(SettingsViewModel.IMAGE))
                .toList();
        boolean same = fields.stream()
                .map(FieldState::path)
                .toList()
                .equals(shown.stream().map(SettingRow::path).toList());
        if (!same) {
            shown.clear();
            fields.forEach(field -> shown.add(new SettingRow(field, page.settings())));
            rows.getChildren().setAll(shown);
        }
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).show(fields.get(i));
        }
    }
}
