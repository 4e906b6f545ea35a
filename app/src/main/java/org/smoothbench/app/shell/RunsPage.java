package org.smoothbench.app.shell;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.smoothbench.app.page.Page;
import org.smoothbench.app.page.PageHelp;
import org.smoothbench.app.queue.QueueView;
import org.smoothbench.app.runs.RunListView;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.training.RunPageView;
import org.smoothbench.app.welcome.WelcomeView;

/** The runs on the left, and the page of the selected one; while there is none, how to begin. */
public final class RunsPage implements Page {

    private static final double LIST_WIDTH = 300;

    private final RunListViewModel runs;
    private final RunListView list;
    private final WelcomeView welcome;
    private final RunPageView page;
    private final SplitPane split;
    private final BooleanProperty queueShown = new SimpleBooleanProperty(this, "queueShown", true);
    private double wantedWidth = LIST_WIDTH;
    private boolean divided;

    /** Joins the views; the queue lies under the list. */
    public RunsPage(
            RunListViewModel runs, RunListView list, QueueView queue, WelcomeView welcome, RunPageView page) {
        this.runs = runs;
        this.list = list;
        this.welcome = welcome;
        this.page = page;
        StackPane centre = new StackPane(welcome, page);
        centre.setMinWidth(480);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(list, queue);
        queueShown.subscribe(shown -> show(queue, shown));
        split = new SplitPane(left, centre);
        split.getStyleClass().add("main-split");
        SplitPane.setResizableWithParent(left, false);
        split.widthProperty().subscribe(_ -> divide());
        list.tableProperty().subscribe(table -> {
            if (table) {
                keepWidth();
                split.getItems().setAll(left);
            } else if (split.getItems().size() == 1) {
                split.getItems().setAll(left, centre);
                divided = false;
                divide();
            }
        });
        runs.selectedProperty().subscribe(_ -> settle());
        runs.loadedProperty().subscribe(_ -> settle());
    }

    @Override
    public Node node() {
        return split;
    }

    @Override
    public void focusFirst() {
        if (welcome.isVisible()) {
            welcome.focusFirst();
        } else {
            list.focusList();
        }
    }

    /** Puts the keyboard into the search field of the list. */
    public void focusSearch() {
        list.focusSearch();
    }

    /** Whether the queue is seen under the list. */
    public BooleanProperty queueShownProperty() {
        return queueShown;
    }

    @Override
    public PageHelp help() {
        return PageHelp.of(
                "Runs",
                "Every run in the runs folder, and what is known of the one that is selected. A run works in a process of its"
                        + " own: it goes on when this window is closed.",
                new PageHelp.Topic(
                        "List",
                        "Ctrl and Shift select several runs. Space compares them in charts, F2 edits name, study, tags and notes,"
                                + " Delete moves them to the trash, Ctrl+Z takes that back, Enter leads to the page. The menu"
                                + " beside the heading groups and sorts; the question mark beside the search lists what can"
                                + " be searched for."),
                new PageHelp.Topic(
                        "State",
                        "Queued, running, paused, finished, failed, cancelled; crashed is said of a run whose process is gone"
                                + " although its last word was that it runs."),
                new PageHelp.Topic(
                        "Queue",
                        "Runs wait for their device, one at a time unless you allow more at once. Drag a waiting run, or move"
                                + " it with Alt and the arrow keys; Space holds it in its place. A run that has paused keeps"
                                + " its memory and its place."),
                new PageHelp.Topic(
                        "Clean and robust accuracy",
                        "The share of test images the network gets right, as they are and under the attack named beside it."
                                + " While training this is a quick attack on some images; evaluate a finished run before"
                                + " you trust its robustness."),
                new PageHelp.Topic(
                        "Chart",
                        "The wheel zooms, dragging pans, a double click shows everything; pointing reads values out."));
    }

    @Override
    public JsonObject state() {
        JsonObject state = new JsonObject();
        keepWidth();
        state.addProperty("listWidth", wantedWidth);
        state.add("list", list.state());
        state.addProperty("queue", queueShown.get());
        return state;
    }

    @Override
    public void restore(JsonObject state) {
        if (state.get("listWidth") instanceof JsonPrimitive width && width.isNumber()) {
            wantedWidth = Math.clamp(width.getAsDouble(), 100, 5000);
            divided = false;
            divide();
        }
        if (state.get("queue") instanceof JsonPrimitive shown && shown.isBoolean()) {
            queueShown.set(shown.getAsBoolean());
        }
        if (state.get("list") instanceof JsonObject listState) {
            list.restore(listState);
        }
    }

    private void keepWidth() {
        if (divided && split.getDividers().size() == 1) {
            wantedWidth = split.getDividerPositions()[0] * split.getWidth();
        }
    }

    /** Once there is a width to divide; from then on the divider is the user's. */
    private void divide() {
        if (split.getWidth() > 0 && !divided && split.getItems().size() == 2) {
            divided = true;
            split.setDividerPositions(wantedWidth / split.getWidth());
        }
    }

    /** Which page is seen follows from what there is; while nothing has been read, none is. */
    private void settle() {
        boolean loaded = runs.loadedProperty().get();
        boolean any = runs.selected().isPresent();
        boolean first = loaded && !any && !welcome.isVisible();
        boolean firstPage = any && !page.isVisible();
        show(welcome, loaded && !any);
        show(page, any);
        if (split.isVisible() && (first || firstPage)) {
            focusFirst();
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
