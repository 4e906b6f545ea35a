package org.smoothbench.app.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.app.follow.LibrarySnapshot;
import org.smoothbench.app.follow.RunFeed;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.viz.chart.EventMark;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.chart.Series;

@SuppressWarnings("NullAway.Init")
final class ChartsViewModelTest implements RunFeed {

    @TempDir
    Path root;

    private final RunListViewModel list = new RunListViewModel(Optional.empty());
    private final ObservableList<String> compared = FXCollections.observableArrayList();
    private final ChartsViewModel model =
            new ChartsViewModel(list, compared, row -> row.id().charAt(0) - '0', this);
    private Set<String> followed = Set.of();
    private FakeRuns fake;
    private LibraryFollower follower;

    @BeforeEach
    void follow() {
        fake = new FakeRuns(root);
        follower = new LibraryFollower(new RunLibrary(root, Clock.systemUTC()), new RunReader());
    }

    @Override
    public void select(Optional<String> runId) {}

    @Override
    public void follow(Set<String> runIds) {
        followed = runIds;
    }

    @Override
    public void refresh() {}

    private void look() {
        LibrarySnapshot snapshot =
                follower.poll(list.selected().map(row -> row.id()).or(() -> Optional.of("1-a")), followed);
        list.show(snapshot.runs());
        model.show(snapshot.details());
    }

    private CardViewModel card(String id) {
        return model.cards().stream()
                .filter(card -> card.spec().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Series series(String card, int index) {
        return card(card).lines().series().get(index);
    }

    private void event(RunDirectory run, long time, String type) throws IOException {
        Files.writeString(
                run.events(),
                "{\"time\":" + time + ",\"type\":\"" + type + "\",\"message\":\"" + type + "\"}\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** A run that differs from others of its name in the seed only. */
    private RunDirectory seeded(String id, int seed, double... robust) throws IOException {
        RunDirectory run = fake.create(id, "silu-s" + seed, "silu");
        fake.seed(run, seed);
        for (int i = 0; i < robust.length; i++) {
            fake.epoch(run, i + 1, 0.5, robust[i], 2);
        }
        return run;
    }

    @Test
    void runsThatDifferInTheSeedAloneHaveNamesThatDiffer() throws IOException {
        fake.seed(fake.finished("1-a", "silu"), 3);
        fake.seed(fake.finished("2-b", "silu"), 4);
        compared.setAll("1-a", "2-b");
        look();
        assertThat(model.owners()).extracting(CurveOwner::name).containsExactly("silu · seed 3", "silu · seed 4");
        assertThat(series("loss", 0).name()).isEqualTo("silu · seed 3");

        model.meansProperty().set(true);
        assertThat(model.owners()).extracting(CurveOwner::name).containsExactly("silu, mean of 2 seeds");
    }

    @Test
    void withoutComparedRunsTheSelectedOneIsShown() throws IOException {
        fake.running("1-a", "alpha");
        look();
        assertThat(model.owners()).extracting(CurveOwner::name).containsExactly("alpha");
        assertThat(model.cards()).extracting(card -> card.spec().id()).containsExactly("accuracy", "loss");
        assertThat(card("accuracy").lines().series())
                .extracting(Series::name)
                .containsExactly("alpha · clean", "alpha · robust");
        assertThat(series("accuracy", 1).y(1)).isCloseTo(25.1, within(1e-9));
        assertThat(card("accuracy").conditionsProperty().get())
                .isEqualTo("PGD-10, eps 8/255, step 2/255 on 500 images");
    }

    @Test
    void seriesStayAndGetOnlyWhatIsNew() throws IOException {
        RunDirectory run = fake.running("1-a", "alpha");
        fake.running("2-b", "beta");
        compared.setAll("2-b", "1-a", "gone");
        assertThat(followed).containsExactlyInAnyOrder("1-a", "2-b", "gone");
        look();
        Series before = series("loss", 1);
        assertThat(before.paletteIndex()).isEqualTo(1);

        fake.epoch(run, 3, 0.6, 0.3, 1.5);
        look();
        assertThat(series("loss", 1)).isSameAs(before);
        assertThat(before.size()).isEqualTo(3);

        Files.delete(run.metrics());
        fake.epoch(run, 1, 0.1, 0.05, 2.3);
        look();
        assertThat(before.size()).isEqualTo(1);
    }

    @Test
    void theAxisCountsStepsEpochsOrTime() throws IOException {
        RunDirectory run = fake.running("1-a", "alpha");
        event(run, 500, "started");
        look();
        assertThat(series("loss", 0).x(1)).isEqualTo(2);
        model.xProperty().set(ChartX.STEP);
        assertThat(series("loss", 0).x(1)).isEqualTo(20);
        assertThat(model.extentProperty().get()).isEqualTo(new Range(0, 20));
        model.zoomProperty().set(new Range(5, 15));
        model.xProperty().set(ChartX.RELATIVE);
        assertThat(model.zoomProperty().get()).isNull();
        assertThat(series("loss", 0).x(1)).isEqualTo(1.5);
        model.xProperty().set(ChartX.CLOCK);
        assertThat(series("loss", 0).x(1)).isEqualTo(2);
        assertThat(model.extentProperty().get()).isEqualTo(new Range(1, 2));
    }

    @Test
    void runsThatDifferInTheSeedOnlyHaveAMean() throws IOException {
        seeded("1-a", 0, 0.20, 0.30);
        seeded("2-b", 1, 0.24, 0.36);
        seeded("3-c", 2, 0.28);
        fake.finished("4-d", "other");
        compared.setAll("1-a", "2-b", "3-c", "4-d");
        model.meansProperty().set(true);
        look();
        assertThat(model.owners()).extracting(CurveOwner::name).containsExactly("silu, mean of 3 seeds", "other");
        Series robust = series("accuracy", 1);
        assertThat(robust.y(0)).isCloseTo(24, within(1e-9));
        // The sample standard deviation of 20, 24 and 28.
        assertThat(robust.deviation(0)).isCloseTo(4, within(1e-9));
        assertThat(robust.count(0)).isEqualTo(3);
        assertThat(robust.y(1)).isCloseTo(33, within(1e-9));
        assertThat(robust.count(1)).isEqualTo(2);

        model.xProperty().set(ChartX.CLOCK);
        assertThat(model.owners()).hasSize(4);
    }

    @Test
    void eventsAreMarkedWhereTheyHappened() throws IOException {
        RunDirectory run = fake.running("1-a", "alpha");
        event(run, 500, "started");
        event(run, 1500, "resumed");
        event(run, 1600, "checkpoint");
        event(run, 9000, "collapse");
        look();
        assertThat(card("loss").lines().marks())
                .containsExactly(
                        new EventMark(1, "R", "alpha: resumed"), new EventMark(2, "!", "alpha: collapse detected"));
        model.eventsProperty().set(false);
        assertThat(card("loss").lines().marks()).isEmpty();
    }

    @Test
    void aRunThatIsHiddenIsNotDrawnAndHasNoSayInTheRange() throws IOException {
        fake.running("1-a", "alpha");
        fake.finished("2-b", "beta");
        compared.setAll("1-a", "2-b");
        look();
        assertThat(model.extentProperty().get().max()).isEqualTo(15);
        model.hidden().add("2-b");
        assertThat(model.extentProperty().get().max()).isEqualTo(2);
        assertThat(series("loss", 1).isVisible()).isFalse();
    }

    @Test
    void accuraciesMeasuredDifferentlyAreSaidToBe() throws IOException {
        fake.running("1-a", "alpha");
        RunDirectory other = fake.running("2-b", "beta");
        Files.writeString(
                other.experiment(),
                Files.readString(other.experiment())
                        .replace(
                                "\"examples\": 500", "\"examples\": 500, \"attack\": {\"epsilon\": 4, \"steps\": 20}"));
        compared.setAll("1-a", "2-b");
        look();
        assertThat(card("accuracy").conditionsProperty().get())
                .startsWith("measured differently: alpha with PGD-10, eps 8/255")
                .contains("beta with PGD-20, eps 4/255");
        assertThat(card("loss").conditionsProperty().get()).isEmpty();
    }

    @Test
    void accuraciesOfAveragedWeightsAreSaidToBe() throws IOException {
        fake.averaging(fake.running("1-a", "alpha"));
        compared.setAll("1-a");
        look();
        assertThat(card("accuracy").fullTitle())
                .isEqualTo(
                        "Accuracy on test images (PGD-10, eps 8/255, step 2/255 on 500 images, of the averaged weights)");
        assertThat(card("loss").conditionsProperty().get()).isEmpty();

        fake.running("2-b", "beta");
        compared.setAll("1-a", "2-b");
        look();
        assertThat(card("accuracy").conditionsProperty().get())
                .isEqualTo("PGD-10, eps 8/255, step 2/255 on 500 images; of the averaged weights: alpha");
    }

    @Test
    void choicesSurviveAndGarbageIsPassedOver() throws IOException {
        fake.running("1-a", "alpha");
        look();
        model.xProperty().set(ChartX.STEP);
        model.smoothingProperty().set(0.6);
        card("loss").pinnedProperty().set(true);
        card("loss").logYProperty().set(true);
        model.zoomProperty().set(new Range(3, 7));
        assertThat(model.cards()).extracting(card -> card.spec().id()).containsExactly("loss", "accuracy");

        JsonObject kept = ChartsMemory.of(model);
        ChartsViewModel again = new ChartsViewModel(list, compared, row -> 0, this);
        ChartsMemory.restore(again, kept);
        assertThat(ChartsMemory.of(again)).isEqualTo(kept);

        ChartsMemory.restore(again, JsonParser.parseString("""
                {"x": 7, "smoothing": 5, "means": "yes", "pins": {"a": 1}, "zoom": [4, 4], "logX": [null, "nothing"]}
                """).getAsJsonObject());
        assertThat(again.smoothingProperty().get()).isEqualTo(0.6);
        assertThat(again.zoomProperty().get()).isEqualTo(new Range(3, 7));
    }

    @Test
    void aHundredThousandMeasurementsCostLittleForEachLook() throws IOException {
        RunDirectory run = fake.create("1-a", "alpha", "relu");
        Files.writeString(
                run.metrics(),
                IntStream.rangeClosed(1, 100_000)
                        .mapToObj(i -> "{\"step\":" + i + ",\"epoch\":" + i / 100.0 + ",\"time\":" + i
                                + ",\"train.loss\":2.5}\n")
                        .collect(Collectors.joining()));
        while (model.cards().isEmpty() || series("loss", 0).size() < 100_000) {
            look();
        }
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            Files.writeString(
                    run.metrics(),
                    "{\"step\":200000,\"epoch\":2000,\"time\":200000,\"train.loss\":2.5}\n",
                    StandardOpenOption.APPEND);
            look();
        }
        assertThat(series("loss", 0).size()).isEqualTo(100_020);
        // Reading, judging and showing; far less than the half second between looks even on a busy machine.
        assertThat((System.nanoTime() - start) / 1e6 / 20).isLessThan(60);
    }
}
