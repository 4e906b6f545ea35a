package org.smoothbench.app.adversary;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.RecordWriter;
import org.smoothbench.core.schema.Setting;

/** What the page finds again after a restart; public, since it is read and written by its components. */
public record AdversaryMemory(
        @Setting(help = "How images are attacked") AttackSettings attack,

        @Setting(help = "Which weights are attacked") AdversaryViewModel.Weights weights,

        @Setting(help = "The image under attack", min = 0, max = 2147483647)
        int image,

        @Setting(help = "The class whose images are shown; -1 for all", min = -1, max = 100000)
        int classFilter,

        @Setting(help = "What perturbations are multiplied by", min = 1, max = 64)
        int amplification,

        @Setting(help = "Whether the transfer matrix is shown instead of the steps")
        boolean transfer,

        @Setting(help = "How many images the matrix is made of", min = 1, max = 10000)
        int transferImages) {

    static JsonObject of(AdversaryViewModel model) {
        return new RecordWriter()
                .write(new AdversaryMemory(
                        model.settingsProperty().get(),
                        model.weightsProperty().get(),
                        model.images().imageProperty().get(),
                        model.images().classFilterProperty().get(),
                        model.amplificationProperty().get(),
                        model.transferShownProperty().get(),
                        model.transfer().imagesProperty().get()))
                .getAsJsonObject();
    }

    /** Takes up what was kept, whole or not at all. */
    static void restore(AdversaryViewModel model, JsonObject state) {
        @Nullable AdversaryMemory kept = new RecordReader().read(AdversaryMemory.class, state, "$");
        if (kept != null) {
            model.settingsProperty().set(kept.attack);
            model.weightsProperty().set(kept.weights);
            model.images().imageProperty().set(kept.image);
            model.images().classFilterProperty().set(kept.classFilter);
            model.amplificationProperty().set(kept.amplification);
            model.transferShownProperty().set(kept.transfer);
            model.transfer().imagesProperty().set(kept.transferImages);
        }
    }
}
