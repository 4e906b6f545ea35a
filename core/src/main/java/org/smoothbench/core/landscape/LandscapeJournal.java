package org.smoothbench.core.landscape;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/**
 * How far a landscape is, on disk: its values, and a line for each time they were written. A kill loses what was computed
 * since the last line. One thread at a time.
 */
public final class LandscapeJournal implements AutoCloseable {

    private static final Gson LINES = LandscapeJson.GSON.newBuilder().create();

    private final SurfaceBlock block;
    private final LandscapeDirectory directory;
    private final FileChannel lines;
    private final FileChannel values;
    private final List<SurfaceReport> surfaces = new ArrayList<>();
    private final List<LandscapeReport.LeftOut> leftOut = new ArrayList<>();
    private int begun;
    private double seconds;

    /**
     * A line.
     *
     * @param vertices how many of the surface at work are computed; 0 in lines that end a surface
     * @param seconds the time all took so far
     * @param surface the surface that is finished
     * @param leftOut the image that has none
     */
    private record Line(
            int vertices, double seconds, @Nullable SurfaceReport surface, LandscapeReport.@Nullable LeftOut leftOut) {}

    /**
     * Goes on where the files end; what was cut off is removed.
     *
     * @param pixels how many values of an image are kept; 0 over weights
     * @param vertices of a surface
     * @throws ProblemException if the files do not belong together
     */
    public LandscapeJournal(LandscapeDirectory directory, int pixels, int vertices) throws IOException {
        this.directory = directory;
        this.block = new SurfaceBlock(pixels, vertices);
        long whole = read();
        lines = FileChannel.open(directory.journal(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        values = FileChannel.open(
                directory.values(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        long expected = (surfaces.size() + (begun > 0 ? 1L : 0)) * bytes();
        if (values.size() < expected) {
            close();
            throw damaged(
                    "is shorter than the journal beside it says",
                    directory.values().toString());
        }
        lines.truncate(whole).position(whole);
        values.truncate(expected);
    }

    /** The surfaces that are finished. */
    public List<SurfaceReport> surfaces() {
        return List.copyOf(surfaces);
    }

    /** The images that have no surface. */
    public List<LandscapeReport.LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    /** How many vertices of the next surface are computed. */
    public int begun() {
        return begun;
    }

    /** The time all took so far. */
    public double seconds() {
        return seconds;
    }

    /** Fills layers with what is known of the surface that has begun. */
    public void restore(Layers layers) throws IOException {
        float[] all = block.read(values, surfaces.size() * bytes());
        System.arraycopy(all, block.layer(0), layers.loss(), 0, layers.size());
        System.arraycopy(all, block.layer(1), layers.margin(), 0, layers.size());
        System.arraycopy(all, block.layer(2), layers.outcome(), 0, layers.size());
    }

    /**
     * Notes how far a surface is.
     *
     * @param vertices how many are computed, above 0
     */
    public void note(@Nullable ImagePlane plane, Layers layers, int vertices, double took) throws IOException {
        write(plane, layers);
        seconds += took;
        add(new Line(vertices, seconds, null, null));
        begun = vertices;
    }

    /** Notes a surface that is finished. */
    public void finish(Surface surface, double took) throws IOException {
        write(surface.plane(), surface.layers());
        seconds += took;
        add(new Line(0, seconds, surface.report(), null));
        surfaces.add(surface.report());
        begun = 0;
    }

    /** Notes an image that has no surface. */
    public void leaveOut(LandscapeReport.LeftOut image, double took) throws IOException {
        seconds += took;
        add(new Line(0, seconds, null, image));
        leftOut.add(image);
        begun = 0;
    }

    private long bytes() {
        return (long) block.floats() * Float.BYTES;
    }

    private void write(@Nullable ImagePlane plane, Layers layers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(block.floats() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        var floats = bytes.asFloatBuffer();
        if (plane != null) {
            floats.put(plane.image()).put(plane.first()).put(plane.second());
        }
        floats.put(layers.loss()).put(layers.margin()).put(layers.outcome());
        long at = surfaces.size() * bytes();
        while (bytes.hasRemaining()) {
            at += values.write(bytes, at);
        }
        values.force(false);
    }

    /** The values were written first: a line is a promise that they are there. */
    private void add(Line line) throws IOException {
        String text = LINES.toJson(line).lines().map(String::strip).reduce("", String::concat) + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            lines.write(bytes);
        }
        lines.force(false);
    }

    /** Reads whole lines and says how many bytes they have. */
    private long read() throws IOException {
        if (!Files.exists(directory.journal())) {
            return 0;
        }
        byte[] bytes = Files.readAllBytes(directory.journal());
        int whole = 0;
        int number = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                number++;
                take(line(new String(bytes, whole, i - whole, StandardCharsets.UTF_8), number));
                whole = i + 1;
            }
        }
        return whole;
    }

    private void take(Line line) {
        begun = line.vertices();
        seconds = line.seconds();
        if (line.surface() != null) {
            surfaces.add(line.surface());
        }
        if (line.leftOut() != null) {
            leftOut.add(line.leftOut());
        }
    }

    private Line line(String text, int number) {
        try {
            Line line = LINES.fromJson(text, Line.class);
            if (line != null && line.vertices() >= 0 && line.vertices() <= block.vertices()) {
                return line;
            }
        } catch (JsonParseException _) {
            // Said below, together with lines that are JSON but say nothing of vertices.
        }
        throw damaged("line " + number + " is damaged", directory.journal().toString());
    }

    private static ProblemException damaged(String what, String where) {
        return new Problem.Data(what, where, "remove the folder and compute the landscape again").asException();
    }

    @Override
    public void close() throws IOException {
        try (lines;
                values) {
            lines.force(true);
        }
    }
}
