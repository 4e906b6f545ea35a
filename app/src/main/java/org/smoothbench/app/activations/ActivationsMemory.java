package org.smoothbench.app.activations;

import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.RecordWriter;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.viz.curve.Interval;

/** What the page finds again after a restart; public, since it is read and written by its components. */
public record ActivationsMemory(
        @Setting(help = "The activations that are drawn") List<Activation> activations,

        @Setting(help = "What is shown of them") Sight sight,

        @Setting(help = "The left end of the plots", min = -10000, max = 10000)
        double from,

        @Setting(help = "The right end of the plots", min = -10000, max = 10000)
        double to,

        @Setting(help = "How far the look at the kink reaches, as a power of ten", min = -6, max = 0)
        double kinkReach) {

    static JsonObject of(ActivationsViewModel model) {
        Interval domain = model.domain().domainProperty().get();
        return new RecordWriter()
                .write(new ActivationsMemory(
                        model.plotted().stream()
                                .map(PlottedActivation::activation)
                                .toList(),
                        model.sightProperty().get(),
                        domain.min(),
                        domain.max(),
                        model.kinkReachProperty().get()))
                .getAsJsonObject();
    }

    /** Takes up what was kept, whole or not at all. */
    static void restore(ActivationsViewModel model, JsonObject state) {
        @Nullable ActivationsMemory kept = new RecordReader().read(ActivationsMemory.class, state, "$");
        if (kept != null && kept.from < kept.to) {
            model.show(new Preset("", "", new Interval(kept.from, kept.to), kept.activations));
            model.sightProperty().set(kept.sight);
            model.kinkReachProperty().set(kept.kinkReach);
        }
    }
}
