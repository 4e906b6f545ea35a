package org.smoothbench.app.editor;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is edited, where it began, how many settings differ, and what can be done with it. */
final class EditorHeader extends VBox {

    private final Label name = new Label();
    private final Label origin = new Label();
    private final Label differing = new Label();
    private final ToggleButton only = new ToggleButton("Show only these", new FontIcon(Feather.FILTER));
    private final Button resetAll = new Button("Reset all", new FontIcon(Feather.ROTATE_CCW));
    private final Hyperlink paper = new Hyperlink();
    private final VBox deviations = new VBox();
    private final HBox second;

    EditorHeader(EditorViewModel model, EditorActions actions, BooleanProperty json) {
        getStyleClass().add("editor-header");
        name.getStyleClass().add("page-title");
        name.setMinWidth(60);
        origin.getStyleClass().add("muted");
        origin.setId("origin");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button undo = icon(Feather.CORNER_UP_LEFT, "Undo (Ctrl+Z)", model::undo);
        undo.setId("undo");
        undo.disableProperty().bind(model.canUndoProperty().not());
        Button redo = icon(Feather.CORNER_UP_RIGHT, "Redo (Ctrl+Shift+Z)", model::redo);
        redo.setId("redo");
        redo.disableProperty().bind(model.canRedoProperty().not());
        Button from = labelled("Start from…", Feather.GRID, actions::startFrom);
        from.setId("start-from");
        Button save = labelled("Save as…", Feather.SAVE, actions::saveAs);
        ToggleButton text = new ToggleButton("JSON", new FontIcon(Feather.CODE));
        text.setId("show-json");
        text.setMinWidth(USE_PREF_SIZE);
        text.setTooltip(new Tooltip("The specification as text beside the form (Ctrl+J)"));
        text.selectedProperty().bindBidirectional(json);
        HBox first = new HBox(name, origin, gap, undo, redo, from, save, text);
        first.getStyleClass().add("editor-line");
        differing.setId("differing");
        differing.setGraphic(new FontIcon(Feather.GIT_COMMIT));
        differing.getStyleClass().add("differing");
        only.setId("only-differing");
        only.getStyleClass().add(Styles.SMALL);
        only.selectedProperty().bindBidirectional(model.onlyDifferingProperty());
        resetAll.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        resetAll.setOnAction(_ -> model.resetAll());
        paper.setId("deviations-link");
        paper.setOnAction(_ -> showDeviations(!deviations.isVisible()));
        deviations.setId("deviations");
        deviations.getStyleClass().add("deviations");
        second = new HBox(differing, only, resetAll, paper);
        second.getStyleClass().add("editor-line");
        for (Region each : List.of(only, resetAll, paper, differing)) {
            each.setMinWidth(USE_PREF_SIZE);
            each.managedProperty().bind(each.visibleProperty());
        }
        showDeviations(false);
        getChildren().addAll(first, second, deviations);
        model.formProperty().subscribe(this::show);
    }

    private static Button icon(Feather icon, String help, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(help);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Button labelled(String text, Feather icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void showDeviations(boolean shown) {
        deviations.setVisible(shown);
        deviations.setManaged(shown);
    }

    private void show(FormState state) {
        Origin began = state.draft().origin();
        name.setText(state.field("$.name")
                .map(field -> Typed.text(field.entry().value()))
                .filter(text -> !text.isBlank())
                .orElse("Unnamed experiment"));
        origin.setText("began as " + began.label());
        int count = state.differing();
        differing.setText(
                count == 1
                        ? "1 setting differs from " + began.label()
                        : count + " settings differ from " + began.label());
        differing.setVisible(count > 0);
        only.setVisible(count > 0 || only.isSelected());
        resetAll.setVisible(count > 0);
        boolean preset = began.kind() == Origin.Kind.PRESET;
        paper.setVisible(preset && !began.deviations().isEmpty());
        paper.setText(
                "How the preset differs from the paper (" + began.deviations().size() + ")");
        deviations
                .getChildren()
                .setAll(began.deviations().stream()
                        .map(text -> bullet("• " + text))
                        .toList());
        if (!began.published().isEmpty()) {
            deviations.getChildren().add(bullet("The paper reports: " + began.published()));
        }
        if (!preset) {
            showDeviations(false);
        }
        boolean any = count > 0 || only.isSelected() || paper.isVisible();
        second.setVisible(any);
        second.setManaged(any);
    }

    private static Label bullet(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }
}
