package org.smoothbench.app.landscape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.smoothbench.app.charts.ShownRuns;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.viz.field.SectionLine;
import org.smoothbench.viz.surface.GridVertex;

/** The page of loss landscapes; it outlives the page's being left. FX thread only. */
public final class LandscapeViewModel {

    /** More do not fit beside each other. */
    static final int MOST = 4;

    private static final long PAUSE_MILLIS = 300;

    private final RunListViewModel list;
    private final ObservableList<String> compared;
    private final LandscapeMaker work;
    private final Shelf shelf;
    private final Executor fxThread;
    private final SettingsViewModel settings = new SettingsViewModel();
    private final LookViewModel look = new LookViewModel();
    private final MorphViewModel morph;
    private final PickerViewModel picker;
    private final ObservableList<SlotViewModel> slots = FXCollections.observableArrayList();
    private final ObservableList<SlotViewModel> slotsToRead = FXCollections.unmodifiableObservableList(slots);
    private final ReadOnlyStringWrapper leftOut = new ReadOnlyStringWrapper(this, "leftOut", "");
    private final ReadOnlyObjectWrapper<List<Picture>> pictures =
            new ReadOnlyObjectWrapper<>(this, "pictures", List.of());
    private final ObjectProperty<Optional<Pick>> pick = new SimpleObjectProperty<>(this, "pick", Optional.empty());
    private final ReadOnlyObjectWrapper<List<Pick>> picks = new ReadOnlyObjectWrapper<>(this, "picks", List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");
    private final ObjectProperty<Optional<GridVertex>> pointed =
            new SimpleObjectProperty<>(this, "pointed", Optional.empty());
    private final ObjectProperty<Optional<SectionLine>> section =
            new SimpleObjectProperty<>(this, "section", Optional.empty());
    private String study = "";

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
        this.list = list;
        this.compared = compared;
        this.work = work;
        this.fxThread = fxThread;
        this.shelf = new Shelf(shelf, background, fxThread);
        morph = new MorphViewModel(this);
        picker = new PickerViewModel(this, images, fxThread);
        compared.addListener((Observable _) -> refreshRuns());
        list.selectedProperty().subscribe((_, _) -> refreshRuns());
        List<ObservableValue<?>> whatIsDrawn =
                List.of(look.heightProperty(), look.coloursProperty(), look.sharedScaleProperty(), pick);
        whatIsDrawn.forEach(one -> one.subscribe(this::redraw));
        settings.formProperty().subscribe(this::settleStale);
        settings.editsProperty().subscribe((_, _) -> computeSoon());
        settings.weightsProperty().subscribe(this::settleStale);
        this.shelf.entriesProperty().subscribe(this::openFirst);
        refreshRuns();
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
        return slotsToRead;
    }

    /** Which compared runs have no place, in words; empty if all have one. */
    ReadOnlyStringProperty leftOutProperty() {
        return leftOut.getReadOnlyProperty();
    }

    /** What is drawn, in the order of the models that have something. */
    ReadOnlyObjectProperty<List<Picture>> picturesProperty() {
        return pictures.getReadOnlyProperty();
    }

    /** The picture of a model. */
    Optional<Picture> picture(SlotViewModel slot) {
        return pictures.get().stream()
                .filter(one -> one.model().id().equals(slot.model().id()))
                .findFirst();
    }

    /** Which surface was chosen; empty for the usual one. */
    ObjectProperty<Optional<Pick>> pickProperty() {
        return pick;
    }

    /** Which surfaces can be chosen. */
    ReadOnlyObjectProperty<List<Pick>> picksProperty() {
        return picks.getReadOnlyProperty();
    }

    /** Whether something is being computed or read. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether what is shown is not what the settings say. */
    ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** The vertex that is pointed at, in all pictures. */
    ObjectProperty<Optional<GridVertex>> pointedProperty() {
        return pointed;
    }

    /** The line of the cross-section; empty before there is anything to cut. */
    ObjectProperty<Optional<SectionLine>> sectionProperty() {
        return section;
    }

    /** The study that is shown; empty for none. */
    String study() {
        return study;
    }

    /** Takes up the study of an earlier session, as soon as it is found. */
    void resume(String known) {
        study = known;
        openFirst();
    }

    /** Reads anew which runs are shown and what lies in their folders. */
    public void refreshRuns() {
        List<ShownModel> all =
                ShownRuns.of(list, compared).stream().map(ShownModel::of).toList();
        List<ShownModel> shown = all.stream().limit(MOST).toList();
        leftOut.set(
                all.size() <= MOST
                        ? ""
                        : "Only the first %d of the %d compared runs have room here.".formatted(MOST, all.size()));
        boolean changed = false;
        List<SlotViewModel> kept = new ArrayList<>();
        for (ShownModel model : shown) {
            SlotViewModel slot = slots.stream()
                    .filter(one -> one.model().id().equals(model.id()))
                    .findFirst()
                    .orElseGet(() -> slot(model));
            changed |= slot.show(model);
            kept.add(slot);
        }
        if (!slots.equals(kept)) {
            changed = true;
            slots.stream().filter(one -> !kept.contains(one)).forEach(SlotViewModel::cancel);
            slots.setAll(kept);
            readShelf();
        }
        if (changed) {
            redraw();
        }
    }

    private SlotViewModel slot(ShownModel model) {
        SlotViewModel slot = new SlotViewModel(model, fxThread);
        slot.stateProperty().subscribe((_, now) -> {
            redraw();
            if (now instanceof SlotState.Ready(Landscape landscape, boolean whole) && whole) {
                study = landscape.report().study();
                readShelf();
            }
        });
        slot.stageProperty().subscribe((_, _) -> busy.set(slots.stream().anyMatch(SlotViewModel::busy)));
        return slot;
    }

    private void readShelf() {
        shelf.read(slots.stream().map(slot -> slot.model().directory()).toList());
    }

    /** Shows what is stored of the present study, or else of the first one in the list. */
    private void openFirst() {
        List<StudyEntry.Study> studies = shelf.entriesProperty().get().stream()
                .flatMap(entry -> entry instanceof StudyEntry.Study one
                        ? List.of(one).stream()
                        : List.<StudyEntry.Study>of().stream())
                .toList();
        Optional<StudyEntry.Study> known =
                studies.stream().filter(one -> one.study().equals(study)).findFirst();
        boolean empty = slots.stream()
                .noneMatch(slot -> slot.busy() || slot.anyLandscape().isPresent());
        if (known.isPresent()) {
            openMissing(known.get());
        } else if (empty && study.isEmpty() && !studies.isEmpty()) {
            open(studies.getFirst());
        }
    }

    private void openMissing(StudyEntry.Study entry) {
        for (SlotViewModel slot : slots) {
            if (slot.stateProperty().get() instanceof SlotState.Nothing && !slot.busy()) {
                open(entry, slot);
            }
        }
    }

    /** Shows a stored study: of each model its landscape, if it has one. */
    void open(StudyEntry.Study entry) {
        study = entry.study();
        pick.set(Optional.empty());
        StoredLandscape.Whole any = entry.any();
        settings.show(any.report().spec());
        settings.weightsProperty()
                .set(SettingsViewModel.Weights.of(
                        any.report().subject().checkpoint(),
                        any.report().subject().averaged()));
        for (SlotViewModel slot : slots) {
            slot.clear();
            open(entry, slot);
        }
    }

    private void open(StudyEntry.Study entry, SlotViewModel slot) {
        StoredLandscape.Whole stored = entry.landscapes().get(slot.model().id());
        if (stored != null) {
            slot.follow("Reading", _ -> shelf.open(stored.directory()));
        }
    }

    /** Follows the settings where that is quick; while they still change, not every change is worth it. */
    private void computeSoon() {
        long edit = settings.editsProperty().get();
        CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, fxThread)
                .execute(() -> {
                    boolean last = edit == settings.editsProperty().get();
                    boolean quick =
                            settings.spec().filter(LandscapeSettings::quick).isPresent();
                    if (last && quick && settings.liveProperty().get() && stale.get()) {
                        compute();
                    }
                });
    }

    /** Computes what the settings say, for every model. */
    void compute() {
        settings.spec().ifPresent(this::compute);
    }

    /** Computes the same over so many test images. */
    void computeOver(int images) {
        settings.spec().map(spec -> LandscapeSettings.over(spec, images)).ifPresent(spec -> {
            settings.show(spec);
            compute();
        });
    }

    private void compute(LandscapeSpec spec) {
        pick.set(Optional.empty());
        study = "";
        for (SlotViewModel slot : slots) {
            LandscapeMaker.Order order = new LandscapeMaker.Order(
                    slot.model().directory(),
                    settings.weightsProperty().get().checkpoint(),
                    settings.weightsProperty().get().averaged(),
                    spec,
                    other(slot, spec));
            slot.follow("Waiting", heard -> work.begin(order, heard));
        }
    }

    /** The second model of a plane that has one: the one that is named, or else the next on the page. */
    private Optional<RunDirectory> other(SlotViewModel slot, LandscapeSpec spec) {
        return switch (spec.plane()) {
            case PlaneSpec.AdversarialOther plane
            when !plane.other().isEmpty() ->
                list.all().stream()
                        .filter(row -> row.id().equals(plane.other()))
                        .map(row -> row.now().summary().directory())
                        .findFirst();
            case PlaneSpec.AdversarialOther _, PlaneSpec.Line _
            when slots.size() > 1 ->
                Optional.of(slots.get((slots.indexOf(slot) + 1) % slots.size())
                        .model()
                        .directory());
            case PlaneSpec.OfImages _, PlaneSpec.OfWeights _ -> Optional.empty();
        };
    }

    /** Gives up what is being done. */
    void cancel() {
        slots.forEach(SlotViewModel::cancel);
    }

    /** Gives up what is being done; the page is not used any more. */
    public void close() {
        cancel();
    }

    private void redraw() {
        judge();
        List<Pick> possible = slots.stream()
                .flatMap(slot -> slot.landscape().stream())
                .findFirst()
                .map(landscape -> Pick.of(landscape.report()))
                .orElse(List.of());
        if (!possible.equals(picks.get())) {
            picks.set(possible);
        }
        Pick chosen = pick.get()
                .filter(possible::contains)
                .or(() -> possible.stream().findFirst())
                .orElse(Pick.Over.MEAN);
        pictures.set(Pictures.of(
                slots,
                look.heightProperty().get(),
                chosen,
                look.coloursProperty().get(),
                look.sharedScaleProperty().get()));
        settleSection();
        settleStale();
    }

    /** Networks for other images or classes must not stand beside the first without a word. */
    private void judge() {
        Optional<Landscape> first =
                slots.stream().flatMap(slot -> slot.wholeLandscape().stream()).findFirst();
        for (SlotViewModel slot : slots) {
            slot.unfit(first.flatMap(
                            reference -> slot.wholeLandscape().flatMap(other -> Companions.unfit(reference, other)))
                    .orElse(""));
        }
    }

    /** A line that leaves the surfaces cuts nothing. */
    private void settleSection() {
        pictures.get().stream().flatMap(one -> one.field().stream()).findFirst().ifPresent(field -> {
            boolean inside = section.get()
                    .filter(line -> field.xRange().contains(line.fromX())
                            && field.xRange().contains(line.toX())
                            && field.yRange().contains(line.fromY())
                            && field.yRange().contains(line.toY()))
                    .isPresent();
            if (!inside) {
                section.set(Optional.of(
                        new SectionLine(field.xRange().min(), 0, field.xRange().max(), 0)));
            }
        });
    }

    private void settleStale() {
        Optional<LandscapeSpec> wanted = settings.spec();
        Set<Boolean> other = new HashSet<>();
        for (Picture picture : pictures.get().stream().filter(Picture::whole).toList()) {
            LandscapeReport report = picture.landscape().report();
            other.add(!wanted.equals(Optional.of(report.spec()))
                    || SettingsViewModel.Weights.of(
                                    report.subject().checkpoint(),
                                    report.subject().averaged())
                            != settings.weightsProperty().get());
        }
        stale.set(other.contains(true));
    }
}
