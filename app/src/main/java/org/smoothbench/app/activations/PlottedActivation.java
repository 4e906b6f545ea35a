package org.smoothbench.app.activations;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.schema.FieldDescription;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.RecordWriter;

/** One activation on the page, with its parameters. It keeps its slot, and with it its colour. FX thread only. */
public final class PlottedActivation {

    private final int slot;
    private final List<ParameterViewModel> parameters = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Activation> activation;
    private final ReadOnlyObjectWrapper<ActivationFacts> facts;

    PlottedActivation(int slot, Activation first) {
        this.slot = slot;
        activation = new ReadOnlyObjectWrapper<>(this, "activation", first);
        facts = new ReadOnlyObjectWrapper<>(this, "facts", ActivationFacts.of(first));
        JsonElement written = new RecordWriter().write((Record) first);
        for (FieldDescription field : FieldDescription.of(first.getClass())) {
            // Whether a number is learned changes no curve.
            if (field.type() == double.class) {
                double value = written.getAsJsonObject().get(field.key()).getAsDouble();
                parameters.add(new ParameterViewModel(field, value, this::rebuild));
            }
        }
    }

    /** Its colour and line style. */
    public int slot() {
        return slot;
    }

    /** Its numbers, in the order of the record. */
    public List<ParameterViewModel> parameters() {
        return List.copyOf(parameters);
    }

    /** The activation with the last good parameters. */
    public ReadOnlyObjectProperty<Activation> activationProperty() {
        return activation.getReadOnlyProperty();
    }

    /** The activation with the last good parameters. */
    public Activation activation() {
        return activation.get();
    }

    /** What is measured of it. */
    public ReadOnlyObjectProperty<ActivationFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** What is measured of it. */
    public ActivationFacts facts() {
        return facts.get();
    }

    private void rebuild() {
        Record now = (Record) activation.get();
        JsonObject json = new RecordWriter().write(now).getAsJsonObject();
        json.remove("type");
        parameters.forEach(parameter -> json.addProperty(parameter.key(), parameter.value()));
        @Nullable Record read = new RecordReader().read(now.getClass(), json, "$");
        Activation built =
                (Activation) Objects.requireNonNull(read, "a parameter admitted a number that its record did not");
        facts.set(ActivationFacts.of(built));
        activation.set(built);
    }
}
