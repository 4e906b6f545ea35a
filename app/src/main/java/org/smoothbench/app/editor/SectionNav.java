package org.smoothbench.app.editor;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The form's sections, with how many of their settings are wrong or differ. */
final class SectionNav extends VBox {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Map<Section, Entry> entries = new EnumMap<>(Section.class);

    SectionNav(EditorViewModel model, Consumer<Section> chosen) {
        setId("section-nav");
        getStyleClass().add("section-nav");
        setMinWidth(USE_PREF_SIZE);
        for (Section section : Section.values()) {
            Entry entry = new Entry(section, () -> chosen.accept(section));
            entries.put(section, entry);
            getChildren().add(entry);
        }
        model.formProperty()
                .subscribe(state -> entries.forEach(
                        (section, entry) -> entry.show(state.errors(section), state.differing(section))));
    }

    /** Marks the section that is seen. */
    void setCurrent(Section current) {
        entries.forEach((section, entry) -> entry.pseudoClassStateChanged(CURRENT, section == current));
    }

    private static final class Entry extends Button {

        private final String name;
        private final Label errors = new Label("", new FontIcon(Feather.ALERT_CIRCLE));
        private final Label differing = new Label();

        Entry(Section section, Runnable chosen) {
            name = section.label();
            getStyleClass().add("section-entry");
            setId("nav-" + section.id());
            setMaxWidth(Double.MAX_VALUE);
            Label title = new Label(name);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            errors.getStyleClass().add("section-errors");
            errors.managedProperty().bind(errors.visibleProperty());
            differing.getStyleClass().add("section-differing");
            differing.managedProperty().bind(differing.visibleProperty());
            HBox line = new HBox(title, gap, errors, differing);
            line.getStyleClass().add("section-line");
            setGraphic(line);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            line.prefWidthProperty().bind(widthProperty().subtract(22));
            setOnAction(_ -> chosen.run());
        }

        void show(int wrong, int different) {
            errors.setText(String.valueOf(wrong));
            errors.setVisible(wrong > 0);
            differing.setText(String.valueOf(different));
            differing.setVisible(different > 0);
            setAccessibleText(name
                    + (wrong > 0 ? ", " + wrong + " wrong" : "")
                    + (different > 0 ? ", " + different + " differ" : ""));
        }
    }
}
