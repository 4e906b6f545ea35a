package org.smoothbench.core.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/**
 * Looks at the header of a safetensors file before libtorch does: some number types end the process there, and a cut file
 * would be read as far as it goes.
 */
final class SafetensorsHeader {

    private static final Set<String> TYPES = Set.of("F64", "F32", "F16", "I64", "I32", "U8", "I8", "BOOL");
    private static final long LONGEST = 100_000_000;
    private static final int ZIP = 'P' | 'K' << 8;

    private SafetensorsHeader() {}

    /**
     * Passes what DJL can read: files that are missing or zips, and whole safetensors of usable types.
     *
     * @throws ProblemException if the file is no safetensors, is cut short or holds other number types
     */
    static void requireReadable(Path file) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long length = in.length();
            if (length >= 2 && (in.readUnsignedByte() | in.readUnsignedByte() << 8) == ZIP) {
                return;
            }
            in.seek(0);
            long header = length < 8 ? -1 : Long.reverseBytes(in.readLong());
            if (header <= 0 || header > LONGEST || header > length - 8) {
                throw problem(file, "is neither safetensors nor NPZ");
            }
            byte[] text = new byte[(int) header];
            in.readFully(text);
            check(file, JsonParser.parseString(new String(text, StandardCharsets.UTF_8)), length - 8 - header);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            throw new Problem.Data(
                            "is neither safetensors nor NPZ (" + e.getMessage() + ")",
                            file.toString(),
                            "give another file")
                    .asException(e);
        } catch (IOException e) {
            throw new Problem.Data("cannot be read (" + e + ")", file.toString(), "check that you may read it")
                    .asException(e);
        }
    }

    private static void check(Path file, JsonElement header, long bytes) {
        for (Map.Entry<String, JsonElement> entry : header.getAsJsonObject().entrySet()) {
            if (entry.getKey().equals("__metadata__")) {
                continue;
            }
            JsonObject array = entry.getValue().getAsJsonObject();
            String type = array.get("dtype").getAsString();
            if (!TYPES.contains(type)) {
                throw problem(file, "array " + entry.getKey() + " is of type " + type + "; save it as float32");
            }
            JsonArray offsets = array.getAsJsonArray("data_offsets");
            if (offsets.get(1).getAsLong() > bytes) {
                throw problem(file, "is cut short: array " + entry.getKey() + " ends behind the file's end");
            }
        }
    }

    private static ProblemException problem(Path file, String what) {
        return new Problem.Data(what, file.toString(), "give a whole .safetensors or .npz file of float32 arrays")
                .asException();
    }
}
