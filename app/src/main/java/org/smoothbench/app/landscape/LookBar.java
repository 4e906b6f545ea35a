package org.smoothbench.app.landscape;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.viz.field.ColourMap;
import org.smoothbench.viz.surface.CameraPreset;
import org.smoothbench.viz.surface.RendererChoice;
import org.smoothbench.viz.surface.RendererTrial;

/** How landscapes are looked at, and the menu of exports. */
final class LookBar extends FlowPane {

    private final LandscapeViewModel page;
    private final LookViewModel look;
    private final RendererTrial trial;
    private final SegmentedButton sights;

    /**
     * A bar.
     *
     * @param trial knows what JavaFX 3-D is like here
     * @param cameras sends all surfaces to a preset
     * @param exports the items of the menu of exports
     */
    LookBar(
            LandscapeViewModel page,
            RendererTrial trial,
            java.util.function.Consumer<CameraPreset> cameras,
            List<MenuItem> exports) {
        this.page = page;
        this.trial = trial;
        look = page.look();
        getStyleClass().add("look-bar");
        sights = segments(look.sightProperty(), List.of(Sight.values()), Sight::label, "sight-");
        HBox presets = new HBox(
                preset("camera-iso", "Corner", CameraPreset.ISO, cameras),
                preset("camera-top", "Top", CameraPreset.TOP, cameras),
                preset("camera-front", "Front", CameraPreset.FRONT, cameras));
        presets.visibleProperty().bind(look.sightProperty().isEqualTo(Sight.SURFACE));
        presets.managedProperty().bind(presets.visibleProperty());
        MenuButton export = new MenuButton("Export", new FontIcon(Feather.DOWNLOAD));
        export.setId("landscape-export");
        export.getItems().setAll(exports);
        export.setMinWidth(USE_PREF_SIZE);
        page.picturesProperty().subscribe(pictures -> export.setDisable(pictures.isEmpty()));
        getChildren()
                .addAll(
                        sights,
                        segments(look.heightProperty(), List.of(Height.values()), Height::label, "height-"),
                        texture(),
                        picks(),
                        show(),
                        presets,
                        export,
                        room());
    }

    private Button room() {
        Button room = new Button(null, new FontIcon(Feather.MAXIMIZE_2));
        room.setId("landscape-room");
        room.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        room.setMinWidth(USE_PREF_SIZE);
        room.setOnAction(_ -> look.toggleRoom());
        BooleanBinding alone =
                look.settingsProperty().or(look.figuresProperty()).not();
        alone.subscribe(only -> {
            String words = only ? "Bring back settings and figures" : "Only the pictures";
            room.setGraphic(new FontIcon(only ? Feather.MINIMIZE_2 : Feather.MAXIMIZE_2));
            room.setTooltip(new Tooltip(words + " (F9)"));
            room.setAccessibleText(words);
        });
        // The button outlives what would otherwise hold on to this only weakly.
        room.setUserData(alone);
        return room;
    }

    private static Button preset(
            String id, String text, CameraPreset preset, java.util.function.Consumer<CameraPreset> cameras) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add(Styles.FLAT);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip("Look from here"));
        button.setOnAction(_ -> cameras.accept(preset));
        return button;
    }

    private static <T extends Enum<T>> SegmentedButton segments(
            ObjectProperty<T> chosen, List<T> values, Function<T, String> label, String id) {
        SegmentedButton segments = new SegmentedButton();
        for (T value : values) {
            ToggleButton button = new ToggleButton(label.apply(value));
            button.setId(id + value.name().toLowerCase(java.util.Locale.ROOT));
            button.setOnAction(_ -> {
                chosen.set(value);
                // One is always chosen, also after a click on the one that is.
                button.setSelected(true);
            });
            chosen.subscribe(now -> {
                if (now == value) {
                    button.setSelected(true);
                }
            });
            segments.getButtons().add(button);
        }
        segments.setMinWidth(USE_PREF_SIZE);
        return segments;
    }

    private ToggleButton texture() {
        ToggleButton classes = new ToggleButton("Classes");
        classes.setId("texture-classes");
        classes.setTooltip(new Tooltip("Colour by the predicted class instead of the height"));
        classes.selectedProperty().bindBidirectional(look.classesProperty());
        classes.setMinWidth(USE_PREF_SIZE);
        classes.managedProperty().bind(classes.visibleProperty());
        page.picturesProperty()
                .subscribe(pictures -> classes.setVisible(
                        pictures.isEmpty() || pictures.stream().anyMatch(Picture::hasClasses)));
        return classes;
    }

    /** Which surface of several images; there only where there are several. */
    private ComboBox<Pick> picks() {
        ComboBox<Pick> box = new ComboBox<>();
        box.setId("landscape-pick");
        box.setAccessibleText("Which surface of several images");
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Pick pick) {
                return pick == null ? "" : pick.label();
            }

            @Override
            public Pick fromString(String text) {
                throw new UnsupportedOperationException(text);
            }
        });
        Runnable fill = () -> {
            List<Pick> picks = page.picksProperty().get();
            box.getItems().setAll(picks);
            box.setValue(page.pickProperty()
                    .get()
                    .filter(picks::contains)
                    .or(() -> picks.stream().findFirst())
                    .orElse(null));
            box.setVisible(picks.size() > 1);
            box.setManaged(picks.size() > 1);
        };
        page.picksProperty().subscribe(_ -> fill.run());
        page.pickProperty().subscribe((_, _) -> fill.run());
        box.setOnAction(_ -> {
            Pick chosen = box.getValue();
            if (chosen != null
                    && !java.util.Optional.of(chosen).equals(page.pickProperty().get())) {
                page.pickProperty().set(java.util.Optional.of(chosen));
            }
        });
        return box;
    }

    private MenuButton show() {
        MenuButton show = new MenuButton("View", new FontIcon(Feather.EYE));
        show.setId("landscape-view");
        show.setMinWidth(USE_PREF_SIZE);
        show.getItems()
                .addAll(
                        check("Contour lines", "show-contours", look.contoursProperty()),
                        check("Contour lines on the floor", "show-floor", look.floorProperty()),
                        check("Budget, |a| + |b| ≤ 1", "show-budget", look.budgetProperty()),
                        check("Attack: x, x′ and the way", "show-attack", look.attackProperty()),
                        check("Line of the cross-section", "show-section", look.sectionProperty()),
                        new SeparatorMenuItem(),
                        check("Settings beside the pictures", "show-settings", look.settingsProperty()),
                        check("Cross-section and roughness", "show-figures", look.figuresProperty()),
                        new SeparatorMenuItem(),
                        check("Linked cameras and maps", "linked-cameras", look.linkedCamerasProperty()),
                        check("Same range of heights", "shared-scale", look.sharedScaleProperty()),
                        new SeparatorMenuItem(),
                        radios("Colours", look.coloursProperty(), List.of(ColourMap.values()), ColourMap::title),
                        radios("Drawn by", look.rendererProperty(), List.of(RendererChoice.values()), LookBar::words),
                        drawnBy(show));
        return show;
    }

    /** Which renderer draws now, and why. */
    private MenuItem drawnBy(MenuButton show) {
        MenuItem item = new MenuItem();
        item.setId("drawn-by");
        item.setMnemonicParsing(false);
        item.setDisable(true);
        Tooltip tip = new Tooltip();
        show.setTooltip(tip);
        Runnable say = () -> {
            String words = RendererWords.of(
                    look.rendererProperty().get(), trial.verdictProperty().get());
            item.setText(words);
            tip.setText("What is drawn, and how\n" + words);
        };
        look.rendererProperty().subscribe(say);
        trial.verdictProperty().subscribe(say);
        say.run();
        return item;
    }

    /** A renderer in words. */
    static String words(RendererChoice renderer) {
        return switch (renderer) {
            case AUTOMATIC -> "whatever suits this machine";
            case JAVAFX_3D -> "JavaFX 3-D, on the graphics card";
            case SOFTWARE -> "our own renderer, on the processor";
        };
    }

    private static CheckMenuItem check(String text, String id, BooleanProperty flag) {
        CheckMenuItem item = new CheckMenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.selectedProperty().bindBidirectional(flag);
        return item;
    }

    private static <T> Menu radios(String title, ObjectProperty<T> chosen, List<T> values, Function<T, String> words) {
        Menu menu = new Menu(title);
        for (T value : values) {
            RadioMenuItem item = new RadioMenuItem(words.apply(value));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> {
                chosen.set(value);
                item.setSelected(true);
            });
            chosen.subscribe(now -> item.setSelected(value.equals(now)));
            menu.getItems().add(item);
        }
        return menu;
    }
}
