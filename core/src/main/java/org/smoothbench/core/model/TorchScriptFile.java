package org.smoothbench.core.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.smoothbench.core.problem.Problem;

/**
 * What a TorchScript file tells before libtorch sees it. It is a zip: {@code constants.pkl} and the code of the model as text
 * under {@code code/}, next to the weights.
 *
 * @param code the text of all code files
 * @param training whether the model says of itself that it was saved in training mode
 */
record TorchScriptFile(String code, boolean training) {

    private static final String CONVERSION = "make TorchScript of the model in Python:"
            + " torch.jit.trace(model.eval(), torch.rand(1, 3, 32, 32)).save('model.pt'), with the size of your images";

    private static final Pattern DROPOUT = Pattern.compile("torch\\.\\w*dropout_?\\([^()]*, True\\)");
    private static final Pattern GPU = Pattern.compile("torch\\.device\\(\"cuda");

    /** In the pickle: "training" and its number in the memo, then the instruction for True. */
    private static final Pattern TRAINING =
            Pattern.compile(hex("X\b\0\0\0training") + "(?:71..|72.{8})88", Pattern.DOTALL);

    /** Whether dropout is switched on whatever the mode: a constant of the code, as tracing leaves it. */
    boolean alwaysDropsOut() {
        return DROPOUT.matcher(code).find();
    }

    /** Whether tensors are made on a GPU whatever the device. */
    boolean namesGpu() {
        return GPU.matcher(code).find();
    }

    /**
     * Looks into a file.
     *
     * @throws org.smoothbench.core.problem.ProblemException if it is missing, damaged or something else than TorchScript
     */
    static TorchScriptFile of(Path file) {
        if (!Files.isRegularFile(file)) {
            boolean folder = Files.isDirectory(file);
            throw problem(file, folder ? "is a folder" : "no such file", "give the path of a TorchScript file");
        }
        try {
            byte[] start;
            try (InputStream in = Files.newInputStream(file)) {
                start = in.readNBytes(9);
            }
            if (start.length > 1 && start[0] == 'P' && start[1] == 'K') {
                return ofZip(file);
            }
            boolean pickle = start.length > 1 && start[0] == (byte) 0x80 && start[1] >= 2 && start[1] <= 5;
            boolean safetensors = start.length == 9 && start[7] == 0 && start[8] == '{';
            throw pickle || safetensors ? weightsAlone(file) : problem(file, "is no TorchScript file", CONVERSION);
        } catch (IOException e) {
            throw new Problem.Data(
                            "cannot be read (" + e.getMessage() + ")", file.toString(), "check that you may read it")
                    .asException(e);
        }
    }

    private static TorchScriptFile ofZip(Path file) throws IOException {
        try (ZipFile zip = open(file)) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            if (names.stream().noneMatch(name -> name.endsWith("/constants.pkl"))) {
                throw names.stream().anyMatch(name -> name.endsWith("data.pkl"))
                        ? weightsAlone(file)
                        : problem(file, "is a zip without a TorchScript model", CONVERSION);
            }
            List<String> code = new ArrayList<>();
            boolean training = false;
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName();
                boolean script = name.contains("/code/") && name.endsWith(".py");
                byte[] kept = read(file, zip, entry, script || name.endsWith("/data.pkl"));
                if (script) {
                    code.add(new String(kept, UTF_8));
                } else if (kept.length > 0) {
                    training = TRAINING.matcher(HexFormat.of().formatHex(kept)).find();
                }
            }
            return new TorchScriptFile(String.join("\n", code), training);
        }
    }

    private static ZipFile open(Path file) {
        try {
            return new ZipFile(file.toFile());
        } catch (IOException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    /** An entry's bytes, none if they are not kept. PyTorch would not notice wrong ones. */
    private static byte[] read(Path file, ZipFile zip, ZipEntry entry, boolean keep) {
        CRC32 checksum = new CRC32();
        byte[] kept = new byte[0];
        try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), checksum)) {
            if (keep) {
                kept = in.readAllBytes();
            } else {
                in.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            throw damaged(file, entry.getName() + ": " + e.getMessage());
        }
        if (checksum.getValue() != entry.getCrc()) {
            throw damaged(file, entry.getName() + " has another checksum");
        }
        return kept;
    }

    private static RuntimeException damaged(Path file, String how) {
        return problem(file, "is damaged (" + how + ")", "get the file again");
    }

    private static RuntimeException weightsAlone(Path file) {
        return problem(file, "holds weights alone or needs its own Python code; it is no model by itself", CONVERSION);
    }

    private static RuntimeException problem(Path file, String what, String remedy) {
        return new Problem.Data(what, file.toString(), remedy).asException();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }
}
