package org.smoothbench.core.launch;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.stream.Collectors;
import org.smoothbench.core.data.Fingerprint;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.evaluation.EvaluatedModel;
import org.smoothbench.core.evaluation.EvaluationDirectory;
import org.smoothbench.core.evaluation.EvaluationObserver;
import org.smoothbench.core.evaluation.EvaluationResult;
import org.smoothbench.core.evaluation.EvaluationSession;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.EvaluationPlan;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.WholeFile;
import org.smoothbench.core.schema.RecordWriter;

/**
 * Evaluates a model, in the process and on the thread it is called on, and leaves everything in a folder whose name follows
 * from what is evaluated and how: the same evaluation again goes on where it was interrupted, or finds its result.
 */
public final class Evaluation {

    private static final int SCHEMA = 1;

    private final EvaluationPlan plan;
    private final RuntimeSpec runtime;
    private final int pictures;
    private final EvaluationObserver observer;

    /**
     * An evaluation.
     *
     * @param runtime where it runs
     * @param pictures how many adversarial examples are written as pictures, too
     */
    public Evaluation(EvaluationPlan plan, RuntimeSpec runtime, int pictures, EvaluationObserver observer) {
        this.plan = plan;
        this.runtime = runtime;
        this.pictures = pictures;
        this.observer = observer;
    }

    /**
     * What an evaluation came to.
     *
     * @param directory where everything lies
     * @param result the result
     * @param found whether it had been finished before
     */
    public record Finished(EvaluationDirectory directory, EvaluationResult result, boolean found) {}

    /**
     * Evaluates, or finds the result of the same evaluation.
     *
     * @param parent the folder that gets the evaluation's own folder
     * @throws org.smoothbench.core.problem.ProblemException if model, images or folder cannot be used
     */
    public Finished run(EvaluationSource source, Path parent) {
        try (TorchEngine engine = TorchEngine.open(runtime);
                EvaluationSubject subject = EvaluationSubject.open(engine, source)) {
            EvaluationDirectory directory = new EvaluationDirectory(parent.resolve(name(subject.evaluated())));
            return run(engine, subject, directory);
        }
    }

    private Finished run(TorchEngine engine, EvaluationSubject subject, EvaluationDirectory directory) {
        EvaluationSession session =
                new EvaluationSession(plan, subject.evaluated(), engine, subject.images(), subject.target(), observer);
        try {
            Files.createDirectories(directory.path());
            try (FileChannel channel =
                            FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    throw new Problem.Usage(
                                    "another process is at this evaluation",
                                    directory.path().toString(),
                                    "wait for it or stop it")
                            .asException();
                }
                if (Files.exists(directory.result())) {
                    return new Finished(directory, EvaluationResult.read(directory.result()), true);
                }
                WholeFile.replace(directory.plan(), description(subject.evaluated()));
                return new Finished(directory, session.run(directory, pictures), false);
            }
        } catch (IOException e) {
            throw new Problem.Usage(
                            "the evaluation cannot be written: " + e.getMessage(),
                            directory.path().toString(),
                            "see that disk is left, or choose another folder with --out")
                    .asException(e);
        }
    }

    private String description(EvaluatedModel evaluated) {
        JsonObject description = new JsonObject();
        description.addProperty("schema", SCHEMA);
        description.add("plan", new RecordWriter().write(plan));
        description.add("evaluated", new GsonBuilder().create().toJsonTree(evaluated));
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(description)
                + "\n";
    }

    /** Tells what is evaluated to people, and by a hash to this program; batches only change how fast it is. */
    private String name(EvaluatedModel evaluated) {
        EvaluationPlan anyBatches =
                new EvaluationPlan(plan.threat(), plan.attacks(), plan.each(), plan.examples(), 1, plan.seed());
        String identity = new RecordWriter().write(anyBatches)
                + evaluated.weights()
                + evaluated.sha256()
                + evaluated.model()
                + evaluated.dataFingerprint();
        String attacks = plan.attacks().stream().map(AttackSpec::label).collect(Collectors.joining("-"));
        String count = plan.examples() == 0 ? "all" : Integer.toString(plan.examples());
        String weights = evaluated.weights().isEmpty() ? "" : evaluated.weights() + "-";
        String words = weights + attacks + "-" + plan.threat().slug() + "-" + count;
        String slug = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
        String shortened = slug.length() > 80 ? slug.substring(0, 80) : slug;
        return shortened + "-" + Fingerprint.ofText(identity).substring(0, 8);
    }
}
