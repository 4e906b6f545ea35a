package org.smoothbench.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.smoothbench.core.experiment.DataSpec.ImageFolder.DamagedFiles;
import org.smoothbench.core.problem.ProblemException;

/**
 * Images that stay in their files and are decoded at every visit.
 *
 * <p>Where damaged files are to be skipped, one that turns up is replaced by the next image of its class in the same set,
 * so that the epoch keeps its length and order; it is named in {@link #damaged()}.
 */
public final class StreamedImages implements Images {

    private final List<ImageFile> files;
    private final int[] labels;
    private final ImageDecoding decoding;
    private final DamagedFiles policy;
    private final Set<String> damaged = new ConcurrentSkipListSet<>();

    StreamedImages(List<ImageFile> files, int[] labels, ImageDecoding decoding, DamagedFiles policy) {
        this.files = List.copyOf(files);
        this.labels = labels;
        this.decoding = decoding;
        this.policy = policy;
    }

    @Override
    public int height() {
        return decoding.height();
    }

    @Override
    public int width() {
        return decoding.width();
    }

    @Override
    public int channels() {
        return 3;
    }

    @Override
    public int[] labels() {
        return labels;
    }

    @Override
    public void copy(int index, byte[] target, int offset) {
        decode(index, file -> decoding.decode(file, target, offset));
    }

    @Override
    public void copyForTraining(int index, long seed, byte[] target, int offset) {
        decode(index, file -> decoding.decodeForTraining(file, seed, target, offset));
    }

    private void decode(int index, Consumer<ImageFile> action) {
        int candidate = index;
        do {
            ImageFile file = files.get(candidate);
            if (!damaged.contains(file.place())) {
                try {
                    action.accept(file);
                    return;
                } catch (ProblemException e) {
                    if (policy == DamagedFiles.REFUSE) {
                        throw e;
                    }
                    damaged.add(file.place());
                }
            }
            candidate = nextOfClass(candidate);
        } while (candidate != index);
        throw files.get(index)
                .problem("is damaged, and so is every other image of its class", "replace the files of the class")
                .asException();
    }

    private int nextOfClass(int index) {
        int next = (index + 1) % labels.length;
        while (labels[next] != labels[index]) {
            next = (next + 1) % labels.length;
        }
        return next;
    }

    @Override
    public StreamedImages subset(int[] indices) {
        StreamedImages some = new StreamedImages(
                Arrays.stream(indices).mapToObj(files::get).toList(),
                Arrays.stream(indices).map(i -> labels[i]).toArray(),
                decoding,
                policy);
        some.damaged.addAll(damaged);
        return some;
    }

    /** The bytes all images take when decoded. */
    double decodedBytes() {
        return (double) files.size() * imageBytes();
    }

    /**
     * Decodes all images into memory, leaving out what is damaged if that is the policy.
     *
     * @throws ProblemException of the first file, in the order of the set, that cannot be used
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile
     */
    ImageSet inMemory() {
        byte[] pixels = new byte[Math.multiplyExact(files.size(), imageBytes())];
        StreamedImages sound = withoutDamaged(
                i -> decoding.decode(files.get(i), pixels, i * imageBytes()),
                (from, to) -> System.arraycopy(pixels, from * imageBytes(), pixels, to * imageBytes(), imageBytes()));
        byte[] kept = sound.size() == size() ? pixels : Arrays.copyOf(pixels, sound.size() * imageBytes());
        return new ImageSet(kept, sound.labels, height(), width(), channels(), sound.damaged());
    }

    /** Where damaged files are skipped, looks at every header and leaves out the files that are damaged there. */
    StreamedImages checked() {
        return policy == DamagedFiles.REFUSE
                ? this
                : withoutDamaged(i -> ImageDecoder.size(files.get(i)), (_, _) -> {});
    }

    private interface Move {
        void image(int from, int to);
    }

    private StreamedImages withoutDamaged(IntConsumer visit, Move move) {
        boolean[] sound = new boolean[files.size()];
        ParallelDecoding.forEach(files.size(), i -> {
            try {
                visit.accept(i);
                sound[i] = true;
            } catch (ProblemException e) {
                if (policy == DamagedFiles.REFUSE) {
                    throw e;
                }
                damaged.add(files.get(i).place());
            }
        });
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < sound.length; i++) {
            if (sound[i]) {
                move.image(i, kept.size());
                kept.add(i);
            }
        }
        if (kept.isEmpty()) {
            throw files.getFirst()
                    .problem("is damaged, and so is every other image of the set", "replace the files")
                    .asException();
        }
        return subset(kept.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public List<String> damaged() {
        return List.copyOf(damaged);
    }

    @Override
    public void close() {
        files.stream().map(ImageFile::source).distinct().forEach(ImageSource::close);
    }

    /** The files themselves, for messages. */
    List<ImageFile> files() {
        return Collections.unmodifiableList(files);
    }
}
