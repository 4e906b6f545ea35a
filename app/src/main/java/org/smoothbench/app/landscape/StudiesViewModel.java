package org.smoothbench.app.landscape;

import java.util.List;
import java.util.Optional;
import org.smoothbench.core.landscape.Landscape;

/** Which stored study is shown: landscapes of all models with the same settings. FX thread only. */
final class StudiesViewModel {

    private final SlotsViewModel slots;
    private final DrawnViewModel drawn;
    private final SettingsViewModel settings;
    private final Shelf shelf;
    private String study = "";

    StudiesViewModel(SlotsViewModel slots, DrawnViewModel drawn, SettingsViewModel settings, Shelf shelf) {
        this.slots = slots;
        this.drawn = drawn;
        this.settings = settings;
        this.shelf = shelf;
        shelf.entriesProperty().subscribe(this::openFirst);
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

    /** Something is computed that is no stored study yet. */
    void leave() {
        drawn.pickProperty().set(Optional.empty());
        study = "";
    }

    /** A landscape is there and kept: its study is the one that is shown. */
    void arrived(Landscape landscape) {
        study = landscape.report().study();
        readShelf();
    }

    /** Reads anew what lies in the models' folders. */
    void readShelf() {
        shelf.read(slots.all().stream().map(slot -> slot.model().directory()).toList());
    }

    /** Shows what is stored of the present study, or else of the first one in the list. */
    private void openFirst() {
        List<StudyEntry.Study> studies = shelf.entriesProperty().get().stream()
                .filter(StudyEntry.Study.class::isInstance)
                .map(StudyEntry.Study.class::cast)
                .toList();
        Optional<StudyEntry.Study> known =
                studies.stream().filter(one -> one.study().equals(study)).findFirst();
        boolean empty = slots.all().stream()
                .noneMatch(slot -> slot.busy() || slot.anyLandscape().isPresent());
        if (known.isPresent()) {
            openMissing(known.get());
        } else if (empty && study.isEmpty() && !studies.isEmpty()) {
            open(studies.getFirst());
        }
    }

    private void openMissing(StudyEntry.Study entry) {
        for (SlotViewModel slot : slots.all()) {
            if (slot.stateProperty().get() instanceof SlotState.Nothing && !slot.busy()) {
                open(entry, slot);
            }
        }
    }

    /** Shows a stored study: of each model its landscape, if it has one. */
    void open(StudyEntry.Study entry) {
        study = entry.study();
        drawn.pickProperty().set(Optional.empty());
        StoredLandscape.Whole any = entry.any();
        settings.show(any.report().spec());
        settings.weightsProperty()
                .set(SettingsViewModel.Weights.of(
                        any.report().subject().checkpoint(),
                        any.report().subject().averaged()));
        for (SlotViewModel slot : slots.all()) {
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
}
