package org.smoothbench.app.training;

import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.event.EventType;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The end of a run's log. Follows it, unless the reader has scrolled up. */
final class LogView extends VBox {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private static final int MOST_TRIES = 4;
    private static final double LINE = 20;
    private static final double BEYOND = 1000;

    private final ListView<String> lines = new ListView<>();
    private final Label heading = new Label("LOG");
    private final Label nothing = new Label();
    private boolean following = true;
    private boolean deciding;
    private RunLog shown = RunLog.NONE;

    LogView(ObservableValue<RunLog> log) {
        getStyleClass().addAll("card", "log-card");
        heading.getStyleClass().add("pane-heading");
        heading.setLabelFor(lines);
        lines.setId("log");
        lines.getStyleClass().add("log");
        lines.setAccessibleText("Log of the run");
        lines.setCellFactory(_ -> new LineCell());
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        nothing.getStyleClass().add("muted");
        lines.setPlaceholder(nothing);
        lines.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copySelection();
            }
        });
        // Only the reader decides whether to follow; a position read while a layout is pending would be a stale one.
        for (EventType<? extends InputEvent> moved : List.of(
                ScrollEvent.SCROLL, MouseEvent.MOUSE_DRAGGED, MouseEvent.MOUSE_RELEASED, KeyEvent.KEY_RELEASED)) {
            lines.addEventFilter(moved, _ -> decideAfterLayout());
        }
        lines.setFixedCellSize(LINE);
        lines.setMinHeight(64);
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(heading, lines);
        log.subscribe(this::show);
        // A list that gets lower would otherwise hide its last lines.
        lines.heightProperty().subscribe(_ -> scrollToEnd());
    }

    private void show(RunLog now) {
        boolean sameRun = now.runId().equals(shown.runId())
                && now.lines().first() >= shown.lines().first();
        if (sameRun) {
            extend(now);
        } else {
            lines.getItems().setAll(now.lines().lines());
            following = true;
        }
        shown = now;
        nothing.setText(now.read() ? "Nothing in the log" : "Reading…");
        long cut = now.lines().first();
        heading.setText(cut == 0 ? "LOG" : "LOG · without the first " + cut + " lines, which log.txt has");
        scrollToEnd();
    }

    /** What a key or the wheel does to the position is known only when the list has been laid out. */
    private void decideAfterLayout() {
        if (getScene() != null && !deciding) {
            deciding = true;
            afterLayout(() -> {
                deciding = false;
                following = atEnd();
            });
        }
    }

    private void scrollToEnd() {
        scrollToEnd(MOST_TRIES);
    }

    /** Until the last line is seen whole: the horizontal bar, which covers a line, may get its place late. */
    private void scrollToEnd(int tries) {
        if (!following || lines.getItems().isEmpty()) {
            return;
        }
        lines.scrollTo(lines.getItems().size() - 1);
        if (tries < MOST_TRIES && lines.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            // Lines that came in bursts can leave it one line off an end that it takes for reached.
            flow.scrollPixels(BEYOND);
        }
        if (tries > 1) {
            // Not during the layout, which would not be done again.
            afterLayout(() -> Platform.runLater(() -> {
                if (!lastLineIsWhole()) {
                    scrollToEnd(tries - 1);
                }
            }));
        }
    }

    private boolean lastLineIsWhole() {
        for (Node node : lines.lookupAll(".list-cell")) {
            if (node instanceof LineCell cell
                    && cell.isVisible()
                    && cell.getIndex() == lines.getItems().size() - 1) {
                Node seen = cell.getParent().getParent();
                return cell.getBoundsInParent().getMaxY()
                        <= seen.getLayoutBounds().getHeight() + 1;
            }
        }
        return false;
    }

    private void afterLayout(Runnable action) {
        Scene scene = getScene();
        if (scene != null) {
            Runnable once = new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    action.run();
                }
            };
            scene.addPostLayoutPulseListener(once);
            Platform.requestNextPulse();
        }
    }

    /** Takes away the lines that fell out at the front and adds the new ones, so that the rest stays where it is. */
    private void extend(RunLog now) {
        List<String> items = lines.getItems();
        long fallen = Math.min(now.lines().first() - shown.lines().first(), items.size());
        if (fallen > 0) {
            items.subList(0, (int) fallen).clear();
        }
        List<String> all = now.lines().lines();
        if (all.size() < items.size()) {
            lines.getItems().setAll(all);
        } else if (all.size() > items.size()) {
            lines.getItems().addAll(all.subList(items.size(), all.size()));
        }
    }

    private boolean atEnd() {
        for (Node node : lines.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                return !bar.isVisible() || bar.getValue() >= bar.getMax() - 1e-3;
            }
        }
        return true;
    }

    private void copySelection() {
        ClipboardContent content = new ClipboardContent();
        content.putString(lines.getSelectionModel().getSelectedItems().stream().collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static final class LineCell extends ListCell<@Nullable String> {

        @Override
        protected void updateItem(@Nullable String line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty ? null : line);
        }
    }
}
