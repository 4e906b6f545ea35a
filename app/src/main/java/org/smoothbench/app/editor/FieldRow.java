package org.smoothbench.app.editor;

import atlantafx.base.theme.Styles;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.core.schema.ValueKind;

/** One setting: its name, control, what is wrong with it, how it differs from the beginning, and what it is for. */
final class FieldRow extends HBox {

    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
    private static final KeyCodeCombination SEVERAL = new KeyCodeCombination(KeyCode.M, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCodeCombination MORE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.ALT_DOWN);
    private static final PseudoClass SEVERAL_NOW = PseudoClass.getPseudoClass("several");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double CONTROL_WIDTH = 236;
    private static final double INDENT = 14;
    private static final double LABEL_WIDTH = 176;

    private final EditorViewModel model;
    private final FolderChoice folders;
    private final Label name = new Label();
    private final VBox cell = new VBox();
    private final Label error = new Label("", new FontIcon(Feather.ALERT_CIRCLE));
    private final Button reset = new Button("", new FontIcon(Feather.ROTATE_CCW));
    private final Label help = new Label();
    private final MenuButton more = new MenuButton(null, new FontIcon(Feather.MORE_VERTICAL));
    private FieldControl control;
    private FieldState state;
    private boolean several;

    FieldRow(FieldState first, int indent, EditorViewModel model, FolderChoice folders) {
        this.model = model;
        this.folders = folders;
        state = first;
        several = first.several().isPresent();
        control = control(first);
        getStyleClass().add("field-row");
        setId("field-" + first.path().substring(2).replace('.', '-'));
        Region bar = new Region();
        bar.getStyleClass().add("differs-bar");
        name.setText(FieldWords.label(first.path()));
        name.getStyleClass().add("field-name");
        name.setMinWidth(LABEL_WIDTH - indent * INDENT);
        name.setPrefWidth(LABEL_WIDTH - indent * INDENT);
        name.setWrapText(true);
        HBox.setMargin(name, new Insets(0, 0, 0, indent * INDENT));
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.setMinHeight(USE_PREF_SIZE);
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        reset.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, "field-reset");
        reset.setMinWidth(USE_PREF_SIZE);
        reset.managedProperty().bind(reset.visibleProperty());
        reset.setOnAction(_ -> model.reset(state.path()));
        cell.getStyleClass().add("field-cell");
        help.setText(first.entry().field().setting().help());
        help.getStyleClass().add("field-help");
        help.setWrapText(true);
        HBox.setHgrow(help, Priority.ALWAYS);
        buildMenu();
        getChildren().addAll(bar, name, cell, more, reset, help);
        install();
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (SEVERAL.match(event)) {
                model.toggleSeveral(state.path());
                event.consume();
            } else if (MORE.match(event)) {
                more.show();
                event.consume();
            }
        });
    }

    private FieldControl control(FieldState first) {
        if (several) {
            return new SeveralControl(first, model);
        }
        return switch (first.entry().kind()) {
            case ValueKind.Elements _, ValueKind.Group _ -> new ListControl(first, model, folders);
            case ValueKind.Flag _, ValueKind.Choice _, ValueKind.Family _, ValueKind.Numeric _, ValueKind.Text _ ->
                FieldControl.of(first, model, folders);
        };
    }

    private void install() {
        cell.getChildren().setAll(control.node(), error);
        control.node().setMaxWidth(several ? Double.MAX_VALUE : CONTROL_WIDTH);
        Tooltip tip = FieldHelp.tooltip(state.entry());
        name.setTooltip(tip);
        name.setLabelFor(control.focusTarget());
        control.focusTarget().setTooltip(tip);
        control.focusTarget().setAccessibleText(name.getText());
        control.focusTarget().setAccessibleHelp(FieldHelp.spoken(state.entry()));
    }

    private void buildMenu() {
        more.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "no-arrow", "field-menu");
        more.setAccessibleText("More for " + name.getText());
        more.setTooltip(new Tooltip("Several values, default, reset (" + MORE.getDisplayText() + ")"));
        more.setFocusTraversable(false);
        MenuItem vary = new MenuItem("Several values", new FontIcon(Feather.COPY));
        vary.setOnAction(_ -> model.toggleSeveral(state.path()));
        MenuItem leave = new MenuItem("Leave out", new FontIcon(Feather.CORNER_UP_LEFT));
        leave.setMnemonicParsing(false);
        leave.setOnAction(_ -> {
            model.seal();
            model.leaveOut(state.path());
        });
        MenuItem back = new MenuItem("", new FontIcon(Feather.ROTATE_CCW));
        back.setMnemonicParsing(false);
        back.setOnAction(_ -> model.reset(state.path()));
        MenuItem copy = new MenuItem("Copy path for --set", new FontIcon(Feather.CLIPBOARD));
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(state.path().substring(2));
            Clipboard.getSystemClipboard().setContent(content);
        });
        more.getItems().addAll(vary, leave, back, copy);
        more.setOnShowing(_ -> {
            // No accelerator: each row's would be the scene's, and the last one made would win.
            vary.setText((several ? "One value" : "Several values") + " (" + SEVERAL.getDisplayText() + ")");
            vary.setDisable(!several && !(state.entry().kind().single() && state.canVary()));
            JsonElement usual = state.entry().usual();
            leave.setDisable(usual == null || state.entry().given() == null);
            leave.setText(usual == null ? "Must be given" : "Use the default, " + FieldWords.value(usual));
            back.setDisable(!state.differs());
            back.setText("Reset to the " + model.draft().origin().kind().word() + "'s value");
        });
    }

    /** The setting that is shown. */
    FieldState state() {
        return state;
    }

    /** Puts the keyboard onto the control. */
    void focusControl() {
        control.focusTarget().requestFocus();
    }

    /** Whether the keyboard is in this row. */
    boolean holds(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(this)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is room for the line of help. */
    void setHelpShown(boolean shown) {
        help.setVisible(shown);
        help.setManaged(shown);
    }

    void show(FieldState now) {
        state = now;
        if (several != now.several().isPresent()) {
            several = now.several().isPresent();
            boolean focused = getScene() != null
                    && getScene().getFocusOwner() != null
                    && holds(getScene().getFocusOwner());
            control = control(now);
            install();
            if (focused) {
                control.focusTarget().requestFocus();
            }
        }
        control.show(now);
        // Of alternatives the chosen one tells most.
        help.setText(now.entry()
                .alternative()
                .filter(_ -> !several)
                .map(ValueKind.Alternative::help)
                .orElse(now.entry().field().setting().help()));
        error.setText(now.error());
        control.focusTarget().setAccessibleHelp(now.error().isEmpty() ? FieldHelp.spoken(now.entry()) : now.error());
        pseudoClassStateChanged(SEVERAL_NOW, several);
        pseudoClassStateChanged(WRONG, !now.error().isEmpty());
        pseudoClassStateChanged(DIFFERS, now.differs());
        reset.setVisible(now.base().isPresent());
        now.base().ifPresent(this::showBase);
    }

    private void showBase(JsonElement base) {
        String word = model.draft().origin().kind().word();
        String value = FieldWords.value(base.isJsonNull() ? new JsonPrimitive("not there") : base);
        reset.setText(word + ": " + (value.length() > 22 ? value.substring(0, 20) + "…" : value));
        reset.setMnemonicParsing(false);
        reset.setTooltip(new Tooltip("Reset to " + value));
        reset.setAccessibleText(name.getText() + ": reset to the " + word + "'s value, " + value);
    }
}
