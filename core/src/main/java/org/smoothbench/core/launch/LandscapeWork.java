package org.smoothbench.core.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.landscape.LandscapeDirectory;
import org.smoothbench.core.landscape.LandscapeFile;
import org.smoothbench.core.landscape.LandscapeName;
import org.smoothbench.core.landscape.LandscapePlan;
import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.LandscapeSubject;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.landscape.SurfacePreview;
import org.smoothbench.core.landscape.compute.LandscapeComputation;
import org.smoothbench.core.landscape.compute.LandscapeProgress;
import org.smoothbench.core.landscape.compute.LandscapeRun;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.model.WeightMismatch;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/**
 * Computes one landscape into its folder, bit by bit, or finds that it is there. Nobody else can work in the folder until it
 * is closed. Belongs to the engine's thread.
 */
public final class LandscapeWork implements AutoCloseable {

    private final LandscapeDirectory directory;
    private final @Nullable LandscapeRun run;
    private final @Nullable FileChannel lock;
    private @Nullable LandscapeReport report;

    /**
     * Takes a folder, which is made.
     *
     * @param batch how many images are shown to a network at once, 0 for as many as is usual; what has begun with another
     *     size goes on with that
     * @param other the model whose attack gives the second direction, or the end of a line; none where none is wanted
     * @param cancelled asked before each query of a network
     * @throws ProblemException if models and plane do not go together, there are no such images, or the folder cannot be used
     */
    public LandscapeWork(
            TorchEngine engine,
            LandscapeSpec spec,
            int batch,
            LandscapeModel model,
            @Nullable LandscapeModel other,
            List<String> classNames,
            LandscapeDirectory directory,
            BooleanSupplier cancelled) {
        if (spec.plane() instanceof PlaneSpec.Line line && other != null) {
            requireTwoEnds(line, model, other);
        }
        LandscapeComputation computation = new LandscapeComputation(
                engine, spec, model.explored(), other == null ? null : other.explored(), classNames);
        LandscapeSubject second = other == null ? null : other.subject();
        int size = batch > 0
                ? batch
                : LandscapeComputation.usualBatch(model.explored().images());
        LandscapePlan plan = new LandscapePlan(LandscapeReport.SCHEMA, spec, model.subject(), second, size);
        this.directory = directory;
        try {
            Files.createDirectories(directory.path());
            this.lock = lock(directory);
            if (directory.finished()) {
                this.run = null;
                this.report = LandscapeFile.report(directory);
            } else {
                this.run = computation.begin(directory, plan, cancelled);
            }
        } catch (IOException e) {
            close();
            throw unwritable(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The name of a landscape's folder. */
    public static String name(LandscapeSpec spec, LandscapeModel model, @Nullable LandscapeModel other) {
        return LandscapeName.folder(spec, model.subject(), other == null ? null : other.subject());
    }

    private static FileChannel lock(LandscapeDirectory directory) throws IOException {
        FileChannel channel = FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock taken = channel.tryLock();
            if (taken != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // Held in this process.
        }
        channel.close();
        throw new Problem.Usage(
                        "another process is at this landscape", directory.path().toString(), "wait for it or stop it")
                .asException();
    }

    private ProblemException unwritable(IOException e) {
        // A message would say the path again.
        String reason = e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
        return new Problem.Usage(
                        "the landscape cannot be written: " + reason,
                        directory.path().toString(),
                        "see that disk is left, or choose another folder with --out")
                .asException(e);
    }

    private static void requireTwoEnds(PlaneSpec.Line line, LandscapeModel from, LandscapeModel to) {
        if (from.subject().sha256().equals(to.subject().sha256())) {
            throw new Problem.Usage(
                            "both ends of the line are the same weights", "--plane " + line.slug(), "give a second run")
                    .asException();
        }
        List<WeightMismatch> mismatches =
                network(from).state().mismatches(network(to).state().all());
        if (!mismatches.isEmpty()) {
            throw new Problem.Usage(
                            "the networks are of other architectures: "
                                    + mismatches.getFirst().text(),
                            "--plane " + line.slug(),
                            "give two runs of the same network")
                    .asException();
        }
    }

    private static Network network(LandscapeModel model) {
        Network network = model.explored().network();
        if (network == null) {
            throw new IllegalStateException("a run has a network");
        }
        return network;
    }

    /**
     * Does the next bit.
     *
     * @return whether there is more to do
     * @throws ProblemException if there is no plane at the only image, or the folder cannot be written
     * @throws java.util.concurrent.CancellationException if the caller gave up; what is done stays in the folder
     */
    public boolean advance() {
        if (run == null) {
            return false;
        }
        try {
            boolean more = run.advance();
            if (!more) {
                report = run.report();
            }
            return more;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Tells how far it is, if a surface is at work. */
    void tell(LandscapeProgress progress) {
        if (run != null) {
            run.tell(progress);
        }
    }

    /** What can be shown of the surface at work; empty between surfaces, and where all was found. */
    public Optional<SurfacePreview> preview() {
        return run == null ? Optional.empty() : run.preview();
    }

    /** Which surface is at work, counted from 0. */
    public int surface() {
        return run == null ? 0 : run.surface();
    }

    /** How many surfaces there are; 0 where all was found. */
    public int surfaces() {
        return run == null ? 0 : run.surfaces();
    }

    /**
     * What came of it.
     *
     * @throws IllegalStateException if there is more to do
     */
    public LandscapeStudy.Finished finished() {
        if (report == null) {
            throw new IllegalStateException("the landscape is not finished");
        }
        return new LandscapeStudy.Finished(directory, report, run == null);
    }

    @Override
    public void close() {
        try (FileChannel _ = lock;
                LandscapeRun _ = run) {
            // What is done is in the folder.
        } catch (IOException e) {
            throw unwritable(e);
        }
    }
}
