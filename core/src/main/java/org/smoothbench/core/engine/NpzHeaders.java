package org.smoothbench.core.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/**
 * Looks at the headers of a NumPy zip before DJL does, which takes numbers of the other byte order for its own and so gives
 * quite different ones.
 */
final class NpzHeaders {

    private static final String MAGIC = "\u0093NUMPY";
    private static final Pattern TYPE = Pattern.compile("'descr': *'([<>|=])(\\w+)'");
    private static final int FIRST_BYTES = 512;

    private NpzHeaders() {}

    /**
     * Passes zips whose arrays are numbers in little-endian and C order, and whatever is no NumPy array at all.
     *
     * @throws ProblemException if an array is stored in another way
     */
    static void requireReadable(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                try (InputStream in = zip.getInputStream(entry)) {
                    check(file, entry.getName(), new String(in.readNBytes(FIRST_BYTES), StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    private static void check(Path file, String name, String start) {
        Matcher type = TYPE.matcher(start);
        if (!start.startsWith(MAGIC) || !type.find()) {
            return;
        }
        if (type.group(1).equals(">")) {
            throw problem(file, name, "is big-endian");
        }
        if (type.group(2).startsWith("O")) {
            throw problem(file, name, "holds objects of Python's");
        }
        if (start.contains("'fortran_order': True")) {
            throw problem(file, name, "is in Fortran order");
        }
    }

    private static ProblemException problem(Path file, String name, String what) {
        return new Problem.Data(
                        "array " + name.replaceAll("\\.npy$", "") + " " + what,
                        file.toString(),
                        "save it with numpy.ascontiguousarray(a, dtype='<f4')")
                .asException();
    }
}
