package org.smoothbench.app.adversary;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.charts.ChartFiles;
import org.smoothbench.app.page.Page;
import org.smoothbench.app.page.PageHelp;
import org.smoothbench.core.probe.bench.AttackedImage;
import org.smoothbench.viz.export.ExportFormat;
import org.smoothbench.viz.image.PictureView;

/** The page of the adversarial bench. */
public final class AdversaryView extends BorderPane implements Page {

    private final AdversaryViewModel model;
    private final ChartFiles files;
    private final AttackBar attack;
    private final ImagesView images;
    private final StepsView steps;
    private final ModelsRow models = new ModelsRow();
    private final PictureView original = new PictureView();
    private final Label originalCaption = new Label();
    private final MenuButton export = new MenuButton("Export", new FontIcon(Feather.DOWNLOAD));

    /** Shows the page of a view model. */
    public AdversaryView(AdversaryViewModel model, ChartFiles files) {
        this.model = model;
        this.files = files;
        setId("adversary");
        getStyleClass().add("adversary-page");
        getStylesheets()
                .add(Objects.requireNonNull(AdversaryView.class.getResource("adversary.css"))
                        .toExternalForm());
        attack = new AttackBar(model);
        images = new ImagesView(model.images());
        steps = new StepsView(model);
        VBox left = new VBox(images, original());
        left.getStyleClass().add("bench-left");
        VBox.setVgrow(images, Priority.ALWAYS);
        ScrollPane scroll = models.scrolling();
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox right = new VBox(attack, scroll, lower());
        right.getStyleClass().add("bench-right");
        BorderPane bench = new BorderPane(right);
        bench.setLeft(left);
        var empty =
                Bindings.createBooleanBinding(() -> model.modelsProperty().get().isEmpty(), model.modelsProperty());
        bench.visibleProperty().bind(empty.not());
        Node nothing = emptyState();
        nothing.visibleProperty().bind(empty);
        setCenter(new StackPane(bench, nothing));
        model.modelsProperty().subscribe(this::show);
        model.images().imageProperty().subscribe(_ -> showOriginal());
    }

    private static Node emptyState() {
        Label title = new Label("No model to attack");
        title.getStyleClass().add("page-title");
        Label how = new Label("Select a run in the list, or open the eyes of up to four to see them side by side.");
        how.setWrapText(true);
        VBox state = new VBox(title, how);
        state.setId("bench-empty");
        state.getStyleClass().addAll("card", "activations-empty");
        return state;
    }

    private VBox original() {
        original.setAccessibleText("The image itself");
        originalCaption.setId("bench-original");
        originalCaption.setWrapText(true);
        originalCaption.setMinHeight(USE_PREF_SIZE);
        original.setMinHeight(132);
        original.setPrefHeight(164);
        VBox box = new VBox(original, originalCaption);
        box.getStyleClass().addAll("card", "bench-original");
        return box;
    }

    private VBox lower() {
        TransferView transfer = new TransferView(model);
        StackPane parts = new StackPane();
        for (Region part : List.of(steps, transfer)) {
            part.visibleProperty()
                    .bind(
                            part.equals(transfer)
                                    ? model.transferShownProperty()
                                    : model.transferShownProperty().not());
            part.managedProperty().bind(part.visibleProperty());
            parts.getChildren().add(part);
        }
        VBox box = new VBox(header(), parts);
        box.getStyleClass().add("bench-lower");
        return box;
    }

    private HBox header() {
        SegmentedButton segments = new SegmentedButton(segment("Steps", false), segment("Transfer", true));
        segments.setMinWidth(USE_PREF_SIZE);
        Label conditions = new Label();
        conditions.setId("bench-conditions");
        conditions.getStyleClass().add("muted");
        conditions.setMinWidth(0);
        conditions.setWrapText(true);
        conditions.setMinHeight(USE_PREF_SIZE);
        model.settingsProperty().subscribe(now -> conditions.setText(now.conditions()));
        Label leftOut = new Label();
        leftOut.setId("bench-left-out");
        leftOut.getStyleClass().add("warning-text");
        leftOut.setMinWidth(USE_PREF_SIZE);
        leftOut.managedProperty().bind(leftOut.textProperty().isNotEmpty());
        model.leftOutProperty()
                .subscribe(count -> leftOut.setText(
                        count == 0
                                ? ""
                                : count + " more compared " + (count == 1 ? "run has" : "runs have")
                                        + " no place here"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(segments, conditions, leftOut, gap, attack.weights(), export());
        header.getStyleClass().add("bench-header");
        return header;
    }

    private ToggleButton segment(String label, boolean transfer) {
        ToggleButton button = new ToggleButton(label);
        button.setId(transfer ? "bench-show-transfer" : "bench-show-steps");
        button.setOnAction(_ -> {
            model.transferShownProperty().set(transfer);
            button.setSelected(true);
        });
        model.transferShownProperty().subscribe(now -> {
            if (now == transfer) {
                button.setSelected(true);
            }
        });
        return button;
    }

    private MenuButton export() {
        MenuButton menu = export;
        menu.setId("bench-export");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setTooltip(new Tooltip("Image, perturbation and changed image of every model, with their numbers"));
        menu.getItems()
                .addAll(
                        item("PNG sheet, 1×…", new ExportFormat.Png(1)),
                        item("PNG sheet, 2×…", new ExportFormat.Png(2)),
                        item("PNG sheet, 4×…", new ExportFormat.Png(4)),
                        item("PDF page…", new ExportFormat.Pdf()),
                        item("CSV of every step…", new ExportFormat.Csv()));
        return menu;
    }

    private MenuItem item(String text, ExportFormat format) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> save(format));
        return item;
    }

    /** Saves the pictures and their numbers. */
    void save(ExportFormat format) {
        new GallerySheet(model)
                .of(steps.paper())
                .ifPresent(sheet -> files.save(
                        sheet, "adversarial-" + model.images().imageProperty().get(), format));
    }

    AdversaryViewModel model() {
        return model;
    }

    StepsView steps() {
        return steps;
    }

    private void show(List<BenchModel> now) {
        models.getChildren().forEach(node -> {
            if (node instanceof ModelView view) {
                view.close();
            }
        });
        models.getChildren().setAll(now.stream().map(this::view).toList());
        now.forEach(each -> each.attack().stateProperty().subscribe(_ -> showOriginal()));
    }

    private ModelView view(BenchModel each) {
        ModelView view = new ModelView(model, each);
        HBox.setHgrow(view, Priority.ALWAYS);
        return view;
    }

    private void showOriginal() {
        int index = model.images().imageProperty().get();
        Optional<AttackedImage> attacked = model.modelsProperty().get().stream()
                .flatMap(each -> each.attack().state().answer().stream())
                .filter(each -> each.index() == index)
                .findFirst();
        export.setDisable(new GallerySheet(model).isEmpty());
        original.rasterProperty()
                .set(attacked.map(each -> Rasters.of(each.clean().picture())).orElse(null));
        originalCaption.setText("x, test image " + index
                + model.images()
                        .setProperty()
                        .get()
                        .filter(set -> index < set.labels().size())
                        .map(set -> ": " + set.classNames().get(set.labels().get(index)))
                        .orElse(""));
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void focusFirst() {
        images.focusGrid();
    }

    @Override
    public JsonObject state() {
        return AdversaryMemory.of(model);
    }

    @Override
    public void restore(JsonObject state) {
        AdversaryMemory.restore(model, state);
    }

    @Override
    public PageHelp help() {
        return PageHelp.of(
                "Adversary",
                "One test image under attack, on the selected run or on up to four whose eyes are open. Everything is computed"
                        + " here, on the CPU, while you look.",
                new PageHelp.Topic(
                        "Images",
                        "The test images of the first model. Signs tell how it does under the present attack; they come batch by"
                                + " batch, and the line below says how many have been judged."),
                new PageHelp.Topic(
                        "Attack",
                        "Sliders act at once. FAB looks for the nearest example; its steps may leave eps, and what lies outside"
                                + " is no example. Square asks without gradients; you go through the queries after which it"
                                + " kept its change. A result of earlier settings is faint until the new one is there."),
                new PageHelp.Topic(
                        "Pictures",
                        "x′ − x is the change on the mean of the colours: blue is darker, vermilion lighter, multiplied by what the"
                                + " caption says. x′ is the first iterate that fools the model, or else the one with the largest"
                                + " loss, or the step you choose."),
                new PageHelp.Topic(
                        "Probabilities",
                        "Thin bars are of the image itself, thick ones of x′; the image's class is in bold."),
                new PageHelp.Topic(
                        "Smallest eps",
                        "Bisection with the attack that is set. The number is an upper bound: a better attack may fool the model"
                                + " within less. FAB's number is its own search for the nearest example."),
                new PageHelp.Topic(
                        "Transfer",
                        "Whose examples fool whom, on images all of the models get right. An example is the iterate with the"
                                + " largest loss of those that fool the model it was made on, or of all if none does."));
    }
}
