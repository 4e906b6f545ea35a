package org.smoothbench.app.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.editor.FieldState;
import org.smoothbench.app.fake.FakeLandscapes;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.core.landscape.DirectionSpec;
import org.smoothbench.core.landscape.ImagePlane;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.landscape.RoughnessMeasure;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.viz.surface.GridVertex;

@SuppressWarnings("NullAway.Init")
final class LandscapeViewModelTest implements LandscapeMaker, TestImages {

    private static final LandscapeSpec SPEC =
            new LandscapeSpec(new PlaneSpec.AdversarialRandom(new DirectionSpec.Pgd(10)), 8, 21, 2, 3, 1, true, 5);

    @TempDir
    Path root;

    private final RunListViewModel list = new RunListViewModel(Optional.empty());
    private final ObservableList<String> compared = FXCollections.observableArrayList();
    private final List<Order> orders = new ArrayList<>();
    private final List<Consumer<Stage>> heard = new ArrayList<>();
    private final List<CompletableFuture<Landscape>> works = new ArrayList<>();
    private FakeRuns fake;
    private RunDirectory one;
    private RunDirectory two;
    private LandscapeViewModel model;

    @BeforeEach
    void twoRuns() throws IOException {
        fake = new FakeRuns(root);
        one = fake.finished("1-a", "relu");
        two = fake.finished("2-b", "silu");
    }

    private void open() {
        list.show(new LibraryFollower(new RunLibrary(root, Clock.systemUTC()), new RunReader())
                .poll(Optional.empty(), Set.of())
                .runs());
        compared.setAll("1-a", "2-b");
        model = new LandscapeViewModel(list, compared, this, this, new LandscapeShelf(), Runnable::run, Runnable::run);
    }

    @Override
    public CompletableFuture<Landscape> begin(Order order, Consumer<Stage> told) {
        orders.add(order);
        heard.add(told);
        works.add(new CompletableFuture<>());
        return works.getLast();
    }

    @Override
    public CompletableFuture<Looked> look(Wanted wanted) {
        return new CompletableFuture<>();
    }

    private String error(String path) {
        return model.settings().formProperty().get().fields().stream()
                .filter(field -> field.path().equals(path))
                .map(FieldState::error)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void storedLandscapesOfOneStudyStandBesideEachOtherInOneRangeOfHeights() throws IOException {
        FakeLandscapes.keep(SPEC, one, (a, b) -> a);
        FakeLandscapes.keep(SPEC, two, (a, b) -> 3 * a);
        open();
        assertThat(model.picturesProperty().get())
                .extracting(picture -> picture.model().id())
                .containsExactly("1-a", "2-b");
        assertThat(model.picturesProperty().get()).allSatisfy(picture -> {
            assertThat(picture.scale().values().min()).isEqualTo(-6);
            assertThat(picture.scale().values().max()).isEqualTo(6);
        });
        model.look().sharedScaleProperty().set(false);
        assertThat(model.picturesProperty().get().getFirst().scale().values().max())
                .isEqualTo(2);
        // What is shown is what the settings say.
        assertThat(model.settings().spec()).contains(SPEC);
        assertThat(model.staleProperty().get()).isFalse();
        model.settings().set("$.seed", new JsonPrimitive(6));
        assertThat(model.staleProperty().get()).isTrue();
        assertThat(Caption.of(model.picturesProperty().get()))
                .contains("1-a: ResNet-18", "2-b: ResNet-18", "best weights after epoch 12", "PGD-10", "8/255")
                .contains("clipped", "test image 3", "seed 5", "21 × 21 vertices from -2 to 2 eps", "class dog");
    }

    @Test
    void ofSeveralOrdersTheLastCountsAndALookAheadIsNoWholeLandscape() {
        open();
        model.settings().show(SPEC);
        model.compute();
        assertThat(orders).extracting(Order::run).containsExactly(one, two);
        assertThat(model.busyProperty().get()).isTrue();
        Landscape landscape = FakeLandscapes.of(SPEC, one, FakeLandscapes.SHAPE, (a, b) -> a);
        heard.getFirst().accept(new Stage(0.25, "25 %", Optional.of(landscape)));
        assertThat(model.slots().getFirst().stageProperty().get().orElseThrow().share())
                .isEqualTo(0.25);
        assertThat(model.picturesProperty().get()).extracting(Picture::whole).containsExactly(false);
        assertThat(Caption.of(model.picturesProperty().get())).isEmpty();
        assertThat(RoughnessTable.of(model.picturesProperty().get()).rows()).isEmpty();

        model.compute();
        assertThat(works.getFirst()).isCancelled();
        works.get(2).complete(landscape);
        works.get(3)
                .completeExceptionally(new Problem.Usage(
                                "there is no best checkpoint yet", two.path().toString(), "let it train")
                        .asException());
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(model.picturesProperty().get()).extracting(Picture::whole).containsExactly(true);
        assertThat(model.slots().get(1).stateProperty().get())
                .isInstanceOfSatisfying(
                        SlotState.Refused.class,
                        refused -> assertThat(refused.why().title()).isEqualTo("There is no best checkpoint yet."));
    }

    @Test
    void cancellingLeavesWhatIsSeen() throws IOException {
        FakeLandscapes.keep(SPEC, one, (a, b) -> a);
        open();
        model.compute();
        model.cancel();
        assertThat(works).allMatch(CompletableFuture::isCancelled);
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(model.picturesProperty().get()).hasSize(1);
        assertThat(model.slots().get(1).stateProperty().get()).isInstanceOf(SlotState.Nothing.class);
    }

    @Test
    void networksForOtherImagesAreRefusedInWords() {
        open();
        model.settings().show(SPEC);
        model.compute();
        works.get(0).complete(FakeLandscapes.of(SPEC, one, FakeLandscapes.SHAPE, (a, b) -> a));
        works.get(1).complete(FakeLandscapes.of(SPEC, two, new ImagePlane.Shape(1, 7, 6), (a, b) -> a));
        assertThat(model.picturesProperty().get()).hasSize(1);
        assertThat(model.slots().get(1).unfitProperty().get()).contains("7 × 6 × 1", "4 × 5 × 3");
    }

    @Test
    void anImageThatIsNotThereAndAnEvenGridAreToldAtTheirFields() {
        open();
        model.settings().images(OptionalInt.of(100));
        model.settings().set("$.image", new JsonPrimitive(100));
        assertThat(error("$.image")).isEqualTo("Expected a test image from 0 to 99, found 100");
        assertThat(model.settings().spec()).isEmpty();
        model.settings().set("$.image", new JsonPrimitive(99));
        model.settings().step(1);
        assertThat(model.settings().spec().orElseThrow().image()).isEqualTo(99);
        model.settings().set("$.grid", new JsonPrimitive(40));
        assertThat(error("$.grid")).contains("an odd number of vertices");
        model.compute();
        assertThat(orders).isEmpty();
    }

    @Test
    void weightsAreLookedAtOverManyImagesAndInAProcessOfTheirOwn() {
        open();
        assertThat(LandscapeSettings.quick(model.settings().spec().orElseThrow()))
                .isTrue();
        model.settings().choose("$.plane", "weights");
        LandscapeSpec spec = model.settings().spec().orElseThrow();
        assertThat(spec).isEqualTo(LandscapeSpec.usual(new PlaneSpec.Filters(0)));
        assertThat(LandscapeSettings.quick(spec)).isFalse();
    }

    @Test
    void holesAreCountedAndADamagedFileIsNamedWithItsReason() throws IOException {
        FakeLandscapes.keep(SPEC, one, (a, b) -> a == 2 ? Double.NaN : a);
        Path broken = two.landscapes().resolve("broken");
        Files.createDirectories(broken);
        Files.writeString(broken.resolve("landscape.json"), "{\"schema\": 1");
        open();
        assertThat(model.picturesProperty().get().getFirst().holes()).isEqualTo(21);
        assertThat(model.shelf().entriesProperty().get().getLast())
                .isInstanceOfSatisfying(StudyEntry.Broken.class, entry -> {
                    assertThat(entry.where()).endsWith("broken");
                    assertThat(entry.problem().what()).contains("damaged");
                });
    }

    @Test
    void aVertexIsReadWithTheImageItStandsFor() throws IOException {
        FakeLandscapes.keep(SPEC, one, (a, b) -> 2 * a + b);
        open();
        Picture picture = model.picturesProperty().get().getFirst();
        VertexReading reading = VertexReading.of(picture, new GridVertex(20, 5)).orElseThrow();
        assertThat(reading.a()).isEqualTo(2);
        assertThat(reading.b()).isEqualTo(-1);
        assertThat(reading.loss().orElseThrow()).isCloseTo(3, within(1e-6));
        assertThat(reading.predicted()).hasValue(2);
        assertThat(reading.correct()).isFalse();
        // 0.5 + 2 * 0.1 - 1 * -0.05
        assertThat(reading.image().orElseThrow().after().argb(4, 3)).isEqualTo(0xffbfbfbf);
        assertThat(VertexReading.of(picture, new GridVertex(21, 0))).isEmpty();
    }

    @Test
    void overSeveralImagesMeansAreDrawnAndRoughnessHasQuantiles() throws IOException {
        LandscapeSpec several = LandscapeSettings.over(SPEC, 3);
        FakeLandscapes.keep(several, one, (a, b) -> a * a, (a, b) -> 2 * a * a, (a, b) -> 6 * a * a);
        FakeLandscapes.keep(several, two, (a, b) -> a * a, (a, b) -> a * a, (a, b) -> a * a);
        open();
        assertThat(model.picksProperty().get()).startsWith(Pick.Over.MEAN).hasSize(7);
        Picture mean = model.picturesProperty().get().getFirst();
        assertThat(mean.field().orElseThrow().value(20, 10)).isCloseTo(12, within(1e-5f));
        assertThat(mean.hasClasses()).isFalse();
        RoughnessTable table = RoughnessTable.of(model.picturesProperty().get());
        assertThat(table.images()).isEqualTo(3);
        RoughnessTable.Row row = table.rows().stream()
                .filter(one -> one.measure() == RoughnessMeasure.FIRST_MAX)
                .findFirst()
                .orElseThrow();
        // The second derivative of c a^2 is 2 c.
        assertThat(row.cells().getFirst().value()).isCloseTo((2 + 4 + 12) / 3.0, within(1e-2));
        assertThat(row.cells().getFirst().spread()).contains(" – ");
        assertThat(row.lowest()).hasValue(1);
        model.pickProperty().set(Optional.of(new Pick.One(1)));
        assertThat(model.picturesProperty()
                        .get()
                        .getFirst()
                        .field()
                        .orElseThrow()
                        .value(20, 10))
                .isCloseTo(8, within(1e-5f));
    }

    @Test
    void noFigureIsTheLowestOfEqualOnesOrAlone() throws IOException {
        FakeLandscapes.keep(SPEC, one, (a, b) -> a * a);
        FakeLandscapes.keep(SPEC, two, (a, b) -> a * a);
        open();
        assertThat(RoughnessTable.of(model.picturesProperty().get()).rows())
                .allMatch(row -> row.lowest().isEmpty())
                // What was not measured has no row.
                .noneMatch(row -> row.measure() == RoughnessMeasure.CURVATURE);
        assertThat(RoughnessTable.number(Double.NaN)).isEqualTo("–");
        assertThat(RoughnessTable.number(0.012345)).isEqualTo("0.0123");
        assertThat(RoughnessTable.number(123456)).isEqualTo("123,456");
    }
}
