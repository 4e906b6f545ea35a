package org.smoothbench.core.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.smoothbench.core.problem.Problem;

/** PyTorch's own files, .pt and .pth, hold pickles: programs, which are not run here. */
final class TorchPickle {

    private static final int PICKLE = 0x80;
    private static final String CONVERSION =
            "convert it: python -c \"import torch, numpy; s = torch.load('x.pth', map_location='cpu');"
                    + " numpy.savez('x.npz', **{k: v.float().numpy() for k, v in s.items()})\"";

    private TorchPickle() {}

    /**
     * Passes what is no pickle, also what is no file at all.
     *
     * @throws org.smoothbench.core.problem.ProblemException if PyTorch wrote it, with how to convert it
     */
    static void refuse(Path file) throws IOException {
        if (Files.isRegularFile(file) && (ArrayFile.isZip(file) ? holdsPickle(file) : beginsAsPickle(file))) {
            throw new Problem.Data(
                            "is a file of PyTorch's own, which only running it could read", file.toString(), CONVERSION)
                    .asException();
        }
    }

    private static boolean holdsPickle(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().endsWith("data.pkl"));
        } catch (IOException _) {
            // A damaged zip is for those to report who read it.
            return false;
        }
    }

    /** The older form begins with a pickle's first instruction and its version. */
    private static boolean beginsAsPickle(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int first = in.read();
            int version = in.read();
            byte[] next = in.readNBytes(6);
            boolean lengthOfHeader = next.length == 6 && next[2] == 0 && next[3] == 0 && next[4] == 0 && next[5] == 0;
            return first == PICKLE && version >= 2 && version <= 5 && !lengthOfHeader;
        }
    }
}
