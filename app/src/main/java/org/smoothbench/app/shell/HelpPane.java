package org.smoothbench.app.shell;

import atlantafx.base.theme.Styles;
import javafx.beans.Observable;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.command.Command;
import org.smoothbench.app.command.CommandGroup;
import org.smoothbench.app.command.CommandRegistry;
import org.smoothbench.app.page.PageHelp;

/** Explains the page it stands beside, and lists the keys of every command. */
final class HelpPane extends BorderPane {

    private final CommandRegistry commands;
    private final Label title = new Label();
    private final VBox page = new VBox();
    private final VBox keys = new VBox();

    HelpPane(CommandRegistry commands, Runnable close) {
        this.commands = commands;
        setId("help");
        getStyleClass().add("help-pane");
        title.getStyleClass().add("page-title");
        Button closeButton = new Button(null, new FontIcon(Feather.X));
        closeButton.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        closeButton.setAccessibleText("Close help");
        closeButton.setTooltip(new Tooltip("Close help (F1)"));
        closeButton.setOnAction(_ -> close.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        setTop(new HBox(title, gap, closeButton));
        page.getStyleClass().add("help-topics");
        keys.getStyleClass().add("help-topics");
        ScrollPane scroll = new ScrollPane(new VBox(page, heading("KEYS"), keys));
        scroll.getStyleClass().add("help-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        commands.all().addListener((Observable _) -> listKeysIfSeen());
        visibleProperty().subscribe(this::listKeysIfSeen);
    }

    void show(PageHelp help) {
        title.setText(help.title());
        page.getChildren().setAll(text(help.summary()));
        help.topics().forEach(topic -> {
            Label name = text(topic.name());
            name.getStyleClass().add("help-topic");
            page.getChildren().add(new VBox(name, text(topic.text())));
        });
    }

    private void listKeysIfSeen() {
        if (isVisible()) {
            listKeys();
        }
    }

    private void listKeys() {
        keys.getChildren().clear();
        for (CommandGroup group : CommandGroup.values()) {
            GridPane grid = new GridPane();
            grid.getStyleClass().add("help-keys");
            for (Command command : commands.of(group)) {
                if (command.keys().isPresent()) {
                    Label key = new Label(command.keysText());
                    key.getStyleClass().add("key-cap");
                    key.setMinWidth(USE_PREF_SIZE);
                    grid.addRow(grid.getRowCount(), key, text(command.plainTitle()));
                }
            }
            if (!grid.getChildren().isEmpty()) {
                Label name = text(group.label());
                name.getStyleClass().add("help-topic");
                keys.getChildren().addAll(name, grid);
            }
        }
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("pane-heading");
        return heading;
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
