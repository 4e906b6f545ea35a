package org.smoothbench.core.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/**
 * Looks at the header of a safetensors file before libtorch does: some number types end the process there, and a cut file
 * would be read as far as it goes.
 */
final class SafetensorsHeader {

    /** The bytes of one number, of the types that DJL reads. */
    private static final Map<String, Integer> TYPES =
            Map.of("F64", 8, "F32", 4, "F16", 2, "I64", 8, "I32", 4, "U8", 1, "I8", 1, "BOOL", 1);

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
        } catch (JsonParseException | IllegalStateException | NumberFormatException | UnsupportedOperationException e) {
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
            check(file, entry.getKey(), entry.getValue().getAsJsonObject(), bytes);
        }
    }

    private static void check(Path file, String name, JsonObject array, long bytes) {
        if (!(array.get("dtype") instanceof JsonPrimitive type)
                || !(array.get("shape") instanceof JsonArray shape)
                || !(array.get("data_offsets") instanceof JsonArray offsets)
                || offsets.size() != 2) {
            throw problem(file, "is damaged: the header does not say what array " + name + " is");
        }
        Integer width = TYPES.get(type.getAsString());
        if (width == null) {
            throw problem(file, "array " + name + " is of type " + type.getAsString() + "; save it as float32");
        }
        double size = width;
        for (JsonElement side : shape) {
            size *= side.getAsLong() < 0 ? Double.NaN : side.getAsLong();
        }
        long begin = offsets.get(0).getAsLong();
        long end = offsets.get(1).getAsLong();
        if (begin < 0 || end - begin != size) {
            throw problem(file, "is damaged: shape and place of array " + name + " do not agree");
        }
        if (end > bytes) {
            throw problem(file, "is cut short: array " + name + " ends behind the file's end");
        }
    }

    private static ProblemException problem(Path file, String what) {
        return new Problem.Data(what, file.toString(), "give a whole .safetensors or .npz file of float32 arrays")
                .asException();
    }
}
