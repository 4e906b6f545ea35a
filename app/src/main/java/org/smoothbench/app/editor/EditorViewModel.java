package org.smoothbench.app.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.schema.SettingTree;
import org.smoothbench.core.schema.ValueKind;

/** The draft that is edited, what is wrong with it, and the way back. Every edit makes a new state. FX thread only. */
public final class EditorViewModel implements FieldEdits {

    private DraftHistory history;
    private final ReadOnlyObjectWrapper<FormState> form;
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
    private final BooleanProperty onlyDiffering = new SimpleBooleanProperty(this, "onlyDiffering");

    /** Begins with a draft. */
    public EditorViewModel(Draft first) {
        history = new DraftHistory(first);
        form = new ReadOnlyObjectWrapper<>(this, "form", FormState.of(first, Map.of()));
    }

    /** The form as it stands. */
    public ReadOnlyObjectProperty<FormState> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** The draft as it stands. */
    public Draft draft() {
        return history.now();
    }

    /** Whether there is an edit to take back. */
    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    /** Whether there is an edit to bring back. */
    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Whether only settings that differ from the origin are shown. */
    public BooleanProperty onlyDifferingProperty() {
        return onlyDiffering;
    }

    /** Takes up the draft of an earlier session. */
    void restore(Draft draft) {
        history = new DraftHistory(draft);
        show();
    }

    /** Begins anew with another draft; the one before can be brought back. */
    public void open(Draft draft) {
        onlyDiffering.set(false);
        edit(draft, "");
    }

    /** Begins anew with an experiment. */
    public void edit(Experiment experiment, Origin.Kind kind, String name) {
        open(Draft.of(experiment, kind, name));
    }

    /** Gives a setting a value; values typed one after the other are one step back. */
    @Override
    public void set(String path, JsonElement value) {
        edit(draft().withTree(draft().tree().with(path, value)), "typed " + path);
    }

    @Override
    public void leaveOut(String path) {
        edit(draft().withTree(draft().tree().without(path)), "typed " + path);
    }

    @Override
    public void choose(String path, String alternative) {
        edit(draft().withTree(draft().tree().withAlternative(path, alternative)), "");
    }

    /** Gives a setting the value it had in the beginning. */
    public void reset(String path) {
        SettingTree base = draft().origin().base();
        Draft one = draft().withOne(path);
        edit(
                base.entry(path)
                        .map(entry -> entry.given() == null
                                ? one.tree().without(path)
                                : one.tree().with(path, entry.value()))
                        .map(one::withTree)
                        .orElse(one),
                "");
    }

    /** Gives all settings the values they had in the beginning, but for the name. */
    public void resetAll() {
        SettingTree base = draft().origin().base();
        JsonElement name =
                draft().tree().entry("$.name").map(SettingTree.Entry::value).orElse(JsonNull.INSTANCE);
        edit(new Draft(base.with("$.name", name), Map.of(), draft().origin()), "");
    }

    /** Turns a setting with one value into one with several, or the other way round. */
    public void toggleSeveral(String path) {
        if (draft().several().containsKey(path)) {
            edit(draft().withOne(path), "");
            return;
        }
        draft().tree()
                .entry(path)
                .filter(entry -> entry.kind().single() && draft().canVary(path))
                .ifPresent(entry -> edit(
                        draft().withSeveral(
                                        path,
                                        entry.kind() instanceof ValueKind.Flag
                                                ? List.of(new JsonPrimitive(false), new JsonPrimitive(true))
                                                : entry.value().isJsonNull() ? List.of() : List.of(entry.value())),
                        ""));
    }

    /** Gives a setting these values. */
    public void setSeveral(String path, List<JsonElement> values) {
        edit(draft().withSeveral(path, values), "several " + path);
    }

    /** Takes the specification from a text that was typed. */
    void typed(JsonObject json) {
        edit(draft().withTree(new SettingTree(Experiment.class, json)), "json");
    }

    /** Says at a setting what was found wrong with it elsewhere; gone with the next edit. */
    void remark(String path, String text) {
        form.set(FormState.of(draft(), Map.of(path, text)));
    }

    @Override
    public void seal() {
        history.seal();
    }

    /** Takes the last edit back. */
    public void undo() {
        history.undo();
        show();
    }

    /** Does the edit again that was taken back. */
    public void redo() {
        history.redo();
        show();
    }

    private void edit(Draft next, String kind) {
        history.edit(next, kind);
        show();
    }

    private void show() {
        canUndo.set(history.canUndo());
        canRedo.set(history.canRedo());
        if (!form.get().draft().equals(draft())) {
            form.set(FormState.of(draft(), Map.of()));
        }
    }
}
