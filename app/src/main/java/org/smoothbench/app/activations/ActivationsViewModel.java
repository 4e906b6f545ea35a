package org.smoothbench.app.activations;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.viz.curve.Curve;
import org.smoothbench.viz.curve.Interval;

/** Which activations are on the page and how they are looked at; it outlives the page's being left. FX thread only. */
public final class ActivationsViewModel {

    /** The slots behind one of each kind. */
    private static final int FIRST_SPARE_SLOT = Activation.usual().size();

    /** The widest and the narrowest look at the kink, as powers of ten. */
    private static final double LARGEST_REACH = 0;

    private static final double SMALLEST_REACH = -6;

    private final ObservableList<PlottedActivation> plotted = FXCollections.observableArrayList();
    private final ObservableSet<Integer> hidden = FXCollections.observableSet();
    private final ObservableSet<Integer> hiddenInProbe = FXCollections.observableSet();
    private final ReadOnlyObjectWrapper<Curves> curves = new ReadOnlyObjectWrapper<>(this, "curves", Curves.NONE);
    private final ReadOnlyObjectWrapper<Optional<SecondRange>> secondRange =
            new ReadOnlyObjectWrapper<>(this, "secondRange", Optional.empty());
    private final BooleanProperty fullHeight = new SimpleBooleanProperty(this, "fullHeight", false);
    private final DomainViewModel domain = new DomainViewModel(Preset.FIGURE_1.domain());
    private final ObjectProperty<@Nullable Interval> window = new SimpleObjectProperty<>(this, "window", null);
    private final ObjectProperty<Double> kinkReach = new SimpleObjectProperty<>(this, "kinkReach", -1.0);
    private final ObjectProperty<Sight> sight = new SimpleObjectProperty<>(this, "sight", Sight.CURVES);
    private final ProbeViewModel probe = new ProbeViewModel();

    /** Begins with the paper's figure 1. */
    public ActivationsViewModel() {
        plotted.addListener((ListChangeListener<PlottedActivation>) _ -> refresh());
        hidden.addListener((SetChangeListener<Integer>) _ -> refreshRange());
        domain.domainProperty().subscribe(_ -> window.set(null));
        probe.forwardProperty().subscribe(_ -> hiddenInProbe.clear());
        show(Preset.FIGURE_1);
    }

    /** Shows a preset instead of what is there. */
    public void show(Preset preset) {
        plotted.clear();
        hidden.clear();
        preset.activations().forEach(this::add);
        domain.show(preset.domain());
        window.set(null);
    }

    /** Whether one more can be told from the others. */
    public boolean canAdd(Activation activation) {
        return freeSlot(activation) >= 0;
    }

    /** Puts an activation on the page, if there is a colour and line style left for it. */
    public void add(Activation activation) {
        int slot = freeSlot(activation);
        if (slot >= 0) {
            PlottedActivation one = new PlottedActivation(slot, activation);
            one.activationProperty().subscribe((_, _) -> refresh());
            plotted.add(one);
        }
    }

    /** Takes one off the page. */
    public void remove(PlottedActivation one) {
        hidden.remove(one.slot());
        plotted.remove(one);
    }

    /** What is on the page; change it by {@link #add} and {@link #remove}. */
    public ObservableList<PlottedActivation> plotted() {
        return plotted;
    }

    /** The slots that the legend has switched off. */
    public ObservableSet<Integer> hidden() {
        return hidden;
    }

    /** The slots that the probe's legend has switched off. */
    public ObservableSet<Integer> hiddenInProbe() {
        return hiddenInProbe;
    }

    /** The functions to draw. */
    public ReadOnlyObjectProperty<Curves> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /** What to show of the second derivatives unless they are wanted whole; nothing if all peaks fit. */
    public ReadOnlyObjectProperty<Optional<SecondRange>> secondRangeProperty() {
        return secondRange.getReadOnlyProperty();
    }

    /** Whether sharp peaks of second derivatives are shown whole all the same. */
    public BooleanProperty fullHeightProperty() {
        return fullHeight;
    }

    /** The x that can be seen without zooming. */
    public DomainViewModel domain() {
        return domain;
    }

    /** The x that are seen; null for the whole domain. */
    public ObjectProperty<@Nullable Interval> windowProperty() {
        return window;
    }

    /** How far the look at the kink reaches from 0, as a power of ten from -6 to 0. */
    public ObjectProperty<Double> kinkReachProperty() {
        return kinkReach;
    }

    /** The x around the kink. */
    public static Interval kinkDomain(double reach) {
        double size = Math.pow(10, Math.clamp(reach, SMALLEST_REACH, LARGEST_REACH));
        return new Interval(-size, size);
    }

    /** What is shown of the activations. */
    public ObjectProperty<Sight> sightProperty() {
        return sight;
    }

    /** One activation with another derivative behind it. */
    public ProbeViewModel probe() {
        return probe;
    }

    private List<PlottedActivation> shown() {
        return plotted.stream().filter(one -> !hidden.contains(one.slot())).toList();
    }

    private void refresh() {
        curves.set(Curves.of(plotted));
        probe.show(List.copyOf(plotted));
        refreshRange();
    }

    private void refreshRange() {
        secondRange.set(SecondRange.of(shown()));
    }

    /** A kind keeps its slot, so that its colour is the same in every set; a second one of the kind takes a spare one. */
    private int freeSlot(Activation activation) {
        List<Integer> taken = plotted.stream().map(PlottedActivation::slot).toList();
        int own = kind(activation);
        return IntStream.concat(IntStream.of(own), IntStream.range(FIRST_SPARE_SLOT, Curve.SLOTS))
                .filter(slot -> !taken.contains(slot))
                .findFirst()
                .orElse(-1);
    }

    private static int kind(Activation activation) {
        List<? extends Class<?>> kinds =
                Activation.usual().stream().map(Object::getClass).toList();
        return Objects.checkIndex(kinds.indexOf(activation.getClass()), kinds.size());
    }
}
