package org.smoothbench.app.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.app.follow.LibrarySnapshot;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.viz.scatter.ScatterPoint;

@SuppressWarnings("NullAway.Init")
final class CompareViewModelTest {

    private static final String RESULT = """
            {"schema": 1, "label": "AutoAttack standard, L-inf, eps 8/255", "plan": {"seed": 3},
             "evaluated": {"weights": "best"}, "examples": 200,
             "clean": {"count": 120, "of": 200, "share": 0.6, "low": 0.53, "high": 0.67},
             "robust": {"count": 60, "of": 200, "share": 0.3, "low": 0.24, "high": 0.37},
             "stages": [], "classes": [], "flags": [], "seconds": 12}
            """;

    @TempDir
    Path root;

    private final RunListViewModel list = new RunListViewModel(Optional.empty());
    private final ObservableList<String> compared = FXCollections.observableArrayList();
    private final CompareViewModel model = new CompareViewModel(list, compared);
    private FakeRuns fake;
    private LibraryFollower follower;

    @BeforeEach
    void follow() {
        fake = new FakeRuns(root);
        follower = new LibraryFollower(new RunLibrary(root, Clock.systemUTC()), new RunReader());
    }

    private void look() {
        LibrarySnapshot snapshot = follower.poll(Optional.empty(), Set.copyOf(compared));
        list.show(snapshot.runs());
        model.show(snapshot.details());
    }

    private RunDirectory seeded(String id, int seed, double clean, double robust) throws IOException {
        RunDirectory run = fake.create(id, "silu-s" + seed, "silu");
        fake.seed(run, seed);
        fake.epoch(run, 15, clean, robust, 2);
        return run;
    }

    @Test
    void seedsShareAPointWithWhiskers() throws IOException {
        seeded("1-a", 0, 0.50, 0.20);
        seeded("2-b", 1, 0.54, 0.28);
        fake.finished("3-c", "other");
        compared.setAll("1-a", "2-b", "3-c");
        look();
        assertThat(model.points()).extracting(ScatterPoint::label).containsExactly("silu (n = 2)", "other");
        ScatterPoint silu = model.points().getFirst();
        assertThat(silu.x()).isCloseTo(24, within(1e-9));
        assertThat(silu.y()).isCloseTo(52, within(1e-9));
        // Of two values, the difference over the root of two.
        assertThat(silu.xDeviation()).isCloseTo(8 / Math.sqrt(2), within(1e-9));
        assertThat(silu.details())
                .contains("last while training: PGD-10, eps 8/255, step 2/255 on 500 images")
                .contains("mean ± standard deviation, n = 2, seeds 0, 1");
        assertThat(model.points().getLast().xDeviation()).isNaN();
        assertThat(model.points().getLast().marker()).isNotEqualTo(silu.marker());

        model.overSeedsProperty().set(false);
        assertThat(model.points()).hasSize(3);
    }

    @Test
    void whatWasMeasuredDifferentlyDoesNotStandBesideTheOthers() throws IOException {
        fake.finished("1-a", "alpha");
        RunDirectory other = fake.finished("2-b", "beta");
        Files.writeString(
                other.experiment(),
                Files.readString(other.experiment()).replace("\"examples\": 500", "\"attack\": {\"steps\": 50}"));
        fake.finished("3-c", "gamma");
        fake.create("4-d", "delta", "relu");
        compared.setAll("1-a", "2-b", "3-c", "4-d");
        model.overSeedsProperty().set(false);
        look();
        assertThat(model.points()).extracting(ScatterPoint::label).containsExactly("alpha", "gamma");
        assertThat(model.leftOutProperty().get())
                .contains("beta (measured otherwise: last while training: PGD-50")
                .contains("delta (nothing measured)");
    }

    @Test
    void pointsOfAveragedWeightsAreSaidToBe() throws IOException {
        RunDirectory one = fake.finished("1-a", "alpha");
        fake.finished("2-b", "beta");
        compared.setAll("1-a", "2-b");
        look();
        assertThat(model.averagedProperty().get()).isEmpty();
        fake.averaging(one);
        follower = new LibraryFollower(new RunLibrary(root, Clock.systemUTC()), new RunReader());
        model.overSeedsProperty().set(false);
        look();
        assertThat(model.averagedProperty().get()).isEqualTo("Accuracies of the averaged weights: alpha");
        assertThat(model.points().getFirst().details()).anyMatch(line -> line.contains("of the averaged weights"));
        assertThat(model.tableProperty().get().csv()).contains("on 500 images, of the averaged weights");

        Files.writeString(
                Files.createDirectories(one.evaluations().resolve("last-autoattack"))
                        .resolve("result.json"),
                RESULT.replace("\"weights\": \"best\"", "\"weights\": \"last, averaged\""));
        look();
        assertThat(model.sources().stream().map(NumberSource::conditions))
                .anyMatch(words -> words.endsWith("on 200 images, last checkpoint, averaged weights"));
    }

    @Test
    void anEvaluationIsASourceOfItsOwn() throws IOException {
        RunDirectory run = fake.finished("1-a", "alpha");
        Files.writeString(
                Files.createDirectories(run.evaluations().resolve("best-autoattack"))
                        .resolve("result.json"),
                RESULT);
        compared.setAll("1-a");
        look();
        NumberSource autoAttack = model.sources().stream()
                .filter(source -> source.kind() == NumberSource.Kind.EVALUATION)
                .findFirst()
                .orElseThrow();
        model.sourceProperty().set(Optional.of(autoAttack));
        assertThat(model.points()).extracting(ScatterPoint::x).containsExactly(30.0);
        assertThat(model.points().getFirst().details()).anyMatch(line -> line.contains("AutoAttack standard"));
    }

    @Test
    void thePapersPointsAreMarkedAsSuch() throws IOException {
        fake.finished("1-a", "alpha");
        look();
        assertThat(model.notes()).isEmpty();
        model.published().add(PublishedSet.PAPER);
        assertThat(model.notes())
                .containsExactly(
                        "paper, not measured here: ResNet-50, Figure 3 of the paper; PGD-200, eps 4/255, on ImageNet");
        assertThat(model.points().stream().filter(ScatterPoint::reference))
                .extracting(ScatterPoint::label, ScatterPoint::x, ScatterPoint::y)
                .containsExactly(
                        tuple("paper: ReLU", 33.0, 68.8),
                        tuple("paper: SmoothReLU", 40.3, 69.4),
                        tuple("paper: SILU", 42.3, 69.7));
        assertThat(model.points().getFirst().details()).contains("PGD-200, eps 4/255, on ImageNet");
        // The same activation has the same shape, ours and theirs.
        assertThat(model.points().getFirst().marker())
                .isEqualTo(model.points().getLast().marker());
    }

    @Test
    void theReleasedModelsAreASetOfTheirOwn() throws IOException {
        fake.finished("1-a", "alpha");
        look();
        model.published().add(PublishedSet.RELEASED);
        model.published().add(PublishedSet.PAPER);
        assertThat(model.points().stream().filter(ScatterPoint::reference))
                .hasSize(8)
                .extracting(ScatterPoint::label, ScatterPoint::x, ScatterPoint::y)
                .contains(tuple("paper: SILU", 42.3, 69.7), tuple("released: SILU", 41.9, 69.7))
                .contains(tuple("released: GELU", 41.5, 69.9));
        assertThat(model.notes())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("released, not measured here: ResNet-50")
                .contains("PGD-50");
    }

    @Test
    void theTableHasOnlyTheSettingsThatDiffer() throws IOException {
        seeded("1-a", 0, 0.50, 0.20);
        seeded("2-b", 1, 0.54, 0.28);
        fake.finished("3-c", "other, \"quoted\"");
        Files.writeString(root.resolve("3-c").resolve("experiment.json"), "{");
        compared.setAll("1-a", "2-b");
        look();
        SettingsTable table = model.tableProperty().get();
        assertThat(table.columns()).endsWith("evaluations", "runtime.seed").hasSize(8);
        assertThat(table.rows().getLast().cells()).contains("silu-s1", "54.0 %", "28.0 %", "1");
        assertThat(table.csv()).contains("run,state,\"clean, last\"").contains("silu-s0,");
        assertThat(table.markdown().lines()).hasSize(4).element(1).asString().startsWith("|---|");
    }

    @Test
    void twoSpecificationsAreSetBesideEachOther() throws IOException {
        seeded("1-a", 0, 0.50, 0.20);
        fake.finished("2-b", "beta");
        look();
        DiffViewModel diff = model.diff();
        diff.choose(diff.leftProperty(), "run 1-a");
        diff.choose(diff.rightProperty(), "run 2-b");
        assertThat(diff.linesProperty().get())
                .containsExactly(new SettingsDiff.Line("model.activation", "silu", "relu"));
        int differing = diff.linesProperty().get().size();
        diff.allProperty().set(true);
        assertThat(diff.linesProperty().get()).hasSizeGreaterThan(30 * differing);

        diff.allProperty().set(false);
        diff.choose(diff.rightProperty(), "preset figure3-silu");
        assertThat(diff.linesProperty().get())
                .extracting(SettingsDiff.Line::path)
                .contains("training.epochs", "model.depth")
                .doesNotContain("model.activation");
    }

    @Test
    void choicesSurvive() {
        model.sightProperty().set(Sight.DIFF);
        model.published().add(PublishedSet.RELEASED);
        CompareViewModel again = new CompareViewModel(list, compared);
        CompareMemory.restore(again, CompareMemory.of(model));
        assertThat(CompareMemory.of(again)).isEqualTo(CompareMemory.of(model));
    }
}
