package org.smoothbench.app.landscape;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.run.RunDirectory;

/** Has landscapes computed, for all models on the page. FX thread only. */
final class OrdersViewModel {

    private static final long PAUSE_MILLIS = 300;

    private final SlotsViewModel slots;
    private final StudiesViewModel studies;
    private final DrawnViewModel drawn;
    private final SettingsViewModel settings;
    private final LandscapeMaker work;
    private final Executor fxThread;

    OrdersViewModel(
            SlotsViewModel slots,
            StudiesViewModel studies,
            DrawnViewModel drawn,
            SettingsViewModel settings,
            LandscapeMaker work,
            Executor fxThread) {
        this.slots = slots;
        this.studies = studies;
        this.drawn = drawn;
        this.settings = settings;
        this.work = work;
        this.fxThread = fxThread;
        settings.editsProperty().subscribe((_, _) -> computeSoon());
    }

    /** Follows the settings where that is quick; while they still change, not every change is worth it. */
    private void computeSoon() {
        long edit = settings.editsProperty().get();
        CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, fxThread)
                .execute(() -> {
                    boolean last = edit == settings.editsProperty().get();
                    boolean quick =
                            settings.spec().filter(LandscapeSettings::quick).isPresent();
                    if (last
                            && quick
                            && settings.liveProperty().get()
                            && drawn.staleProperty().get()) {
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
        studies.leave();
        for (SlotViewModel slot : slots.all()) {
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
            case PlaneSpec.AdversarialOther plane when !plane.other().isEmpty() -> slots.run(plane.other());
            case PlaneSpec.AdversarialOther _, PlaneSpec.Line _ -> slots.after(slot);
            case PlaneSpec.OfImages _, PlaneSpec.OfWeights _ -> Optional.empty();
        };
    }
}
