package org.smoothbench.app.editor;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.page.PageHelp;
import org.smoothbench.core.preset.Scale;

/** The page of the editor: form or gallery, each made when it is first looked at. */
final class EditorView implements EditorActions {

    /** What explains the page. */
    static final PageHelp HELP = PageHelp.of(
            "Experiment",
            "Describe an experiment setting by setting, see what it differs in from where it began, and queue it.",
            new PageHelp.Topic(
                    "Start from",
                    "The paper's experiments at three sizes, the samples, a file, or nothing. A run is taken up by "
                            + "\"Duplicate and edit\" in the list of runs."),
            new PageHelp.Topic(
                    "Settings",
                    "What is left out has its default, which is shown as prompt. What is wrong is said under the "
                            + "setting while you type. The pointer on a name tells formula, range and default."),
            new PageHelp.Topic(
                    "What differs",
                    "A bar marks what differs from where the draft began; its value there stands beside, and "
                            + "pressing it brings it back."),
            new PageHelp.Topic(
                    "Several values",
                    "Ctrl+M in a setting, or its menu (Alt+Enter), gives it several values. The runs are their product and are "
                            + "queued as one study."),
            new PageHelp.Topic(
                    "JSON",
                    "Ctrl+Shift+J shows the specification as text. Text and form follow each other; while the text is no "
                            + "JSON the form stays as it last was."));

    private static final double USUAL_DIVIDER = 0.62;

    private final EditorViewModel model;
    private final JsonTextViewModel text;
    private final QueueViewModel queue;
    private final GalleryViewModel gallery;
    private final CostViewModel cost;
    private final FileChoices files;
    private final StackPane root = new StackPane();
    private final BooleanProperty json = new SimpleBooleanProperty(this, "json");
    /** What stands around the form comes pulse by pulse, as each of it takes a moment. */
    private final Portions frame = new Portions(() -> {});

    private boolean ready;
    private boolean focusWanted;
    private @Nullable Page page;
    private @Nullable GalleryView start;
    private @Nullable JsonPane pane;
    private double divider = USUAL_DIVIDER;

    private record Page(BorderPane root, FormView form, SplitPane split) {}

    /** The page of view models. */
    EditorView(
            EditorViewModel model,
            JsonTextViewModel text,
            QueueViewModel queue,
            GalleryViewModel gallery,
            CostViewModel cost,
            FileChoices files) {
        this.model = model;
        this.text = text;
        this.queue = queue;
        this.gallery = gallery;
        this.cost = cost;
        this.files = files;
        root.getStyleClass().add("editor-page");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows form or gallery, from when it is known which of them is wanted. */
    void ready() {
        if (!ready) {
            ready = true;
            gallery.shownProperty().subscribe(shown -> {
                if (shown) {
                    start().focusSearch();
                } else {
                    page();
                }
                settle(shown);
            });
            json.subscribe(shown -> {
                if (shown || page != null) {
                    showJson(shown);
                }
            });
            if (focusWanted) {
                focusFirst();
            }
        }
    }

    private void settle(boolean shown) {
        GalleryView begun = start;
        if (begun != null) {
            begun.setVisible(shown);
            begun.hold(!shown);
        }
        Page made = page;
        if (made != null) {
            made.root().setVisible(!shown);
            frame.afterwards(() -> made.form().hold(gallery.shownProperty().get()));
        }
    }

    private Page page() {
        Page made = page;
        if (made == null) {
            made = makePage();
            page = made;
            root.getChildren().addFirst(made.root());
        }
        return made;
    }

    private Page makePage() {
        FormView form = new FormView(model, files::folder);
        SplitPane split = new SplitPane(form);
        split.getStyleClass().add("main-split");
        BorderPane around = new BorderPane(split);
        // One thing after the other: both at once would take two portions of each pulse.
        form.hold(true);
        frame.replace(List.of(
                () -> around.setTop(new VBox(new EditorHeader(model, this, json), new EditorNotice(queue))),
                () -> around.setBottom(new QueueBar(model, queue, new CostLine(cost), this)),
                () -> {
                    SectionNav nav = new SectionNav(model, form::scrollTo);
                    nav.setCurrent(Section.EXPERIMENT);
                    form.vvalueProperty().subscribe((_, _) -> nav.setCurrent(form.topSection()));
                    around.setLeft(nav);
                }));
        return new Page(around, form, split);
    }

    private GalleryView start() {
        GalleryView made = start;
        if (made == null) {
            made = new GalleryView(gallery, this, files::folder);
            start = made;
            root.getChildren().add(made);
        }
        return made;
    }

    private void showJson(boolean shown) {
        SplitPane split = page().split();
        if (shown && split.getItems().size() == 1) {
            JsonPane pane = pane();
            split.getItems().add(pane);
            split.setDividerPositions(divider);
        } else if (!shown && split.getItems().size() > 1) {
            divider = split.getDividerPositions()[0];
            split.getItems().removeLast();
        }
    }

    private JsonPane pane() {
        JsonPane made = pane;
        if (made == null) {
            made = new JsonPane(text, model);
            pane = made;
        }
        return made;
    }

    /** Keys that the window's own would not see: fields keep them to themselves. */
    private void key(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean inText = pane != null && isIn(event, pane);
        if (event.getCode() == KeyCode.Z && !inText) {
            if (event.isShiftDown()) {
                model.redo();
            } else {
                model.undo();
            }
            event.consume();
        }
    }

    private static boolean isIn(KeyEvent event, Node box) {
        for (Node at = event.getTarget() instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at.equals(box)) {
                return true;
            }
        }
        return false;
    }

    /** What is shown; always the same node. */
    Node node() {
        return root;
    }

    /** Puts the keyboard onto the page. */
    void focusFirst() {
        if (!ready) {
            focusWanted = true;
        } else if (gallery.shownProperty().get()) {
            start().focusSearch();
        } else {
            page().form().focusField("$.name");
        }
    }

    /** Whether the text is shown beside the form. */
    BooleanProperty jsonProperty() {
        return json;
    }

    @Override
    public void startFrom() {
        gallery.shownProperty().set(true);
    }

    @Override
    public void open() {
        files.open().ifPresent(gallery::beginFile);
    }

    @Override
    public void saveAs() {
        String name = model.draft()
                .tree()
                .entry("$.name")
                .map(entry -> Typed.text(entry.value()))
                .orElse("");
        files.save((name.isBlank() ? "experiment" : name.replaceAll("[^A-Za-z0-9._-]+", "-")) + ".json")
                .ifPresent(file -> queue.save(model.draft(), file));
    }

    @Override
    public void goToFirstFault() {
        model.onlyDifferingProperty().set(false);
        model.formProperty().get().fields().stream()
                .filter(field -> !field.error().isEmpty())
                .findFirst()
                .ifPresent(field -> page().form().focusField(field.path()));
    }

    /** What is found again after a restart. */
    JsonObject state() {
        JsonObject state = new JsonObject();
        state.addProperty("json", json.get());
        state.addProperty(
                "divider",
                page != null && page.split().getItems().size() > 1
                        ? page.split().getDividerPositions()[0]
                        : divider);
        state.addProperty("scale", gallery.scaleProperty().get().label());
        JsonObject folders = new JsonObject();
        gallery.folders().forEach((images, folder) -> folders.addProperty(images.name(), folder.toString()));
        state.add("folders", folders);
        return state;
    }

    /** Takes up what {@link #state} gave. */
    void restore(JsonObject state) {
        if (state.get("divider") instanceof JsonPrimitive number && number.isNumber()) {
            divider = Math.clamp(number.getAsDouble(), 0.2, 0.9);
        }
        json.set(state.get("json") instanceof JsonPrimitive flag && flag.isBoolean() && flag.getAsBoolean());
        for (Scale scale : Scale.values()) {
            if (new JsonPrimitive(scale.label()).equals(state.get("scale"))) {
                gallery.scaleProperty().set(scale);
            }
        }
        if (state.get("folders") instanceof JsonObject folders) {
            for (GalleryViewModel.Images images : GalleryViewModel.Images.values()) {
                Optional.ofNullable(folders.get(images.name()))
                        .filter(JsonPrimitive.class::isInstance)
                        .map(folder -> Path.of(folder.getAsString()))
                        .ifPresent(folder -> gallery.folders().putAll(Map.of(images, folder)));
            }
        }
    }
}
