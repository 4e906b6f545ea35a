package org.smoothbench.app.adversary;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.smoothbench.core.probe.ProbeThread;
import org.smoothbench.core.probe.Urgency;
import org.smoothbench.core.probe.bench.TransferMatrix;
import org.smoothbench.core.probe.bench.TransferStudy;

/** Whose examples fool whom. FX thread only. */
final class TransferViewModel {

    private final Executor fxThread;
    private final Question<TransferMatrix> matrix;
    private final IntegerProperty images = new SimpleIntegerProperty(this, "images", 32);
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper(this, "progress", "");
    private List<String> names = List.of();
    private AttackSettings by = AttackSettings.USUAL;

    TransferViewModel(ProbeThread probe, Executor fxThread) {
        this.fxThread = fxThread;
        matrix = new Question<>(probe, fxThread, "transfer", Urgency.SOON);
    }

    Question<TransferMatrix> matrix() {
        return matrix;
    }

    /** How many images are wanted. */
    IntegerProperty imagesProperty() {
        return images;
    }

    /** How far it is, or that it is of other settings, in words. */
    ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What the models of the newest matrix are called. */
    List<String> names() {
        return names;
    }

    /** How the newest matrix was asked for. */
    AttackSettings by() {
        return by;
    }

    void compute(List<BenchModel> models, AttackSettings settings) {
        if (models.size() < 2) {
            progress.set("A matrix needs two models that could be opened and have the same test images");
            return;
        }
        matrix.drop();
        names = models.stream().map(BenchModel::title).toList();
        by = settings;
        progress.set("Looking for images that all models get right…");
        matrix.ask(new TransferStudy(
                models.stream().map(BenchModel::choice).toList(),
                images.get(),
                settings.bench(),
                at -> fxThread.execute(() -> told(at))));
    }

    /** Says so if the attack has been changed since. */
    void outdate(AttackSettings now) {
        if (matrix.state().answer().isPresent()) {
            progress.set(now.equals(by) ? "" : "Of the settings below, not of the present ones");
        }
    }

    private void told(TransferStudy.Progress at) {
        if (matrix.state().working()) {
            progress.set(
                    at.of() == 0
                            ? "%d of %d images found that all models get right".formatted(at.images(), at.wanted())
                            : "%d of %d examples made and shown to all".formatted(at.examples(), at.of()));
        }
        if (at.of() > 0 && at.examples() == at.of()) {
            progress.set("");
        }
    }
}
