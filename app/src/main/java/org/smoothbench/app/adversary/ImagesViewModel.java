package org.smoothbench.app.adversary;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.smoothbench.core.probe.ProbeThread;
import org.smoothbench.core.probe.Urgency;
import org.smoothbench.core.probe.bench.GridLook;
import org.smoothbench.core.probe.bench.Picture;
import org.smoothbench.core.probe.bench.TestSet;
import org.smoothbench.core.probe.bench.Thumbnails;
import org.smoothbench.core.probe.bench.Verdict;

/** The test images of the first model: which are shown, which one is attacked, and how the model does. FX thread only. */
final class ImagesViewModel {

    /** Beyond those that are seen, so many are judged on their own. */
    private static final int JUDGED_UNASKED = 256;

    private final Question<List<Picture>> thumbnails;
    private final Question<List<Verdict>> look;
    private final Executor fxThread;
    private final IntegerProperty image = new SimpleIntegerProperty(this, "image", 0);
    private final IntegerProperty classFilter = new SimpleIntegerProperty(this, "classFilter", -1);
    private final ObjectProperty<Shortlist> shortlist = new SimpleObjectProperty<>(this, "shortlist", Shortlist.ALL);
    private final ReadOnlyObjectWrapper<Optional<TestSet>> set =
            new ReadOnlyObjectWrapper<>(this, "set", Optional.empty());
    private final ReadOnlyObjectWrapper<List<Integer>> shown = new ReadOnlyObjectWrapper<>(this, "shown", List.of());
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision", 0);
    private final ReadOnlyStringWrapper judged = new ReadOnlyStringWrapper(this, "judged", "");
    private final Map<Integer, Verdict> verdicts = new HashMap<>();
    private Optional<BenchModel> model = Optional.empty();
    private AttackSettings settings = AttackSettings.USUAL;
    private Set<Integer> seen = new LinkedHashSet<>();
    private Set<Integer> fetched = Set.of();
    private int round;

    ImagesViewModel(ProbeThread probe, Executor fxThread) {
        this.fxThread = fxThread;
        thumbnails = new Question<>(probe, fxThread, "thumbnails", Urgency.NOW);
        look = new Question<>(probe, fxThread, "look at the grid", Urgency.BEHIND);
        classFilter.subscribe((_, _) -> filter());
        shortlist.subscribe((_, _) -> filter());
    }

    /** The index of the image under attack. */
    IntegerProperty imageProperty() {
        return image;
    }

    /** Only images of this class are shown; -1 for all. */
    IntegerProperty classFilterProperty() {
        return classFilter;
    }

    ObjectProperty<Shortlist> shortlistProperty() {
        return shortlist;
    }

    /** The test images; empty while no model is open. */
    ReadOnlyObjectProperty<Optional<TestSet>> setProperty() {
        return set.getReadOnlyProperty();
    }

    /** The indices of the images to show. */
    ReadOnlyObjectProperty<List<Integer>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Grows whenever the images to show, or what is known of them, are others. */
    ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** How many have been judged and how, in words. */
    ReadOnlyStringProperty judgedProperty() {
        return judged.getReadOnlyProperty();
    }

    Optional<Verdict> verdict(int index) {
        return Optional.ofNullable(verdicts.get(index));
    }

    /** Shows the images of a model; none without one. */
    void show(Optional<BenchModel> newModel, AttackSettings newSettings) {
        Optional<TestSet> newSet = newModel.flatMap(each -> each.set().state().answer());
        boolean same = newSet.isPresent()
                && set.get().isPresent()
                && newSet.get().sameImages(set.get().get());
        model = newSet.isPresent() ? newModel : Optional.empty();
        if (!same) {
            fetched = Set.of();
        }
        set.set(newSet);
        newSet.ifPresent(images -> {
            if (classFilter.get() >= images.classNames().size()) {
                classFilter.set(-1);
            }
            image.set(Math.clamp(image.get(), 0, images.labels().size() - 1));
        });
        judge(newSettings);
    }

    /** Judges anew, as model or attack are others. */
    void judge(AttackSettings newSettings) {
        settings = newSettings;
        round++;
        verdicts.clear();
        look.drop();
        filter();
        lookOn();
    }

    /** Is told which images can be seen; they are judged first. */
    void seen(List<Integer> indices) {
        Set<Integer> now = new LinkedHashSet<>(indices);
        if (!now.equals(seen)) {
            seen = now;
            lookOn();
        }
    }

    /** Fetches pictures; hears of each on the FX thread. */
    void fetch(List<Integer> indices, BiConsumer<Integer, Picture> taker) {
        Set<Integer> wanted = Set.copyOf(indices);
        if (model.isEmpty() || (thumbnails.state().working() && fetched.equals(wanted))) {
            return;
        }
        fetched = wanted;
        BenchModel from = model.get();
        List<Integer> order = List.copyOf(indices);
        thumbnails.ask(session -> new Thumbnails(from.choice(), order)
                .advance(session)
                .map(pictures -> {
                    fxThread.execute(() -> {
                        if (model.filter(from::equals).isPresent()) {
                            for (int i = 0; i < order.size(); i++) {
                                taker.accept(order.get(i), pictures.get(i));
                            }
                        }
                    });
                    return pictures;
                }));
    }

    private void lookOn() {
        if (model.isEmpty() || set.get().isEmpty()) {
            return;
        }
        Set<Integer> open = new LinkedHashSet<>(seen);
        shown.get().stream().limit(JUDGED_UNASKED).forEach(open::add);
        if (shortlist.get() != Shortlist.ALL) {
            // What a shortlist shows is judged already; what it may show is not.
            spread(set.get().get()).forEach(open::add);
        }
        open.removeIf(index -> verdicts.containsKey(index)
                || index >= set.get().get().labels().size()
                || !inClass(set.get().get(), index));
        if (open.isEmpty()) {
            return;
        }
        int own = round;
        look.ask(new GridLook(
                model.get().choice(),
                List.copyOf(open),
                settings.bench(),
                some -> fxThread.execute(() -> take(own, some))));
    }

    private IntStream spread(TestSet images) {
        int size = images.labels().size();
        int step = classFilter.get() >= 0 ? 1 : Math.max(1, size / JUDGED_UNASKED);
        return IntStream.iterate(0, i -> i < size, i -> i + step)
                .filter(i -> inClass(images, i))
                .limit(JUDGED_UNASKED);
    }

    private boolean inClass(TestSet images, int index) {
        return classFilter.get() < 0 || images.labels().get(index) == classFilter.get();
    }

    private void take(int of, List<Verdict> some) {
        if (of == round) {
            some.forEach(verdict -> verdicts.put(verdict.index(), verdict));
            filter();
        }
    }

    private void filter() {
        List<Integer> now = set.get()
                .map(images -> IntStream.range(0, images.labels().size())
                        .filter(i -> inClass(images, i) && wanted(i))
                        .boxed()
                        .toList())
                .orElse(List.of());
        boolean grown = !now.equals(shown.get());
        shown.set(now);
        judged.set(words());
        revision.set(revision.get() + 1);
        if (grown) {
            lookOn();
        }
    }

    private boolean wanted(int index) {
        Verdict verdict = verdicts.get(index);
        return switch (shortlist.get()) {
            case ALL -> true;
            case RIGHT -> verdict != null && !verdict.fooled();
            case FOOLED -> verdict != null && verdict.correct() && verdict.fooled();
            case WRONG -> verdict != null && !verdict.correct();
        };
    }

    private String words() {
        if (set.get().isEmpty()) {
            return "";
        }
        long right = verdicts.values().stream().filter(Verdict::correct).count();
        long stood = verdicts.values().stream().filter(each -> !each.fooled()).count();
        return "%d of %d judged: %d right, %d withstand"
                .formatted(verdicts.size(), set.get().get().labels().size(), right, stood);
    }
}
