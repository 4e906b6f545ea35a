package org.smoothbench.core.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.WholeFile;

/** Named arrays in a file, as other programs read and write them too. Works on the engine's thread. */
public final class ArrayFile {

    /** How arrays lie in a file. */
    public enum Format {
        /** A JSON header, then the arrays as they are; read by PyTorch and others without running code. */
        SAFETENSORS("safetensors", NDList.Encoding.SAFETENSORS),
        /** NumPy's zip of arrays. */
        NPZ("npz", NDList.Encoding.NPZ);

        private final String suffix;
        private final NDList.Encoding encoding;

        Format(String suffix, NDList.Encoding encoding) {
            this.suffix = suffix;
            this.encoding = encoding;
        }

        /** The end of a file's name, without dot. */
        public String suffix() {
            return suffix;
        }
    }

    private ArrayFile() {}

    /** Writes arrays under the names they carry, replacing the file whole. */
    public static void write(Path file, Collection<NDArray> arrays, Format format) throws IOException {
        WholeFile.replace(file, temporary -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                new NDList(arrays.toArray(NDArray[]::new)).encode(out, format.encoding);
            }
        });
    }

    /**
     * Reads all arrays of a file, whichever the format.
     *
     * @param owner of the arrays; keep it open while they are used, for they share Java's memory
     * @return arrays by name, in the file's order
     * @throws ProblemException if the file is missing, damaged or of another format
     */
    public static Map<String, NDArray> read(Path file, NDManager owner) {
        requireReadable(file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Map<String, NDArray> arrays = new LinkedHashMap<>();
            for (NDArray array : NDList.decode(owner, in)) {
                arrays.put(array.getName(), array);
            }
            return arrays;
        } catch (NoSuchFileException e) {
            throw problem(file, "no such file", "check the path").asException(e);
        } catch (IOException | RuntimeException e) {
            throw problem(
                            file,
                            "is neither safetensors nor NPZ, or is damaged (" + e.getMessage() + ")",
                            "give a whole .safetensors or .npz file of float32 arrays in C order")
                    .asException(e);
        }
    }

    private static void requireReadable(Path file) {
        try {
            TorchPickle.refuse(file);
            if (isZip(file)) {
                NpzHeaders.requireReadable(file);
            }
        } catch (ZipException e) {
            throw problem(file, "is a damaged zip (" + e.getMessage() + ")", "get the file again")
                    .asException(e);
        } catch (IOException e) {
            throw problem(file, "cannot be read (" + e.getMessage() + ")", "check that you may read it")
                    .asException(e);
        }
        SafetensorsHeader.requireReadable(file);
    }

    /** Whether a file is there and begins as a zip does. */
    static boolean isZip(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    private static Problem problem(Path file, String what, String remedy) {
        return new Problem.Data(what, file.toString(), remedy);
    }
}
