package org.smoothbench.app.landscape;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.smoothbench.app.editor.FieldEdits;
import org.smoothbench.app.editor.FieldForm;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.schema.RecordWriter;
import org.smoothbench.core.schema.SettingTree;

/** What the next landscape shall be, as it is typed: the specification and whose weights. FX thread only. */
final class SettingsViewModel implements FieldEdits {

    static final String PLANE = "$.plane";
    static final String IMAGE = "$.image";

    /** What depends on whether images or weights are moved. */
    private static final String[] OF_PLANE = {"grid", "range", "images"};

    private final ReadOnlyObjectWrapper<FieldForm<LandscapeSpec>> form;
    private final ObjectProperty<Weights> weights = new SimpleObjectProperty<>(this, "weights", Weights.BEST);
    private final BooleanProperty live = new SimpleBooleanProperty(this, "live", true);
    private final ReadOnlyLongWrapper edits = new ReadOnlyLongWrapper(this, "edits");
    private OptionalInt images = OptionalInt.empty();

    /** Which weights of a run. */
    enum Weights {
        /** Those of the highest robust accuracy. */
        BEST("best", false, "best"),
        /** The newest ones. */
        LAST("last", false, "last"),
        /** The averaged ones of the newest checkpoint. */
        AVERAGED("last", true, "last, averaged");

        private final String checkpoint;
        private final boolean averaged;
        private final String label;

        Weights(String checkpoint, boolean averaged, String label) {
            this.checkpoint = checkpoint;
            this.averaged = averaged;
            this.label = label;
        }

        String checkpoint() {
            return checkpoint;
        }

        boolean averaged() {
            return averaged;
        }

        String label() {
            return label;
        }

        /** Those of a landscape. */
        static Weights of(String checkpoint, boolean averaged) {
            return averaged ? AVERAGED : checkpoint.equals("last") ? LAST : BEST;
        }
    }

    SettingsViewModel() {
        form = new ReadOnlyObjectWrapper<>(this, "form", read(new SettingTree(LandscapeSpec.class, new JsonObject())));
    }

    private FieldForm<LandscapeSpec> read(SettingTree tree) {
        return FieldForm.of(LandscapeSpec.class, tree, remarks(tree));
    }

    private Map<String, String> remarks(SettingTree tree) {
        Optional<Integer> index = tree.entry(IMAGE).flatMap(entry -> index(entry.value()));
        if (images.isEmpty() || index.isEmpty() || index.get() < images.getAsInt()) {
            return Map.of();
        }
        return Map.of(
                IMAGE, "Expected a test image from 0 to %d, found %d".formatted(images.getAsInt() - 1, index.get()));
    }

    private static Optional<Integer> index(JsonElement value) {
        try {
            return value instanceof JsonPrimitive number && number.isNumber()
                    ? Optional.of(number.getAsBigDecimal().intValueExact())
                    : Optional.empty();
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }

    /** The settings as they stand, with what is wrong. */
    ReadOnlyObjectProperty<FieldForm<LandscapeSpec>> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** The specification, if nothing is wrong with it. */
    Optional<LandscapeSpec> spec() {
        return form.get().value();
    }

    /** Whose weights. */
    ObjectProperty<Weights> weightsProperty() {
        return weights;
    }

    /** Whether landscapes that are quick are computed as soon as a setting changes. */
    BooleanProperty liveProperty() {
        return live;
    }

    /** Counts what a person changed. */
    ReadOnlyLongProperty editsProperty() {
        return edits.getReadOnlyProperty();
    }

    /** Says how many test images there are; empty while it is not known. */
    void images(OptionalInt count) {
        images = count;
        form.set(read(form.get().tree()));
    }

    /** Takes up a specification. */
    void show(LandscapeSpec spec) {
        edit(new SettingTree(LandscapeSpec.class, new RecordWriter().write(spec).getAsJsonObject()));
    }

    /** Takes up what was typed before, right or wrong. */
    void show(JsonObject tree) {
        edit(new SettingTree(LandscapeSpec.class, tree));
    }

    /** Goes to another image, if it is one. */
    void step(int by) {
        spec().ifPresent(spec -> {
            long next = (long) spec.image() + by;
            if (next >= 0 && next < images.orElse(Integer.MAX_VALUE)) {
                set(IMAGE, new JsonPrimitive(next));
            }
        });
    }

    @Override
    public void set(String path, JsonElement value) {
        edit(form.get().tree().with(path, value));
        edits.set(edits.get() + 1);
    }

    @Override
    public void leaveOut(String path) {
        edit(form.get().tree().without(path));
        edits.set(edits.get() + 1);
    }

    @Override
    public void choose(String path, String alternative) {
        Optional<LandscapeSpec> before = spec();
        edit(form.get().tree().withAlternative(path, alternative));
        if (path.equals(PLANE)) {
            spec().filter(now -> !before.map(LandscapeSettings::ofImages)
                            .equals(Optional.of(LandscapeSettings.ofImages(now))))
                    .map(LandscapeSpec::plane)
                    .ifPresent(this::takeUsual);
        }
        edits.set(edits.get() + 1);
    }

    /** Weights are looked at over many images and with fewer vertices, images one at a time. */
    private void takeUsual(PlaneSpec plane) {
        JsonObject usual = new RecordWriter().write(LandscapeSpec.usual(plane)).getAsJsonObject();
        SettingTree tree = form.get().tree();
        for (String key : OF_PLANE) {
            tree = tree.with("$." + key, usual.get(key));
        }
        edit(tree);
    }

    private void edit(SettingTree tree) {
        if (!tree.equals(form.get().tree())) {
            form.set(read(tree));
        }
    }
}
