package org.smoothbench.app.compare;

import atlantafx.base.theme.Styles;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The compared runs in a table, with the settings in which they differ. */
final class SettingsView extends VBox {

    private static final Pattern NUMBER = Pattern.compile("(-?\\d+(\\.\\d+)?(E-?\\d+)?)( %)?");
    /** Numbers by their size and before texts, since "10" is more than "9". */
    private static final Comparator<String> BY_VALUE = Comparator.comparing((String text) -> !isNumber(text))
            .thenComparingDouble(text -> isNumber(text) ? Double.parseDouble(text.replace(" %", "")) : 0)
            .thenComparing(Comparator.naturalOrder());

    private final CompareViewModel model;
    private final TableView<SettingsTable.Row> table = new TableView<>();
    private List<String> columns = List.of();

    SettingsView(CompareViewModel model) {
        this.model = model;
        getStyleClass().add("compare-sight");
        table.setId("settings-table");
        table.setAccessibleText("The compared runs and the settings in which they differ");
        table.setPlaceholder(new Label("No run to compare"));
        table.getStyleClass().addAll(Styles.DENSE, Styles.STRIPED);
        VBox.setVgrow(table, Priority.ALWAYS);
        table.getSelectionModel().selectedItemProperty().subscribe(this::select);
        model.tableProperty().subscribe(this::show);
        getChildren().addAll(tools(), table);
    }

    void copyCsv() {
        copy(model.tableProperty().get().csv());
    }

    void copyMarkdown() {
        copy(model.tableProperty().get().markdown());
    }

    private void select(SettingsTable.@Nullable Row row) {
        if (row != null) {
            model.select(row.runId());
        }
    }

    private void show(SettingsTable now) {
        boolean wider = now.rows().size() != table.getItems().size();
        if (!now.columns().equals(columns)) {
            wider = true;
            columns = now.columns();
            table.getColumns().clear();
            for (int i = 0; i < columns.size(); i++) {
                table.getColumns().add(column(columns.get(i), i));
            }
        }
        if (wider) {
            widen(now);
        }
        // Sorting stays, as the columns do.
        table.getItems().setAll(now.rows());
        table.sort();
    }

    private static TableColumn<SettingsTable.Row, String> column(String name, int index) {
        TableColumn<SettingsTable.Row, String> column = new TableColumn<>(name);
        column.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(cell.getValue().cells().get(index)));
        column.setComparator(BY_VALUE);
        return column;
    }

    /** So that what a column says can be read, as far as that leaves room for the others. */
    private void widen(SettingsTable now) {
        for (int i = 0; i < columns.size(); i++) {
            int index = i;
            int longest = now.rows().stream()
                    .mapToInt(row -> row.cells().get(index).length())
                    .max()
                    .orElse(0);
            double heading = 8.5 * columns.get(i).length() + 24;
            table.getColumns().get(i).setPrefWidth(Math.clamp(7.4 * longest + 18, heading, Math.max(heading, 360)));
        }
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private HBox tools() {
        Label count = new Label();
        count.getStyleClass().add("muted");
        model.tableProperty()
                .subscribe(now -> count.setText(now.rows().size() + (now.rows().size() == 1 ? " run" : " runs")
                        + "; settings in which all agree are left out. Columns sort by a click."));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox tools = new HBox(
                count,
                gap,
                button("copy-csv", "Copy as CSV", this::copyCsv),
                button("copy-markdown", "Copy as Markdown", this::copyMarkdown));
        tools.getStyleClass().add("compare-tools");
        return tools;
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text, new FontIcon(Feather.COPY));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add(Styles.FLAT);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
