package org.smoothbench.core.landscape;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smoothbench.core.data.Fingerprint;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.WholeFile;

/** Writes landscapes into their folders and reads them back. */
public final class LandscapeFile {

    private static final String REMEDY = "remove the folder and compute the landscape again";

    private LandscapeFile() {}

    /** Ends a landscape whose values are already in its folder. */
    public static void finish(LandscapeDirectory directory, LandscapeReport report) throws IOException {
        WholeFile.replace(directory.report(), json(report));
        Files.deleteIfExists(directory.journal());
    }

    /** Writes what is going to be computed in a folder. */
    public static void begin(LandscapeDirectory directory, LandscapePlan plan) throws IOException {
        WholeFile.replace(directory.plan(), LandscapeJson.GSON.toJson(plan) + "\n");
    }

    /**
     * Reads what is being computed in a folder; empty if nothing was begun there.
     *
     * @throws ProblemException if the file is damaged
     */
    public static Optional<LandscapePlan> plan(LandscapeDirectory directory) throws IOException {
        if (!Files.exists(directory.plan())) {
            return Optional.empty();
        }
        try {
            LandscapePlan plan = LandscapeJson.GSON.fromJson(Files.readString(directory.plan()), LandscapePlan.class);
            if (plan != null && plan.schema() == LandscapeReport.SCHEMA && plan.batch() > 0) {
                return Optional.of(plan);
            }
        } catch (JsonParseException _) {
            // Said below, together with files that are JSON but no plan.
        }
        throw damaged(directory.plan(), "is damaged");
    }

    /** The JSON of a landscape but for its values. */
    public static String json(LandscapeReport report) {
        return LandscapeJson.GSON.toJson(report) + "\n";
    }

    /** What the values in a folder are, as a report says it. */
    public static LandscapeReport.Values values(LandscapeDirectory directory) throws IOException {
        Path file = directory.values();
        return new LandscapeReport.Values(
                String.valueOf(file.getFileName()), Files.size(file) / Float.BYTES, Fingerprint.ofFile(file));
    }

    /**
     * Reads a landscape but for its values.
     *
     * @throws ProblemException if there is none, or it is damaged or of another version
     */
    public static LandscapeReport report(LandscapeDirectory directory) {
        Path file = directory.report();
        try {
            JsonElement tree = JsonParser.parseString(Files.readString(file));
            if (!(tree instanceof JsonObject whole)) {
                throw damaged(file, "is damaged: it is no landscape");
            }
            requireVersion(whole, file);
            LandscapeReport report = LandscapeJson.GSON.fromJson(whole, LandscapeReport.class);
            for (SurfaceReport surface : report.surfaces()) {
                if (surface.roughness() == null) {
                    throw damaged(file, "is damaged: a surface says nothing of its roughness");
                }
            }
            return report;
        } catch (NoSuchFileException e) {
            throw new Problem.Data(
                            "there is no landscape here", directory.path().toString(), "compute it first")
                    .asException(e);
        } catch (JsonParseException | NumberFormatException e) {
            throw new Problem.Data("is damaged: " + firstLine(e), file.toString(), REMEDY).asException(e);
        } catch (IOException e) {
            throw new Problem.Data("cannot be read: " + firstLine(e), file.toString(), REMEDY).asException(e);
        }
    }

    private static void requireVersion(JsonObject whole, Path file) {
        JsonElement schema = whole.get("schema");
        if (schema == null || !schema.equals(new JsonPrimitive(LandscapeReport.SCHEMA))) {
            throw damaged(file, "is of version " + schema + ", not " + LandscapeReport.SCHEMA);
        }
        for (RecordComponent part : LandscapeReport.class.getRecordComponents()) {
            JsonElement value = whole.get(part.getName());
            if (!part.getName().equals("other") && (value == null || value.isJsonNull())) {
                throw damaged(file, "is damaged: it does not say " + part.getName());
            }
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /**
     * Reads a landscape.
     *
     * @throws ProblemException if there is none, or it is damaged or of another version
     */
    public static Landscape read(LandscapeDirectory directory) {
        LandscapeReport report = report(directory);
        Path file = directory.values();
        SurfaceBlock block = SurfaceBlock.of(report);
        long expected = (long) block.floats() * report.surfaces().size();
        try {
            if (report.values().count() != expected) {
                throw damaged(
                        directory.report(),
                        "is damaged: " + report.values().count() + " values are not the " + expected + " of "
                                + report.surfaces().size() + " surfaces");
            }
            long size = Files.size(file);
            if (size != expected * Float.BYTES) {
                throw damaged(file, "is damaged: it has " + size + " bytes, not " + expected * Float.BYTES);
            }
            if (!Fingerprint.ofFile(file).equals(report.values().sha256())) {
                throw damaged(file, "is damaged: its SHA-256 is not the one that landscape.json says");
            }
            return new Landscape(report, surfaces(file, report, block));
        } catch (NoSuchFileException e) {
            throw new Problem.Data("the values are missing", file.toString(), REMEDY).asException(e);
        } catch (IOException e) {
            throw new Problem.Data("cannot be read: " + firstLine(e), file.toString(), REMEDY).asException(e);
        }
    }

    private static List<Surface> surfaces(Path file, LandscapeReport report, SurfaceBlock block) throws IOException {
        List<Surface> surfaces = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (SurfaceReport surface : report.surfaces()) {
                long at = (long) surfaces.size() * block.floats() * Float.BYTES;
                surfaces.add(block.surface(surface, report, block.read(channel, at)));
            }
        }
        return surfaces;
    }

    private static ProblemException damaged(Path file, String what) {
        return new Problem.Data(what, file.toString(), REMEDY).asException();
    }
}
