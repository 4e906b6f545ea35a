package org.smoothbench.app.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.smoothbench.app.charts.ShownRuns;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.run.RunDirectory;

/** Which models stand on the page: the compared runs, or else the selected one. FX thread only. */
final class SlotsViewModel {

    private final RunListViewModel list;
    private final ObservableList<String> compared;
    private final Executor fxThread;
    private final Runnable changed;
    private final Consumer<Landscape> arrived;
    private final ObservableList<SlotViewModel> slots = FXCollections.observableArrayList();
    private final ObservableList<SlotViewModel> slotsToRead = FXCollections.unmodifiableObservableList(slots);
    private final ReadOnlyStringWrapper leftOut = new ReadOnlyStringWrapper(this, "leftOut", "");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    /**
     * No models before the first {@link #refresh}.
     *
     * @param changed is told that a model or what there is of it is another
     * @param arrived is given what has been computed or read as a whole
     */
    SlotsViewModel(
            RunListViewModel list,
            ObservableList<String> compared,
            Executor fxThread,
            Runnable changed,
            Consumer<Landscape> arrived) {
        this.list = list;
        this.compared = compared;
        this.fxThread = fxThread;
        this.changed = changed;
        this.arrived = arrived;
    }

    /** The models, at most {@value LandscapeViewModel#MOST}; live, to be read only. */
    ObservableList<SlotViewModel> all() {
        return slotsToRead;
    }

    /** Which compared runs have no place, in words; empty if all have one. */
    ReadOnlyStringProperty leftOutProperty() {
        return leftOut.getReadOnlyProperty();
    }

    /** Whether something is being computed or read. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Reads anew which runs are shown. */
    void refresh() {
        List<ShownModel> all =
                ShownRuns.of(list, compared).stream().map(ShownModel::of).toList();
        leftOut.set(
                all.size() <= LandscapeViewModel.MOST
                        ? ""
                        : "Only the first %d of the %d compared runs have room here."
                                .formatted(LandscapeViewModel.MOST, all.size()));
        boolean news = false;
        List<SlotViewModel> kept = new ArrayList<>();
        for (ShownModel model : all.stream().limit(LandscapeViewModel.MOST).toList()) {
            SlotViewModel slot = slots.stream()
                    .filter(one -> one.model().id().equals(model.id()))
                    .findFirst()
                    .orElseGet(() -> slot(model));
            news |= slot.show(model);
            kept.add(slot);
        }
        if (!slots.equals(kept)) {
            news = true;
            slots.stream().filter(one -> !kept.contains(one)).forEach(SlotViewModel::cancel);
            slots.setAll(kept);
        }
        if (news) {
            changed.run();
        }
    }

    private SlotViewModel slot(ShownModel model) {
        SlotViewModel slot = new SlotViewModel(model, fxThread);
        slot.stateProperty().subscribe((_, now) -> {
            changed.run();
            if (now instanceof SlotState.Ready(Landscape landscape, boolean whole) && whole) {
                arrived.accept(landscape);
            }
        });
        slot.stageProperty().subscribe((_, _) -> busy.set(slots.stream().anyMatch(SlotViewModel::busy)));
        return slot;
    }

    /** Networks for other images or classes must not stand beside the first without a word. */
    void judge() {
        Optional<Landscape> first =
                slots.stream().flatMap(slot -> slot.wholeLandscape().stream()).findFirst();
        for (SlotViewModel slot : slots) {
            slot.unfit(first.flatMap(
                            reference -> slot.wholeLandscape().flatMap(other -> Companions.unfit(reference, other)))
                    .orElse(""));
        }
    }

    /** The folder of the model after another one, around; none if there is only one. */
    Optional<RunDirectory> after(SlotViewModel slot) {
        return slots.size() < 2
                ? Optional.empty()
                : Optional.of(slots.get((slots.indexOf(slot) + 1) % slots.size())
                        .model()
                        .directory());
    }

    /** The folder of any run in the list. */
    Optional<RunDirectory> run(String id) {
        return list.all().stream()
                .filter(row -> row.id().equals(id))
                .map(row -> row.now().summary().directory())
                .findFirst();
    }

    /** Gives up what is being done. */
    void cancel() {
        slots.forEach(SlotViewModel::cancel);
    }
}
