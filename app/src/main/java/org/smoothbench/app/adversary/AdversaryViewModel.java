package org.smoothbench.app.adversary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import org.smoothbench.app.charts.ShownRuns;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.ProbeThread;
import org.smoothbench.core.probe.bench.AttackedImage;
import org.smoothbench.core.probe.bench.BenchSettings;
import org.smoothbench.core.probe.bench.SmallestBudget;
import org.smoothbench.core.probe.bench.TestSet;

/**
 * The models on the bench, the image and the attack. While the page is not seen nothing is computed; what changed meanwhile
 * is caught up on when it is. FX thread only.
 */
public final class AdversaryViewModel {

    /** So many models stand side by side. */
    static final int MOST_MODELS = 4;

    private final RunListViewModel list;
    private final ObservableList<String> compared;
    private final ProbeThread probe;
    private final Executor fxThread;
    private final ObservableBooleanValue seen;
    private final ImagesViewModel images;
    private final TransferViewModel transfer;
    private final ReadOnlyObjectWrapper<List<BenchModel>> models =
            new ReadOnlyObjectWrapper<>(this, "models", List.of());
    private final ReadOnlyObjectWrapper<Integer> leftOut = new ReadOnlyObjectWrapper<>(this, "leftOut", 0);
    private final ObjectProperty<AttackSettings> settings =
            new SimpleObjectProperty<>(this, "settings", AttackSettings.USUAL);
    private final ObjectProperty<Weights> weights = new SimpleObjectProperty<>(this, "weights", Weights.BEST);
    private final IntegerProperty amplification = new SimpleIntegerProperty(this, "amplification", 16);
    private final IntegerProperty step = new SimpleIntegerProperty(this, "step", -1);
    private final ReadOnlyObjectWrapper<Stops> stops = new ReadOnlyObjectWrapper<>(this, "stops", Stops.NONE);
    private final BooleanProperty transferShown = new SimpleBooleanProperty(this, "transferShown");
    private AttackSettings judgedBy = AttackSettings.USUAL;

    /** Which weights of the runs are attacked. */
    enum Weights {
        BEST("best", false),
        LAST("last", false),
        AVERAGED("averaged", true);

        private final String label;
        private final boolean averaged;

        Weights(String label, boolean averaged) {
            this.label = label;
            this.averaged = averaged;
        }

        String label() {
            return label;
        }

        ModelChoice of(RunRowViewModel run) {
            return new ModelChoice(run.now().summary().directory(), this == BEST ? "best" : "last", averaged);
        }
    }

    /**
     * A bench for the compared runs of a list, or for the selected one while none is compared.
     *
     * @param seen whether the page can be seen
     */
    public AdversaryViewModel(
            RunListViewModel list,
            ObservableList<String> compared,
            ProbeThread probe,
            Executor fxThread,
            ObservableBooleanValue seen) {
        this.list = list;
        this.compared = compared;
        this.probe = probe;
        this.fxThread = fxThread;
        this.seen = seen;
        images = new ImagesViewModel(probe, fxThread);
        transfer = new TransferViewModel(probe, fxThread);
        compared.addListener((Observable _) -> refreshModels());
        list.selectedProperty().subscribe((_, _) -> refreshModels());
        list.all().addListener((Observable _) -> refreshModels());
        weights.subscribe((_, _) -> refreshModels());
        seen.addListener((Observable _) -> refreshModels());
        settings.subscribe((_, _) -> attack());
        images.imageProperty().subscribe((_, _) -> {
            step.set(-1);
            models.get().forEach(model -> model.smallest().drop());
            attack();
        });
        refreshModels();
    }

    ReadOnlyObjectProperty<List<BenchModel>> modelsProperty() {
        return models.getReadOnlyProperty();
    }

    /** How many of the compared runs have no place on the bench. */
    ReadOnlyObjectProperty<Integer> leftOutProperty() {
        return leftOut.getReadOnlyProperty();
    }

    ImagesViewModel images() {
        return images;
    }

    TransferViewModel transfer() {
        return transfer;
    }

    ObjectProperty<AttackSettings> settingsProperty() {
        return settings;
    }

    ObjectProperty<Weights> weightsProperty() {
        return weights;
    }

    /** What perturbations are multiplied by when they are shown. */
    IntegerProperty amplificationProperty() {
        return amplification;
    }

    /** How many steps or queries after the start the pictures are of; -1 for the adversarial example. */
    IntegerProperty stepProperty() {
        return step;
    }

    /** The steps there are to go through. */
    ReadOnlyObjectProperty<Stops> stopsProperty() {
        return stops.getReadOnlyProperty();
    }

    /** Whether the transfer matrix is shown instead of the steps. */
    BooleanProperty transferShownProperty() {
        return transferShown;
    }

    /** Changes the attack. */
    void change(Function<AttackSettings, AttackSettings> change) {
        settings.set(change.apply(settings.get()));
    }

    /** Goes forwards or back through the steps. */
    void step(int by) {
        if (!stops.get().isEmpty()) {
            step.set(stops.get().from(step.get(), by));
        }
    }

    /** Seeks the smallest budget of each model. */
    void searchSmallest() {
        usable().forEach(model -> model.searchSmallest(images.imageProperty().get(), settings.get()));
    }

    /** Makes the transfer matrix. */
    void computeTransfer() {
        transfer.compute(usable(), settings.get());
    }

    /** The models that are open and have the same images as the first. */
    List<BenchModel> usable() {
        Optional<TestSet> first = images.setProperty().get();
        return first.map(set ->
                        models.get().stream().filter(each -> each.fits(set)).toList())
                .orElse(List.of());
    }

    private void refreshModels() {
        if (!seen.get()) {
            return;
        }
        List<RunRowViewModel> runs = ShownRuns.of(list, compared);
        leftOut.set(Math.max(0, runs.size() - MOST_MODELS));
        Map<ModelChoice, BenchModel> known =
                models.get().stream().collect(Collectors.toMap(BenchModel::choice, each -> each));
        List<BenchModel> now = new ArrayList<>();
        for (RunRowViewModel run : runs.subList(0, Math.min(MOST_MODELS, runs.size()))) {
            ModelChoice choice = weights.get().of(run);
            BenchModel model = known.get(choice);
            now.add(model != null && model.title().equals(run.now().title()) ? model : opened(run, choice));
        }
        if (!now.equals(models.get())) {
            models.get().stream().filter(each -> !now.contains(each)).forEach(BenchModel::close);
            models.set(List.copyOf(now));
            // A model that was open already does not tell again that it is.
            arrived();
        }
    }

    private BenchModel opened(RunRowViewModel run, ModelChoice choice) {
        BenchModel model = new BenchModel(run.now().title(), run.colourProperty(), choice, probe, fxThread);
        model.set().stateProperty().subscribe((_, now) -> {
            if (!now.working() && models.get().contains(model)) {
                arrived();
            }
        });
        model.attack().stateProperty().subscribe((_, _) -> countSteps());
        model.open();
        return model;
    }

    /** A model was opened or could not be. */
    private void arrived() {
        Optional<BenchModel> first = models.get().stream()
                .filter(each -> each.set().state().answer().isPresent())
                .findFirst();
        images.show(first, settings.get());
        judgedBy = settings.get();
        attack();
    }

    private void attack() {
        if (!seen.get() || images.setProperty().get().isEmpty()) {
            return;
        }
        int image = images.imageProperty().get();
        for (BenchModel model : usable()) {
            model.attack(image, settings.get());
            if (model.smallest().state().answer().filter(this::madeOtherwise).isPresent()) {
                model.smallest().drop();
            }
        }
        if (!judgedBy.equals(settings.get())) {
            judgedBy = settings.get();
            images.judge(settings.get());
        }
        transfer.outdate(settings.get());
    }

    /** The budget does not matter, since the search changes it. */
    private boolean madeOtherwise(SmallestBudget found) {
        BenchSettings now = settings.get().bench().within(found.how().threat());
        return settings.get().l2() != (found.how().threat() instanceof ThreatModel.L2)
                || !found.how().equals(now);
    }

    private void countSteps() {
        List<AttackedImage> attacks = models.get().stream()
                .flatMap(model -> model.attack().state().answer().stream())
                .toList();
        stops.set(Stops.of(attacks));
        int last = stops.get().last();
        if (step.get() > last) {
            step.set(last == 0 ? -1 : last);
        }
    }
}
