package org.smoothbench.app.editor;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.smoothbench.core.experiment.SpecificationText;

/**
 * The specification as text, in step with the form both ways. While the text is no JSON the form keeps what it last was.
 * FX thread only.
 */
public final class JsonTextViewModel {

    private final EditorViewModel model;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper(this, "fault", "");
    private final ReadOnlyObjectWrapper<List<Remark>> remarks = new ReadOnlyObjectWrapper<>(this, "remarks", List.of());
    private boolean following;

    /**
     * Something wrong at a line of the text.
     *
     * @param line counted from 1
     * @param text the path and what is wrong there
     */
    public record Remark(int line, String text) {}

    /** The text of what is edited. */
    public JsonTextViewModel(EditorViewModel model) {
        this.model = model;
        model.formProperty().subscribe(this::follow);
        text.subscribe((_, now) -> typed(now));
    }

    /** The text. */
    public StringProperty textProperty() {
        return text;
    }

    /** Why the text is no specification, with line and column; empty if the form is in step with it. */
    public ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** What is wrong with the specification, line by line. */
    public ReadOnlyObjectProperty<List<Remark>> remarksProperty() {
        return remarks.getReadOnlyProperty();
    }

    private void typed(String now) {
        if (following) {
            return;
        }
        switch (SpecificationText.parse(now)) {
            case SpecificationText.Tree(var json)
            when json instanceof JsonObject object -> {
                fault.set("");
                following = true;
                model.typed(object);
                following = false;
                remark(model.formProperty().get());
            }
            case SpecificationText.Tree _ -> broken("A specification is an object: it begins with { and ends with }");
            case SpecificationText.Broken(String what, int line, int column, String _) ->
                broken((line == 0 ? "" : "Line " + line + ", column " + column + ": ")
                        + what.replace("the file is empty", "nothing is there"));
        }
    }

    private void broken(String why) {
        fault.set(why);
        remarks.set(List.of());
    }

    private void follow(FormState state) {
        if (!following) {
            following = true;
            text.set(pretty(state.draft().tree().json()));
            following = false;
            fault.set("");
        }
        remark(state);
    }

    private void remark(FormState state) {
        if (state.check().violations().isEmpty()) {
            remarks.set(List.of());
            return;
        }
        Map<String, Integer> lines = JsonPlaces.of(text.get());
        remarks.set(state.check().violations().stream()
                .map(one -> new Remark(JsonPlaces.line(lines, one.path()), one.path() + ": " + one.text()))
                .toList());
    }

    private static String pretty(JsonObject json) {
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(json);
    }
}
