package org.smoothbench.app.activations;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.BackwardDerivative;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.viz.curve.Curve;

/**
 * One activation in the forward pass and any derivative of the page behind it: what a network computes, and what attacker or
 * optimizer are told of it. FX thread only.
 */
public final class ProbeViewModel {

    private static final BackwardChoice OWN = new BackwardChoice.Own();

    private final ObservableList<PlottedActivation> forwards = FXCollections.observableArrayList();
    private final ObservableList<BackwardChoice> backwards = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable PlottedActivation> forward = new SimpleObjectProperty<>(this, "forward");
    private final ObjectProperty<BackwardChoice> backward = new SimpleObjectProperty<>(this, "backward");
    private final ReadOnlyObjectWrapper<Probe> probe = new ReadOnlyObjectWrapper<>(this, "probe", Probe.NONE);
    private final BackwardChoice usual;

    /**
     * What the two passes see.
     *
     * @param forward the value, and the function whose derivative is used
     * @param backward the activation's own derivative, and the one used
     * @param summary both passes and how far they differ, in words
     */
    public record Probe(List<Curve> forward, List<Curve> backward, String summary) {
        static final Probe NONE = new Probe(List.of(), List.of(), "");
    }

    ProbeViewModel() {
        usual = new BackwardChoice.Usual(Objects.requireNonNull(
                new RecordReader().read(BackwardDerivative.Surrogate.class, new JsonObject(), "$")));
        backward.set(usual);
        forward.subscribe((_, _) -> refresh());
        backward.subscribe((_, _) -> refresh());
    }

    /** What can stand in the forward pass. */
    public ObservableList<PlottedActivation> forwards() {
        return forwards;
    }

    /** What can stand in the backward pass. */
    public ObservableList<BackwardChoice> backwards() {
        return backwards;
    }

    /** The activation in the forward pass; null on an empty page. */
    public ObjectProperty<@Nullable PlottedActivation> forwardProperty() {
        return forward;
    }

    /** The derivative in the backward pass; null is taken for the activation's own. */
    public ObjectProperty<BackwardChoice> backwardProperty() {
        return backward;
    }

    /** What the two passes see. */
    public ReadOnlyObjectProperty<Probe> probeProperty() {
        return probe.getReadOnlyProperty();
    }

    /** Follows what is on the page; what is gone from it is replaced by the first, and by the own derivative. */
    void show(List<PlottedActivation> plotted) {
        PlottedActivation before = forward.get();
        BackwardChoice chosen = backward.get();
        List<BackwardChoice> choices = new ArrayList<>(List.of(OWN, usual));
        plotted.forEach(one -> choices.add(new BackwardChoice.Of(one)));
        if (!forwards.equals(plotted)) {
            forwards.setAll(plotted);
            backwards.setAll(choices);
            forward.set(
                    before != null && plotted.contains(before)
                            ? before
                            : plotted.isEmpty() ? null : plotted.getFirst());
            backward.set(choices.contains(chosen) ? chosen : OWN);
        }
        refresh();
    }

    private void refresh() {
        PlottedActivation plotted = forward.get();
        BackwardChoice choice = backward.get();
        probe.set(plotted == null ? Probe.NONE : of(plotted, (choice == null ? OWN : choice).derivative()));
    }

    private static Probe of(PlottedActivation plotted, BackwardDerivative derivative) {
        Activation f = plotted.activation();
        List<Double> kink = jumps(f);
        Curve value = new Curve("forward: " + f.label(), plotted.slot(), f::value, List.of());
        Curve own = new Curve("own derivative", plotted.slot(), f::firstDerivative, kink);
        return switch (derivative) {
            case BackwardDerivative.Own _ ->
                new Probe(
                        List.of(value),
                        List.of(own),
                        "Both passes agree: " + f.label() + " forwards and its own derivative backwards.");
            case BackwardDerivative.Surrogate surrogate -> {
                Activation g = surrogate.activation();
                // Neighbouring slots differ in colour and line style.
                int slot = plotted.slot() + 1;
                Curve believed = new Curve("backward believes: " + g.label(), slot, g::value, List.of());
                Curve used = new Curve("used: " + derivative.label(), slot, g::firstDerivative, jumps(g));
                yield new Probe(List.of(value, believed), List.of(own, used), difference(f, g));
            }
        };
    }

    private static List<Double> jumps(Activation f) {
        return ZeroLimits.of(f::firstDerivative).jumps() ? List.of(0.0) : List.of();
    }

    private static String difference(Activation f, Activation g) {
        DoubleUnaryOperator gap = x -> g.firstDerivative(x) - f.firstDerivative(x);
        Peak peak = Peak.of(gap);
        if (peak.size() == 0) {
            return "Both derivatives are the same.";
        }
        return "The derivative used differs from the network's own by " + ActivationWords.number(peak.size())
                + " at most, " + ActivationWords.place(peak, ZeroLimits.of(gap)) + ".";
    }
}
