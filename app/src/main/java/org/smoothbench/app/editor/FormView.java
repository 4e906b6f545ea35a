package org.smoothbench.app.editor;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The form: a card for each section with its settings, made from their descriptions. */
final class FormView extends ScrollPane {

    /** Narrower than this, what a setting is for is in its tooltip alone. */
    private static final double HELP_FROM = 760;

    private static final double MARGIN = 12;

    /** So many rows are made without a pause, which nobody notices. */
    private static final int AT_ONCE = 4;

    private final EditorViewModel model;
    private final FolderChoice folders;
    private final VBox column = new VBox();
    private final Map<Section, SectionCard> cards = new EnumMap<>(Section.class);
    private final Map<String, FieldRow> rows = new HashMap<>();
    private final Map<String, Label> headings = new HashMap<>();
    private final Map<FormPlan.Figure, Region> figures = new EnumMap<>(FormPlan.Figure.class);
    private final Portions portions = new Portions(this::settlePortion);
    private final Set<Section> changed = EnumSet.noneOf(Section.class);
    private FormPlan plan = FormPlan.EMPTY;
    private List<String> shape = List.of();

    FormView(EditorViewModel model, FolderChoice folders) {
        this.model = model;
        this.folders = folders;
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
        state.fields().forEach(this::show);
        filter();
    }

    private void show(FieldState field) {
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

    private static String key(FieldState field) {
        // A setting of another alternative may have the same path and another description.
        return field.path() + " " + field.entry().field().hashCode();
    }

    private void layOut(FormState state) {
        plan = new FormPlan(state);
        List<FormPlan.Place> missing =
                plan.places().stream().filter(place -> node(place) == null).toList();
        if (missing.size() <= AT_ONCE) {
            portions.replace(List.of());
            missing.forEach(this::make);
        } else {
            portions.replace(missing.stream()
                    .map(place -> (Runnable) () -> makeAndShow(place))
                    .toList());
        }
        changed.addAll(cards.keySet());
        fillChanged();
    }

    private @Nullable Node node(FormPlan.Place place) {
        return switch (place) {
            case FormPlan.Setting setting -> rows.get(key(setting.field()));
            case FormPlan.Heading heading -> headings.get(heading.path());
            case FormPlan.Figure figure -> figures.get(figure);
        };
    }

    private void make(FormPlan.Place place) {
        switch (place) {
            case FormPlan.Setting(FieldState field, Section _, int indent) ->
                rows.put(key(field), new FieldRow(field, indent, model, folders));
            case FormPlan.Heading(String path, Section _, int indent) -> headings.put(path, heading(indent));
            case FormPlan.Figure figure ->
                figures.put(
                        figure,
                        switch (figure) {
                            case ACTIVATION -> new ActivationFigure(model);
                            case SCHEDULE -> new ScheduleFigure(model);
                        });
        }
    }

    private void makeAndShow(FormPlan.Place place) {
        make(place);
        // What was typed meanwhile is known to the form by now.
        model.formProperty().get().fields().stream()
                .filter(field -> place.isOf(field.path()))
                .forEach(this::show);
        changed.add(place.section());
    }

    private void settlePortion() {
        fillChanged();
        filter();
    }

    private void fillChanged() {
        cards.forEach((section, card) -> {
            if (changed.contains(section)) {
                card.show(plan.places().stream()
                        .filter(place -> place.section() == section)
                        .flatMap(place -> Optional.ofNullable(node(place)).stream())
                        .toList());
            }
        });
        changed.clear();
        showHelp();
    }

    /** Lets settings that are yet to be made wait, as long as the form is not seen. */
    void hold(boolean wait) {
        portions.hold(wait);
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
            for (String at = field.path(); visible && row != null && at.length() > 1; at = FormPlan.parent(at)) {
                around.add(at);
            }
        }
        headings.forEach((path, heading) -> {
            heading.setVisible(around.contains(path));
            heading.setManaged(around.contains(path));
        });
        for (Region figure : figures.values()) {
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
        Optional<FieldRow> row = row(path);
        row.ifPresentOrElse(
                FieldRow::focusControl,
                () -> portions.afterwards(() -> row(path).ifPresent(FieldRow::focusControl)));
    }

    private Optional<FieldRow> row(String path) {
        return model.formProperty().get().field(path).map(field -> rows.get(key(field)));
    }

    /** Brings a section to the top. */
    void scrollTo(Section section) {
        portions.afterwards(() -> bringToTop(section));
    }

    private void bringToTop(Section section) {
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
