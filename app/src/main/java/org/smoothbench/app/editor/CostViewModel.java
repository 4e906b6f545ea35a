package org.smoothbench.app.editor;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.app.runs.Notice;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.launch.Cost;
import org.smoothbench.core.launch.CostMeter;
import org.smoothbench.core.launch.NetworkSize;
import org.smoothbench.core.problem.ProblemException;

/** What the draft will cost: the network's size at once, time and memory when they are measured. FX thread only. */
public final class CostViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(CostViewModel.class);
    private static final double MEBIBYTE = 1 << 20;
    private static final double GIBIBYTE = 1 << 30;

    private final EditorViewModel model;
    private final QueueViewModel notices;
    private final Supplier<CostMeter> meters;
    private final Executor background;
    private final Executor fxThread;
    private final ReadOnlyStringWrapper size = new ReadOnlyStringWrapper(this, "size", "");
    private final ReadOnlyStringWrapper measured = new ReadOnlyStringWrapper(this, "measured", "");
    private final ReadOnlyStringWrapper explained = new ReadOnlyStringWrapper(this, "explained", "");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");
    private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper(this, "measuring");
    private final BooleanBinding possible;
    private @Nullable CostMeter meter;
    private @Nullable Result last;
    private long asked;

    /** What was measured, and of what. */
    private record Result(Experiment experiment, Cost cost) {}

    /** The cost of what is edited; each meter measures once. */
    public CostViewModel(
            EditorViewModel model,
            QueueViewModel notices,
            Supplier<CostMeter> meters,
            Executor background,
            Executor fxThread) {
        this.model = model;
        this.notices = notices;
        this.meters = meters;
        this.background = background;
        this.fxThread = fxThread;
        possible = Bindings.createBooleanBinding(
                () -> model.formProperty().get().check().experiment().isPresent(), model.formProperty());
        model.formProperty().subscribe(this::show);
    }

    /** The network's size in words; empty while it is unknown. */
    public ReadOnlyStringProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /** What was measured, in words; empty before that. */
    public ReadOnlyStringProperty measuredProperty() {
        return measured.getReadOnlyProperty();
    }

    /** How it was measured, in sentences; empty before that. */
    public ReadOnlyStringProperty explainedProperty() {
        return explained.getReadOnlyProperty();
    }

    /** Whether the experiment has changed since it was measured. */
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** Whether it is being measured. */
    public ReadOnlyBooleanProperty measuringProperty() {
        return measuring.getReadOnlyProperty();
    }

    /** Whether the draft can be measured. */
    public BooleanBinding possible() {
        return possible;
    }

    /** Measures in a process of its own. */
    public void measure() {
        Optional<Experiment> now = model.formProperty().get().check().experiment();
        if (measuring.get() || now.isEmpty()) {
            return;
        }
        Experiment experiment = now.get();
        CostMeter one = meters.get();
        meter = one;
        measuring.set(true);
        background.execute(() -> {
            try {
                Optional<Cost> cost = one.measure(experiment);
                fxThread.execute(() -> {
                    measuring.set(false);
                    cost.ifPresent(found -> last = new Result(experiment, found));
                    tell(model.formProperty().get());
                });
            } catch (ProblemException e) {
                fxThread.execute(() -> failed(Notice.of(e.problem())));
            } catch (RuntimeException e) {
                LOG.error("The cost could not be measured", e);
                fxThread.execute(() ->
                        failed(new Notice("The cost could not be measured because of a fault.", e.toString(), "")));
            }
        });
    }

    private void failed(Notice notice) {
        measuring.set(false);
        notices.say(notice);
    }

    /** Ends the measurement that is going on. */
    public void cancel() {
        CostMeter one = meter;
        if (measuring.get() && one != null) {
            background.execute(one::cancel);
        }
    }

    /** Ends the measurement that is going on, and waits for it. */
    void close() {
        CostMeter one = meter;
        if (measuring.get() && one != null) {
            one.cancel();
        }
    }

    private void show(FormState state) {
        tell(state);
        long number = ++asked;
        Optional<Experiment> experiment = state.check().experiment();
        if (experiment.isEmpty()) {
            size.set("");
            return;
        }
        background.execute(() -> {
            Optional<NetworkSize> found = NetworkSize.of(experiment.get());
            fxThread.execute(() -> {
                // A later edit has asked in the meantime.
                if (number == asked) {
                    size.set(found.map(CostViewModel::words).orElse(""));
                }
            });
        });
    }

    private static String words(NetworkSize size) {
        return String.format(Locale.ROOT, "%,d parameters in %d weight layers", size.parameters(), size.layers());
    }

    private void tell(FormState state) {
        Result result = last;
        if (result == null) {
            return;
        }
        Cost cost = result.cost();
        long runs = Math.max(1, state.draft().sweep().count());
        stale.set(state.check()
                .experiment()
                .filter(now -> now.withName("").equals(result.experiment().withName("")))
                .isEmpty());
        measured.set(seconds(cost.epochSeconds()) + " an epoch, about " + duration(cost.totalSeconds())
                + (runs == 1
                        ? " in all"
                        : " a run, " + duration(runs * cost.totalSeconds()) + " for " + runs + " such runs")
                + (cost.peakMemoryBytes() < 0 ? "" : ", " + bytes(cost.peakMemoryBytes()))
                + (cost.deviceMemoryBytes() < 0 ? "" : ", " + bytes(cost.deviceMemoryBytes()) + " on the GPU"));
        explained.set(explain(cost));
    }

    private static String explain(Cost cost) {
        String time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                .withZone(ZoneId.systemDefault())
                .format(Instant.ofEpochMilli(cost.measuredAtMillis()));
        return String.format(
                Locale.ROOT,
                "Measured at %s on %s by %d training steps, with whatever else this machine was doing:%n"
                        + "%.0f images/s, %d steps an epoch, %d epochs.%n"
                        + "%d evaluations of about %s each are reckoned from the training passes, not run.%n"
                        + "Memory is the peak of the measuring process, images included.",
                time,
                cost.device(),
                cost.timedSteps(),
                cost.imagesPerSecond(),
                cost.stepsPerEpoch(),
                cost.epochs(),
                cost.evaluations(),
                duration(cost.evaluationSeconds()));
    }

    private static String seconds(double seconds) {
        return seconds < 100 ? String.format(Locale.ROOT, "%.1f s", seconds) : duration(seconds);
    }

    private static String duration(double seconds) {
        long whole = Math.max(1, Math.round(seconds));
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return whole / 60 + " min";
        }
        return whole < 48 * 3600
                ? String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60)
                : whole / 86400 + " days";
    }

    private static String bytes(long bytes) {
        return bytes < GIBIBYTE
                ? String.format(Locale.ROOT, "%.0f MiB", bytes / MEBIBYTE)
                : String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE);
    }
}
