package org.smoothbench.app.activations;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.smoothbench.viz.curve.CurvePlot;
import org.smoothbench.viz.curve.CurveSwatch;

/** The first derivative close to 0, where the pieces meet, and its limits in numbers. */
final class KinkView extends VBox {

    private final TableView<PlottedActivation> table = new TableView<>();

    KinkView(ActivationsViewModel model) {
        getStyleClass().add("curves");
        CurvePlot plot = new CurvePlot("First derivative f′(x) around 0", model.hidden());
        plot.setId("plot-kink");
        plot.setMinHeight(150);
        VBox.setVgrow(plot, Priority.ALWAYS);
        VBox card = new VBox(plot, reach(model));
        card.getStyleClass().addAll("card", "chart-card");
        VBox.setVgrow(card, Priority.ALWAYS);
        buildTable(model);
        getChildren().addAll(card, table);
        model.curvesProperty().subscribe(curves -> {
            plot.setCurves(curves.first());
            table.refresh();
        });
        model.kinkReachProperty().subscribe(reach -> plot.domainProperty().set(ActivationsViewModel.kinkDomain(reach)));
    }

    private static HBox reach(ActivationsViewModel model) {
        Label name = new Label("Zoom");
        Slider slider = new Slider(-6, 0, -1);
        slider.setId("kink-reach");
        slider.setAccessibleText("How far from 0 the plot reaches, as a power of ten");
        slider.setBlockIncrement(0.25);
        slider.setValue(model.kinkReachProperty().get());
        slider.valueProperty().subscribe((_, now) -> model.kinkReachProperty().set(now.doubleValue()));
        HBox.setHgrow(slider, Priority.ALWAYS);
        name.setLabelFor(slider);
        Label width = new Label();
        width.setMinWidth(110);
        width.textProperty()
                .bind(model.kinkReachProperty()
                        .map(reach -> "|x| ≤ "
                                + ActivationWords.number(
                                        ActivationsViewModel.kinkDomain(reach).max())));
        HBox line = new HBox(name, slider, width);
        line.getStyleClass().add("parameter-line");
        return line;
    }

    private void buildTable(ActivationsViewModel model) {
        table.setId("kink-table");
        table.setItems(model.plotted());
        table.setAccessibleText("Limits of the derivatives at 0");
        table.getStyleClass().add(Styles.DENSE);
        table.setPlaceholder(new Label("No activations"));
        table.setPrefHeight(260);
        table.setMinHeight(150);
        List<TableColumn<PlottedActivation, String>> columns = new ArrayList<>();
        columns.add(column("Activation", one -> one.activation().label()));
        columns.getFirst().setCellFactory(_ -> new NameCell());
        columns.getFirst().setPrefWidth(172);
        columns.add(column("Class", one -> ActivationWords.badge(one.facts())));
        columns.get(1).setPrefWidth(106);
        columns.add(number("f′(0−)", one -> one.facts().first().left()));
        columns.add(number("f′(0+)", one -> one.facts().first().right()));
        columns.add(jump("f′ jumps", one -> one.facts().first()));
        columns.add(number("f″(0−)", one -> one.facts().second().left()));
        columns.add(number("f″(0+)", one -> one.facts().second().right()));
        columns.add(jump("f″ jumps", one -> one.facts().second()));
        table.getColumns().setAll(columns);
    }

    private static TableColumn<PlottedActivation, String> column(
            String title, Function<PlottedActivation, String> text) {
        TableColumn<PlottedActivation, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setSortable(false);
        column.setPrefWidth(90);
        return column;
    }

    private static TableColumn<PlottedActivation, String> number(
            String title, Function<PlottedActivation, Double> value) {
        return column(title, one -> ActivationWords.number(value.apply(one)));
    }

    private static TableColumn<PlottedActivation, String> jump(
            String title, Function<PlottedActivation, ZeroLimits> limits) {
        return column(title, one -> {
            ZeroLimits both = limits.apply(one);
            return both.jumps() ? "by " + ActivationWords.number(both.jump()) : "no";
        });
    }

    /** The name beside a sample of the line. */
    private static final class NameCell extends TableCell<PlottedActivation, String> {
        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            PlottedActivation row = empty ? null : getTableRow().getItem();
            setText(row == null ? null : row.activation().label());
            setGraphic(row == null ? null : new CurveSwatch(row.slot()));
        }
    }
}
