package org.smoothbench.app.editor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.core.schema.ValueKind;

/** The form: a card for each section with its settings, made from their descriptions. */
final class FormView extends ScrollPane {

    /** Narrower than this, what a setting is for is in its tooltip alone. */
    private static final double HELP_FROM = 760;

    private static final double MARGIN = 12;

    /** The schedule and what changes it come before this setting. */
    private static final String AFTER_SCHEDULE = "$.training.labelSmoothing";

    private final EditorViewModel model;
    private final FolderChoice folders;
    private final VBox column = new VBox();
    private final Map<Section, SectionCard> cards = new EnumMap<>(Section.class);
    private final Map<String, FieldRow> rows = new HashMap<>();
    private final Map<String, Label> headings = new HashMap<>();
    private final ActivationFigure activation;
    private final ScheduleFigure schedule;
    private List<String> shape = List.of();

    FormView(EditorViewModel model, FolderChoice folders) {
        this.model = model;
        this.folders = folders;
        activation = new ActivationFigure(model);
        schedule = new ScheduleFigure(model);
        setId("form");
        getStyleClass().add("form-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        column.getStyleClass().add("form-column");
        setContent(column);
        for (Section section : Section.values()) {
            SectionCard card = new SectionCard(section);
            cards.put(section, card);
            column.getChildren().add(card);
        }
        model.formProperty().subscribe(this::show);
        model.onlyDifferingProperty().subscribe(_ -> filter());
        widthProperty().subscribe(_ -> showHelp());
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(this::follow);
            }
        });
    }

    private void show(FormState state) {
        List<String> now = state.fields().stream()
                .map(field -> field.path() + " " + field.entry().field().type())
                .toList();
        if (!now.equals(shape)) {
            shape = now;
            layOut(state);
        }
        for (FieldState field : state.fields()) {
            FieldRow row = rows.get(key(field));
            if (row != null) {
                row.show(field);
            }
            Label heading = headings.get(field.path());
            if (heading != null) {
                heading.setText(FieldWords.label(field.path()) + (field.error().isEmpty() ? "" : ": " + field.error()));
                heading.setGraphic(field.error().isEmpty() ? null : new FontIcon(Feather.ALERT_CIRCLE));
            }
        }
        filter();
    }

    private static String key(FieldState field) {
        // A setting of another alternative may have the same path and another description.
        return field.path() + " " + field.entry().field().hashCode();
    }

    private void layOut(FormState state) {
        Map<Section, List<Node>> content = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            content.put(section, new ArrayList<>());
        }
        for (FieldState field : state.fields()) {
            Section section = Section.of(field.path());
            List<Node> nodes = content.getOrDefault(section, List.of());
            if (field.path().equals(AFTER_SCHEDULE)) {
                nodes.add(schedule);
            }
            int indent = indent(state, field, section);
            if (field.entry().kind() instanceof ValueKind.Group) {
                if (Section.of(parent(field.path())) == section && field.path().indexOf('.', 2) > 0) {
                    nodes.add(headings.computeIfAbsent(field.path(), _ -> heading(indent)));
                }
            } else {
                nodes.add(rows.computeIfAbsent(key(field), _ -> new FieldRow(field, indent, model, folders)));
            }
        }
        content.getOrDefault(Section.ACTIVATION, List.of()).add(activation);
        cards.forEach((section, card) -> card.show(content.getOrDefault(section, List.of())));
        showHelp();
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }

    /** How many settings of the same section it lies in. */
    private static int indent(FormState state, FieldState field, Section section) {
        int indent = 0;
        for (String at = parent(field.path()); at.length() > 1; at = parent(at)) {
            boolean drawn = Section.of(at) == section
                    && (at.indexOf('.', 2) > 0
                            || state.field(at)
                                    .filter(one -> one.entry().kind() instanceof ValueKind.Family)
                                    .isPresent());
            indent += drawn ? 1 : 0;
        }
        return indent;
    }

    private static Label heading(int indent) {
        Label heading = new Label();
        heading.getStyleClass().add("field-group");
        heading.setPadding(new Insets(8, 0, 2, 11 + indent * 14.0));
        return heading;
    }

    private void filter() {
        boolean only = model.onlyDifferingProperty().get();
        Set<String> around = new HashSet<>();
        FormState state = model.formProperty().get();
        for (FieldState field : state.fields()) {
            FieldRow row = rows.get(key(field));
            boolean visible = !only || field.differs() || !field.error().isEmpty();
            if (row != null) {
                row.setVisible(visible);
                row.setManaged(visible);
            }
            for (String at = field.path(); visible && row != null && at.length() > 1; at = parent(at)) {
                around.add(at);
            }
        }
        headings.forEach((path, heading) -> {
            heading.setVisible(around.contains(path));
            heading.setManaged(around.contains(path));
        });
        for (Region figure : List.of(activation, schedule)) {
            figure.setVisible(!only);
            figure.setManaged(!only);
        }
        cards.values().forEach(SectionCard::settle);
    }

    private void showHelp() {
        boolean shown = getWidth() >= HELP_FROM;
        rows.values().forEach(row -> row.setHelpShown(shown));
    }

    /** Puts the keyboard onto a setting and brings it into sight. */
    void focusField(String path) {
        model.formProperty()
                .get()
                .field(path)
                .map(field -> rows.get(key(field)))
                .ifPresent(FieldRow::focusControl);
    }

    /** Brings a section to the top. */
    void scrollTo(Section section) {
        SectionCard card = cards.get(section);
        if (card != null) {
            applyCss();
            layout();
            double room = column.getHeight() - getViewportBounds().getHeight();
            setVvalue(room <= 0 ? 0 : Math.clamp((card.getBoundsInParent().getMinY() - MARGIN / 2) / room, 0, 1));
        }
    }

    /** The section at the top of what is seen. */
    Section topSection() {
        double room = Math.max(0, column.getHeight() - getViewportBounds().getHeight());
        double top = getVvalue() * room + 2 * MARGIN;
        Section last = Section.EXPERIMENT;
        for (Map.Entry<Section, SectionCard> card : cards.entrySet()) {
            if (card.getValue().isVisible()
                    && card.getValue().getBoundsInParent().getMinY() <= top) {
                last = card.getKey();
            }
        }
        return last;
    }

    /** A scroll pane does not follow the keyboard by itself. */
    private void follow(@Nullable Node focused) {
        if (focused == null || rows.values().stream().noneMatch(row -> row.isVisible() && row.holds(focused))) {
            return;
        }
        Platform.runLater(() -> {
            Bounds place = column.sceneToLocal(focused.localToScene(focused.getBoundsInLocal()));
            double height = getViewportBounds().getHeight();
            double room = column.getHeight() - height;
            double top = getVvalue() * room;
            if (room > 0 && place.getMinY() - MARGIN < top) {
                setVvalue(Math.max(0, (place.getMinY() - 3 * MARGIN) / room));
            } else if (room > 0 && place.getMaxY() + MARGIN > top + height) {
                setVvalue(Math.min(1, (place.getMaxY() + 3 * MARGIN - height) / room));
            }
        });
    }
}
