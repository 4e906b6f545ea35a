package org.smoothbench.app.landscape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.smoothbench.viz.field.ColourMap;
import org.smoothbench.viz.field.ColourScale;
import org.smoothbench.viz.field.ScalarField;

/** Makes pictures that can be compared: of one range, unless each shall have its own. */
final class Pictures {

    private Pictures() {}

    /**
     * The pictures of the slots that have a landscape, in their order.
     *
     * @param shared whether they share one range
     */
    static List<Picture> of(
            Collection<SlotViewModel> slots, Height height, Pick pick, ColourMap colours, boolean shared) {
        List<Picture> pictures = new ArrayList<>();
        for (SlotViewModel slot : slots) {
            if (slot.stateProperty().get() instanceof SlotState.Ready ready
                    && slot.landscape().isPresent()) {
                Optional<ScalarField> field = SurfaceFields.of(ready.landscape(), height, pick);
                pictures.add(new Picture(
                        slot.model(),
                        ready.landscape(),
                        ready.whole(),
                        height,
                        pick,
                        field,
                        ColourScale.over(colours, field.stream().toList())));
            }
        }
        return shared ? sharing(pictures, colours) : pictures;
    }

    private static List<Picture> sharing(List<Picture> pictures, ColourMap colours) {
        ColourScale scale = ColourScale.over(
                colours, pictures.stream().flatMap(one -> one.field().stream()).toList());
        return pictures.stream()
                .map(one -> new Picture(
                        one.model(), one.landscape(), one.whole(), one.height(), one.pick(), one.field(), scale))
                .toList();
    }
}
