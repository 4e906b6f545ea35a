package org.smoothbench.app.runs;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.runs.filter.FilterMistake;
import org.smoothbench.app.runs.filter.FilterSyntax;

/** What is searched for, what is wrong with it, and what can be searched for. */
final class SearchField extends VBox {

    private final CustomTextField text = new CustomTextField();

    /** A field for the search of a list; {@code down} is where the arrow key leads. */
    SearchField(ListChoices choices, Runnable down) {
        getStyleClass().add("search-box");
        text.setId("run-search");
        text.setPromptText("Search, such as silu robust>40");
        text.setAccessibleText("Search runs");
        text.setLeft(new FontIcon(Feather.SEARCH));
        text.textProperty().bindBidirectional(choices.searchProperty());
        text.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                text.clear();
            } else if (event.getCode() == KeyCode.DOWN) {
                down.run();
            }
        });
        HBox.setHgrow(text, Priority.ALWAYS);
        ToggleButton help = new ToggleButton(null, new FontIcon(Feather.HELP_CIRCLE));
        help.setId("search-help");
        help.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        help.setAccessibleText("What can be searched for");
        help.setTooltip(new Tooltip("What can be searched for"));
        HBox line = new HBox(text, help);
        line.getStyleClass().add("search-line");
        getChildren().addAll(line, mistake(choices), syntax(help));
    }

    /** Puts the keyboard into the field. */
    void focus() {
        text.requestFocus();
        text.selectAll();
    }

    private Label mistake(ListChoices choices) {
        Label label = new Label();
        label.setId("search-mistake");
        label.getStyleClass().add("field-error");
        label.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        choices.mistakeProperty().subscribe(mistake -> {
            label.setText(mistake.map(FilterMistake::text).orElse(""));
            label.setVisible(mistake.isPresent());
            label.setManaged(mistake.isPresent());
            text.pseudoClassStateChanged(Styles.STATE_DANGER, mistake.isPresent());
            text.setAccessibleHelp(mistake.map(FilterMistake::text).orElse(null));
        });
        return label;
    }

    private static GridPane syntax(ToggleButton help) {
        GridPane grid = new GridPane();
        grid.setId("search-syntax");
        grid.getStyleClass().addAll("card", "search-syntax");
        int row = 0;
        for (FilterSyntax.Line line : FilterSyntax.lines()) {
            Label example = new Label(line.example());
            example.getStyleClass().add("search-example");
            example.setWrapText(true);
            Label meaning = new Label(line.meaning());
            meaning.getStyleClass().add("run-line");
            meaning.setWrapText(true);
            meaning.setMinHeight(USE_PREF_SIZE);
            grid.add(example, 0, row++);
            grid.add(meaning, 0, row++);
        }
        grid.visibleProperty().bind(help.selectedProperty());
        grid.managedProperty().bind(help.selectedProperty());
        return grid;
    }
}
