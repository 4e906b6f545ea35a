package org.smoothbench.app.landscape;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.problem.ProblemException;

/** The image that is chosen, and what each model says of it. FX thread only. */
final class PickerViewModel {

    private final LandscapeViewModel page;
    private final TestImages images;
    private final Executor fxThread;
    private final ReadOnlyObjectWrapper<Optional<TestImages.Looked>> image =
            new ReadOnlyObjectWrapper<>(this, "image", Optional.empty());
    private final ObservableList<Judgement> judgements = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");
    private boolean seen;
    private long asked;

    /** What a model says of the image. */
    record Judgement(ShownModel model, TestImages.Looked looked) {

        boolean correct() {
            return looked.predicted() == looked.label();
        }

        String predicted() {
            return looked.classNames().get(looked.predicted());
        }
    }

    PickerViewModel(LandscapeViewModel page, TestImages images, Executor fxThread) {
        this.page = page;
        this.images = images;
        this.fxThread = fxThread;
        page.slots().addListener((Observable _) -> look());
        page.settings().formProperty().subscribe((before, now) -> {
            if (!before.value().map(LandscapeSpec::image).equals(now.value().map(LandscapeSpec::image))) {
                look();
            }
        });
        page.settings().weightsProperty().subscribe((_, _) -> look());
    }

    /** Begins to look: the page is seen for the first time. */
    void begin() {
        if (!seen) {
            seen = true;
            look();
        }
    }

    /** The image; empty before it is read. */
    ReadOnlyObjectProperty<Optional<TestImages.Looked>> imageProperty() {
        return image.getReadOnlyProperty();
    }

    /** What the models say, as they come; live, to be read only. */
    ObservableList<Judgement> judgements() {
        return judgements;
    }

    /** Why there is no image, in words; empty if there is one. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    private void look() {
        Optional<LandscapeSpec> spec = page.settings().spec();
        if (!seen || spec.isEmpty()) {
            return;
        }
        long number = ++asked;
        judgements.clear();
        trouble.set("");
        if (page.slots().isEmpty()) {
            image.set(Optional.empty());
        }
        for (ShownModel model :
                List.copyOf(page.slots().stream().map(SlotViewModel::model).toList())) {
            TestImages.Wanted wanted = new TestImages.Wanted(
                    model.directory(),
                    page.settings().weightsProperty().get().checkpoint(),
                    page.settings().weightsProperty().get().averaged(),
                    spec.get().image());
            var _ = images.look(wanted)
                    .whenComplete((looked, failure) -> fxThread.execute(() -> {
                        if (number == asked && looked != null) {
                            show(model, looked);
                        } else if (number == asked) {
                            fail(failure);
                        }
                    }));
        }
    }

    private void show(ShownModel model, TestImages.Looked looked) {
        image.set(Optional.of(looked));
        judgements.add(new Judgement(model, looked));
        page.settings().images(OptionalInt.of(looked.count()));
    }

    private void fail(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof ProblemException known) {
            trouble.set(known.problem().line());
        } else if (!(cause instanceof java.util.concurrent.CancellationException)) {
            trouble.set(String.valueOf(cause.getMessage()));
        }
    }
}
