package org.smoothbench.core.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.smoothbench.core.problem.Problem;

/** A folder or zip archive that image files are read from. */
sealed interface ImageSource extends AutoCloseable permits FolderSource, ZipSource {

    /** The most bytes one file may have; no single image of a training set comes near. */
    int FILE_LIMIT_BYTES = 64 << 20;

    /** The folder or archive itself. */
    Path place();

    /** The paths of all files within this source, with {@code /} between names, in any order. */
    List<String> paths() throws IOException;

    /**
     * The bytes of one file; safe to call from several threads.
     *
     * @throws IOException if it cannot be read whole, is damaged or larger than {@link #FILE_LIMIT_BYTES}
     */
    byte[] read(String path) throws IOException;

    /** The place of a file in this source, for people. */
    String where(String path);

    @Override
    void close();

    /**
     * Opens a folder or zip archive.
     *
     * @throws org.smoothbench.core.problem.ProblemException if it is missing, neither of the two, or a broken archive
     */
    static ImageSource open(Path place) {
        if (Files.isDirectory(place)) {
            return new FolderSource(place);
        }
        if (!Files.exists(place)) {
            throw problem(place, "no such file or folder", "check the path");
        }
        if (!place.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw problem(place, "is neither a folder nor a .zip archive", "give a folder or zip of class folders");
        }
        return ZipSource.open(place);
    }

    private static RuntimeException problem(Path place, String what, String remedy) {
        return new Problem.Data(what, place.toString(), remedy).asException();
    }
}
