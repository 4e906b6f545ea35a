package org.smoothbench.viz.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Saves sequences of pictures, whole or not at all. */
public final class AnimationExport {
    private final Executor background;

    /**
     * An export that works elsewhere.
     *
     * @param background runs what takes long, on any thread but the FX thread
     */
    public AnimationExport(Executor background) {
        this.background = background;
    }

    /**
     * Saves a sequence. Any thread.
     *
     * @return completes on a thread of the executor with the file or folder, or exceptionally with an {@link ExportException}
     */
    public CompletableFuture<Path> save(Frames frames, AnimationFormat format, Path target) {
        return InBackground.save(background, target, () -> write(frames, format, target));
    }

    /**
     * Saves a sequence and waits for it. Any thread but the FX thread.
     *
     * @param target a file, which is replaced; for a sequence of files a folder that is not there yet
     * @throws ExportException if it could not be written; what was there before is untouched
     */
    public static void write(Frames frames, AnimationFormat format, Path target) throws ExportException {
        switch (format) {
            case AnimationFormat.Gif gif -> WholeFile.write(target, out -> GifFile.write(frames, gif, out));
            case AnimationFormat.PngSequence sequence -> writeFolder(frames, target);
        }
    }

    private static void writeFolder(Frames frames, Path target) throws ExportException {
        var folder = target.toAbsolutePath();
        if (Files.exists(folder)) {
            throw new ExportException(target, "there is something of this name already; choose a new one", null);
        }
        var temporary = folder.resolveSibling("." + folder.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.createDirectory(temporary);
            for (var i = 0; i < frames.count(); i++) {
                var picture = Pictures.of(frames.frame(i));
                var file = temporary.resolve(String.format(Locale.ROOT, "%04d.png", i + 1));
                WholeFile.writeNew(file, out -> Pictures.png(picture, out));
            }
            Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            throw ExportException.of(folder, e);
        } finally {
            remove(temporary);
        }
    }

    private static void remove(Path folder) throws ExportException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw ExportException.of(folder, e);
        }
    }
}
