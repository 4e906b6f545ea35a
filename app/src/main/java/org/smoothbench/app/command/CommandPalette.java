package org.smoothbench.app.command;

import atlantafx.base.controls.CustomTextField;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Finds commands by words of their names: laid over the window, not a window of its own, which could still be open when the
 * program ends. FX thread only.
 */
public final class CommandPalette extends StackPane {

    private final CommandRegistry commands;
    private final CustomTextField search = new CustomTextField();
    private final ListView<@Nullable Command> list = new ListView<>();
    private Optional<Node> before = Optional.empty();

    /** A palette that is not shown yet. */
    public CommandPalette(CommandRegistry commands) {
        this.commands = commands;
        setId("palette");
        getStyleClass().add("palette-veil");
        search.setId("palette-search");
        search.setPromptText("Type what you want to do");
        search.setAccessibleText("Find a command");
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.textProperty().subscribe(_ -> fill());
        list.setId("palette-list");
        list.setAccessibleText("Commands");
        list.setFixedCellSize(34);
        list.setCellFactory(_ -> new CommandCell());
        list.setFocusTraversable(false);
        Label none = new Label("No command is called so");
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                runSelected();
            }
        });
        VBox box = new VBox(search, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(560, Region.USE_PREF_SIZE);
        getChildren().add(box);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        setVisible(false);
        setManaged(false);
    }

    /** Shows all commands and takes the keyboard. */
    public void open() {
        before = Optional.ofNullable(getScene().getFocusOwner());
        search.clear();
        fill();
        setVisible(true);
        setManaged(true);
        search.requestFocus();
    }

    /** Goes away and gives the keyboard back. */
    public void close() {
        setVisible(false);
        setManaged(false);
        before.ifPresent(Node::requestFocus);
    }

    private void fill() {
        list.getItems().setAll(commands.matching(search.getText()));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void key(KeyEvent event) {
        boolean known = switch (event.getCode()) {
            case ESCAPE -> {
                close();
                yield true;
            }
            case ENTER -> {
                runSelected();
                yield true;
            }
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(8);
            case PAGE_UP -> move(-8);
            case TAB -> true;
            default -> false;
        };
        if (known || event.getCode() == KeyCode.F1) {
            event.consume();
        }
    }

    private boolean move(int by) {
        int last = list.getItems().size() - 1;
        if (last >= 0) {
            int to = Math.clamp((long) list.getSelectionModel().getSelectedIndex() + by, 0, last);
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 4));
        }
        return true;
    }

    private void runSelected() {
        Command command = list.getSelectionModel().getSelectedItem();
        if (command != null && command.enabled().get()) {
            // First, since what is run may want the keyboard.
            close();
            command.run();
        }
    }

    private static final class CommandCell extends ListCell<@Nullable Command> {

        private final Label group = new Label();
        private final Label title = new Label();
        private final Label keys = new Label();
        private final HBox line;

        CommandCell() {
            group.getStyleClass().add("muted");
            group.setMinWidth(56);
            keys.getStyleClass().add("key-cap");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line = new HBox(group, title, gap, keys);
            line.getStyleClass().add("palette-line");
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                setAccessibleText(null);
                setDisable(false);
                return;
            }
            group.setText(command.group().label());
            title.setText(command.plainTitle());
            keys.setText(command.keysText());
            keys.setVisible(!command.keysText().isEmpty());
            setDisable(!command.enabled().get());
            setAccessibleText(command.group().label() + ": " + command.plainTitle()
                    + (command.enabled().get() ? "" : ", not possible now"));
            setGraphic(line);
        }
    }
}
