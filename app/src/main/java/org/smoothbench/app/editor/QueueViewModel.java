package org.smoothbench.app.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.app.runs.Notice;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.Sweep;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.Violation;

/** Turns the draft into runs: tells how many, and queues them as one study. FX thread only; the work is done elsewhere. */
public final class QueueViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(QueueViewModel.class);
    private static final Pattern PATH = Pattern.compile("\\$(\\.[A-Za-z0-9]+(\\[\\d+])?)+");

    private final EditorViewModel model;
    private final StartStudy starts;
    private final Executor background;
    private final Executor fxThread;
    private final Consumer<List<RunDirectory>> started;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(this, "notice", Optional.empty());
    private final BooleanBinding possible;

    /**
     * Queues what is edited.
     *
     * @param started hears of the runs
     */
    public QueueViewModel(
            EditorViewModel model,
            StartStudy starts,
            Executor background,
            Executor fxThread,
            Consumer<List<RunDirectory>> started) {
        this.model = model;
        this.starts = starts;
        this.background = background;
        this.fxThread = fxThread;
        this.started = started;
        possible = Bindings.createBooleanBinding(
                () -> !busy.get() && model.formProperty().get().check().passed(), busy, model.formProperty());
        model.formProperty().subscribe(state -> title.set(title(state.draft().sweep())));
    }

    private static String title(Sweep sweep) {
        return sweep.count() == 1 ? "Queue run" : "Queue " + sweep.count() + " runs";
    }

    /** What the command is called, with the number of runs. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Whether runs are being queued. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the draft can be queued now. */
    public BooleanBinding possible() {
        return possible;
    }

    /** What the user should know that belongs to no setting. */
    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Says something that belongs to no setting. */
    public void say(Notice said) {
        notice.set(Optional.of(said));
    }

    /** Takes the notice away. */
    public void dismiss() {
        notice.set(Optional.empty());
    }

    /** Writes a draft to a file. */
    void save(Draft draft, Path file) {
        dismiss();
        background.execute(() -> {
            try {
                DraftDocuments.write(draft, file);
            } catch (ProblemException e) {
                fxThread.execute(() -> say(Notice.of(e.problem())));
            }
        });
    }

    /** Checks the images and queues the runs. */
    public void start() {
        if (!possible.get()) {
            return;
        }
        busy.set(true);
        dismiss();
        Draft draft = model.draft();
        background.execute(() -> {
            try {
                List<Experiment> experiments = experiments(draft.sweep());
                Optional<String> study = experiments.size() == 1
                        ? Optional.empty()
                        : draft.tree()
                                .entry("$.name")
                                .map(entry -> entry.value().getAsString());
                List<RunDirectory> runs = starts.start(experiments, study);
                fxThread.execute(() -> {
                    busy.set(false);
                    started.accept(runs);
                });
            } catch (ProblemException e) {
                LOG.info("Nothing was queued: {}", e.getMessage(), e);
                fxThread.execute(() -> refused(e.problem()));
            } catch (RuntimeException e) {
                LOG.error("Nothing was queued because of a fault", e);
                fxThread.execute(() -> {
                    busy.set(false);
                    say(new Notice("Nothing was queued because of a fault in Smoothbench.", e.toString(), ""));
                });
            }
        });
    }

    /** The experiments of the product, which are read once more: two values may not go together. */
    private static List<Experiment> experiments(Sweep sweep) {
        List<Experiment> experiments = new ArrayList<>();
        for (Sweep.Member member : sweep.members()) {
            RecordReader reader = new RecordReader();
            @Nullable
            Experiment read = reader.read(Experiment.class, member.tree().json(), "$");
            if (read == null) {
                Violation first = reader.violations().getFirst();
                throw new Problem.Specification(
                                member.name() + ": " + first.text(), first.path(), "take one of the values out")
                        .asException();
            }
            experiments.add(Objects.requireNonNull(read));
        }
        return experiments;
    }

    private void refused(Problem problem) {
        busy.set(false);
        Matcher path = PATH.matcher(problem.where());
        Optional<String> place = path.find()
                ? DraftCheck.place(model.draft().tree(), path.group())
                        .filter(found -> model.draft().tree().entry(found).isPresent())
                : Optional.empty();
        Notice said = Notice.of(problem);
        if (place.isPresent()) {
            model.remark(place.get(), said.title() + " " + said.remedy());
        } else {
            say(said);
        }
    }
}
