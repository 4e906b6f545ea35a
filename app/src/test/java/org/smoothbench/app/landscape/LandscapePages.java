package org.smoothbench.app.landscape;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ObservableList;
import org.smoothbench.app.charts.ChartFiles;
import org.smoothbench.app.fake.FakeLandscapes;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.app.notices.FolderToast;
import org.smoothbench.app.notices.ToastsViewModel;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.core.landscape.DirectionSpec;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.probe.bench.Picture;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;

/** What tests of the page begin with: the runs of a folder, and a page of them that saves into it, all on the FX thread. */
record LandscapePages(Path folder, RunListViewModel list, ToastsViewModel toasts) {

    /** Of one image, PGD-10 x random, 11 x 11. */
    static final LandscapeSpec SPEC =
            new LandscapeSpec(new PlaneSpec.AdversarialRandom(new DirectionSpec.Pgd(10)), 8, 11, 2, 3, 1, true, 5);

    /** What a first look at image 3 of 40 tells. */
    static final TestImages.Looked LOOKED =
            new TestImages.Looked(3, 40, new Picture(3, 4, 5, new float[60]), 1, FakeLandscapes.CLASSES, 2, 0.75);

    /** The runs that lie in a folder now. */
    static LandscapePages of(Path folder) {
        RunListViewModel list = new RunListViewModel(Optional.empty());
        list.show(new LibraryFollower(new RunLibrary(folder, Clock.systemUTC()), new RunReader())
                .poll(Optional.empty(), Set.of())
                .runs());
        return new LandscapePages(folder, list, new ToastsViewModel());
    }

    /** Two finished runs, {@code 1-a} with a kink at 0 and {@code 2-b} without, each with a landscape. */
    static LandscapePages ofTwo(Path folder) throws IOException {
        FakeRuns fake = new FakeRuns(folder);
        FakeLandscapes.keep(SPEC, fake.finished("1-a", "relu"), (a, b) -> Math.abs(a) + b / 4);
        FakeLandscapes.keep(SPEC, fake.finished("2-b", "silu"), (a, b) -> a * a);
        return of(folder);
    }

    /** The page's model of some of the runs, by their ids. */
    LandscapeViewModel model(ObservableList<String> compared, LandscapeMaker work, TestImages images) {
        return new LandscapeViewModel(list, compared, work, images, new LandscapeShelf(), Runnable::run, Runnable::run);
    }

    /** A page whose files get their proposed names in the folder. */
    LandscapeView view(LandscapeViewModel model) {
        return new LandscapeView(
                model,
                new ChartFiles(
                        (name, _) -> Optional.of(folder.resolve(name)),
                        toasts,
                        new FolderToast(_ -> {}, toasts, Runnable::run, Runnable::run),
                        Runnable::run,
                        Runnable::run));
    }
}
