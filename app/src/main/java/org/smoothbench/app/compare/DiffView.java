package org.smoothbench.app.compare;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.compare.DiffViewModel.Choice;
import org.smoothbench.app.compare.SettingsDiff.Line;

/** Two specifications beside each other. */
final class DiffView extends VBox {

    private static final double SIGN_WIDTH = 34;

    private final DiffViewModel model;
    private final TreeTableView<Line> tree = new TreeTableView<>(new TreeItem<>(new Line("", "", "")));

    DiffView(DiffViewModel model) {
        this.model = model;
        getStyleClass().add("compare-sight");
        tree.setId("diff");
        tree.setShowRoot(false);
        tree.setAccessibleText("Settings of both specifications");
        tree.getStyleClass().add(Styles.DENSE);
        Label nothing = new Label();
        tree.setPlaceholder(nothing);
        tree.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        add("Setting", 300, Line::path);
        TreeTableColumn<Line, String> sign =
                add("", SIGN_WIDTH, line -> line.left().isEmpty() ? "" : line.differs() ? "≠" : "=");
        sign.setMinWidth(SIGN_WIDTH);
        sign.setMaxWidth(SIGN_WIDTH);
        add("Left", 340, Line::left);
        add("Right", 340, Line::right);
        VBox.setVgrow(tree, Priority.ALWAYS);
        model.linesProperty().subscribe(this::show);
        model.linesProperty().subscribe(_ -> nothing.setText(emptyText()));
        getChildren().addAll(tools(), tree);
    }

    private String emptyText() {
        boolean both = model.leftProperty().get().isPresent()
                && model.rightProperty().get().isPresent();
        return both ? "Both say the same in every setting" : "Choose two specifications above";
    }

    private TreeTableColumn<Line, String> add(String name, double width, Function<Line, String> text) {
        TreeTableColumn<Line, String> column = new TreeTableColumn<>(name);
        column.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue().getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        tree.getColumns().add(column);
        return column;
    }

    /** Groups settings by the part of the specification that they belong to. */
    private void show(List<Line> lines) {
        Map<String, TreeItem<Line>> sections = new LinkedHashMap<>();
        for (Line line : lines) {
            int dot = line.path().indexOf('.');
            String section = dot < 0 ? line.path() : line.path().substring(0, dot);
            TreeItem<Line> parent = sections.computeIfAbsent(section, name -> section(name));
            String rest = dot < 0 ? line.path() : line.path().substring(dot + 1);
            parent.getChildren().add(new TreeItem<>(new Line(rest, line.left(), line.right())));
        }
        tree.getRoot().getChildren().setAll(sections.values());
    }

    private static TreeItem<Line> section(String name) {
        TreeItem<Line> section = new TreeItem<>(new Line(name, "", ""));
        section.setExpanded(true);
        return section;
    }

    private HBox tools() {
        CheckBox all = new CheckBox("Settings that agree, too");
        all.setId("diff-all");
        all.setMinWidth(USE_PREF_SIZE);
        all.selectedProperty().bindBidirectional(model.allProperty());
        HBox tools = new HBox(
                new Label("Left"),
                choice("diff-left", model.leftProperty()),
                new Label("Right"),
                choice("diff-right", model.rightProperty()),
                all);
        tools.getStyleClass().add("compare-tools");
        return tools;
    }

    private ComboBox<Choice> choice(String id, ObjectProperty<Optional<Choice>> side) {
        ComboBox<Choice> box = new ComboBox<>(model.choices());
        box.setId(id);
        box.setPromptText("a run or a preset");
        box.setAccessibleText(id.endsWith("left") ? "Left specification" : "Right specification");
        box.setPrefWidth(360);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                return choice == null ? "" : choice.name();
            }

            @Override
            public @Nullable Choice fromString(String text) {
                return null;
            }
        });
        side.subscribe(chosen -> box.getSelectionModel().select(chosen.orElse(null)));
        box.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                side.set(Optional.of(chosen));
            }
        });
        return box;
    }
}
