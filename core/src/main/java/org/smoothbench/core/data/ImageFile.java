package org.smoothbench.core.data;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.smoothbench.core.problem.Problem;

/**
 * One image file of a source and the class it belongs to.
 *
 * @param source where it lies
 * @param path its path there, with {@code /} between names
 * @param className the name of the folder right above it
 */
record ImageFile(ImageSource source, String path, String className) {

    private static final List<String> IMAGE_ENDINGS = List.of(".jpg", ".jpeg", ".png");

    /** What file browsers leave behind beside their hidden files. */
    private static final Set<String> LITTER = Set.of("__MACOSX", "Thumbs.db", "desktop.ini");

    /**
     * All image files of a source, sorted by path.
     *
     * @throws org.smoothbench.core.problem.ProblemException if there is none, if some other file lies among them, or if
     *     an image lies in no class folder
     */
    static List<ImageFile> list(ImageSource source) {
        List<ImageFile> files = pathsOf(source).stream()
                .filter(path -> !isLitter(path))
                .sorted()
                .map(path -> of(source, path))
                .toList();
        if (files.isEmpty()) {
            throw new Problem.Data(
                            "holds no images",
                            source.place().toString(),
                            "put .jpg or .png files into one folder per class")
                    .asException();
        }
        return files;
    }

    private static List<String> pathsOf(ImageSource source) {
        try {
            return source.paths();
        } catch (IOException e) {
            throw new Problem.Data(
                            "cannot be listed (" + e + ")",
                            source.place().toString(),
                            "check that you may read everything in it")
                    .asException(e);
        }
    }

    private static boolean isLitter(String path) {
        return Arrays.stream(path.split("/")).anyMatch(name -> name.startsWith(".") || LITTER.contains(name));
    }

    private static ImageFile of(ImageSource source, String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (IMAGE_ENDINGS.stream().noneMatch(lower::endsWith)) {
            throw new Problem.Data(
                            "is not an image (" + String.join(", ", IMAGE_ENDINGS) + ")",
                            source.where(path),
                            "remove it, so that nothing is left out unnoticed")
                    .asException();
        }
        int end = path.lastIndexOf('/');
        String className = path.substring(path.lastIndexOf('/', end - 1) + 1, Math.max(end, 0));
        if (className.isEmpty()) {
            throw new Problem.Data(
                            "lies in no class folder",
                            source.where(path),
                            "put each image into a folder named after its class and give the folder above those")
                    .asException();
        }
        return new ImageFile(source, path, className);
    }

    /** The bytes of the file as they are stored. */
    byte[] read() {
        try {
            return source.read(path);
        } catch (IOException e) {
            // The message of a file system's exception is only the path again; its name tells what happened.
            String why = e instanceof FileSystemException ? e.getClass().getSimpleName() : e.getMessage();
            throw problem("cannot be read (" + why + ")", "replace the file").asException(e);
        }
    }

    /** Where it lies, for people. */
    String place() {
        return source.where(path);
    }

    /** A problem with this file. */
    Problem problem(String what, String remedy) {
        return new Problem.Data(what, place(), remedy);
    }
}
