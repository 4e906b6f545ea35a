package org.smoothbench.app.landscape;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.viz.field.SectionLine;
import org.smoothbench.viz.surface.GridVertex;

/** The page of loss landscapes; it outlives the page's being left. FX thread only. */
public final class LandscapeViewModel {

    /** More do not fit beside each other. */
    static final int MOST = 4;

    private final SettingsViewModel settings = new SettingsViewModel();
    private final LookViewModel look = new LookViewModel();
    private final SlotsViewModel slots;
    private final DrawnViewModel drawn;
    private final Shelf shelf;
    private final StudiesViewModel studies;
    private final OrdersViewModel orders;
    private final MorphViewModel morph;
    private final PickerViewModel picker;

    /**
     * A page for the runs of a list: the compared ones, or else the selected one.
     *
     * @param work computes landscapes
     * @param images shows images to choose from
     * @param background reads files
     */
    public LandscapeViewModel(
            RunListViewModel list,
            ObservableList<String> compared,
            LandscapeMaker work,
            TestImages images,
            LandscapeShelf shelf,
            Executor background,
            Executor fxThread) {
        this.shelf = new Shelf(shelf, background, fxThread);
        slots = new SlotsViewModel(list, compared, fxThread, this::redraw, this::arrived);
        drawn = new DrawnViewModel(slots, look, settings);
        studies = new StudiesViewModel(slots, drawn, settings, this.shelf);
        orders = new OrdersViewModel(slots, studies, drawn, settings, work, fxThread);
        morph = new MorphViewModel(this);
        picker = new PickerViewModel(this, images, fxThread);
        slots.all().addListener((Observable _) -> studies.readShelf());
        compared.addListener((Observable _) -> refreshRuns());
        list.selectedProperty().subscribe((_, _) -> refreshRuns());
        refreshRuns();
    }

    private void redraw() {
        drawn.redraw();
    }

    private void arrived(Landscape landscape) {
        studies.arrived(landscape);
    }

    /** The settings of the next landscape. */
    SettingsViewModel settings() {
        return settings;
    }

    /** How landscapes are looked at. */
    LookViewModel look() {
        return look;
    }

    /** The first surface on its way to another one. */
    MorphViewModel morph() {
        return morph;
    }

    /** The image to look around. */
    PickerViewModel picker() {
        return picker;
    }

    /** What lies in the runs' folders. */
    Shelf shelf() {
        return shelf;
    }

    /** The models, at most {@value #MOST}; live, to be read only. */
    ObservableList<SlotViewModel> slots() {
        return slots.all();
    }

    /** Which compared runs have no place, in words; empty if all have one. */
    ReadOnlyStringProperty leftOutProperty() {
        return slots.leftOutProperty();
    }

    /** What is drawn, in the order of the models that have something. */
    ReadOnlyObjectProperty<List<Picture>> picturesProperty() {
        return drawn.picturesProperty();
    }

    /** The picture of a model. */
    Optional<Picture> picture(SlotViewModel slot) {
        return picturesProperty().get().stream()
                .filter(one -> one.model().id().equals(slot.model().id()))
                .findFirst();
    }

    /** Which surface was chosen; empty for the usual one. */
    ObjectProperty<Optional<Pick>> pickProperty() {
        return drawn.pickProperty();
    }

    /** Which surfaces can be chosen. */
    ReadOnlyObjectProperty<List<Pick>> picksProperty() {
        return drawn.picksProperty();
    }

    /** Whether something is being computed or read. */
    ReadOnlyBooleanProperty busyProperty() {
        return slots.busyProperty();
    }

    /** Whether what is shown is not what the settings say. */
    ReadOnlyBooleanProperty staleProperty() {
        return drawn.staleProperty();
    }

    /** The vertex that is pointed at, in all pictures. */
    ObjectProperty<Optional<GridVertex>> pointedProperty() {
        return drawn.pointedProperty();
    }

    /** The line of the cross-section; empty before there is anything to cut. */
    ObjectProperty<Optional<SectionLine>> sectionProperty() {
        return drawn.sectionProperty();
    }

    /** The study that is shown; empty for none. */
    String study() {
        return studies.study();
    }

    /** Takes up the study of an earlier session, as soon as it is found. */
    void resume(String known) {
        studies.resume(known);
    }

    /** Reads anew which runs are shown and what lies in their folders. */
    public void refreshRuns() {
        slots.refresh();
    }

    /** Shows a stored study: of each model its landscape, if it has one. */
    void open(StudyEntry.Study entry) {
        studies.open(entry);
    }

    /** Computes what the settings say, for every model. */
    void compute() {
        orders.compute();
    }

    /** Computes the same over so many test images. */
    void computeOver(int images) {
        orders.computeOver(images);
    }

    /** Gives up what is being done. */
    void cancel() {
        slots.cancel();
    }

    /** Gives up what is being done; the page is not used any more. */
    public void close() {
        cancel();
    }
}
