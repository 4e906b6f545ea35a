package org.smoothbench.core.probe.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smoothbench.core.data.Images;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.ProbeSession;
import org.smoothbench.core.probe.ProbeTask;

/** Fetches some test images of a model. */
public final class Thumbnails implements ProbeTask<List<Picture>> {

    private final ModelChoice choice;
    private final List<Integer> indices;

    /** Images by their indices in the test set. */
    public Thumbnails(ModelChoice choice, List<Integer> indices) {
        this.choice = choice;
        this.indices = List.copyOf(indices);
    }

    @Override
    public Optional<List<Picture>> advance(ProbeSession session) {
        Images images = session.model(choice).images().images();
        List<Picture> pictures = new ArrayList<>();
        byte[] bytes = new byte[images.imageBytes()];
        for (int index : indices) {
            images.copy(index, bytes, 0);
            pictures.add(picture(images, bytes));
        }
        return Optional.of(pictures);
    }

    /** Bytes lie pixel by pixel, pictures channel by channel. */
    private static Picture picture(Images images, byte[] bytes) {
        int channels = images.channels();
        int plane = images.height() * images.width();
        float[] values = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i % channels * plane + i / channels] = Byte.toUnsignedInt(bytes[i]) / 255f;
        }
        return new Picture(channels, images.height(), images.width(), values);
    }
}
