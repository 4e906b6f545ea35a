package org.smoothbench.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunMeta;
import org.smoothbench.core.run.RunMetaFile;
import org.smoothbench.core.run.RunReader;

@SuppressWarnings("NullAway.Init")
final class RunListViewModelTest {

    @TempDir
    Path root;

    private final RunListViewModel list = new RunListViewModel(Optional.empty());
    private FakeRuns fake;
    private LibraryFollower follower;

    @BeforeEach
    void follow() {
        fake = new FakeRuns(root);
        follower = new LibraryFollower(new RunLibrary(root, Clock.systemUTC()), new RunReader());
    }

    private RunDirectory run(String id, String name, double robust, UnaryOperator<RunMeta> meta) throws IOException {
        RunDirectory run = fake.finished(id, name);
        fake.epoch(run, 16, 0.7, robust, 1);
        new RunMetaFile(run).change(meta);
        return run;
    }

    private void look() {
        list.show(follower.poll(Optional.empty()).runs());
    }

    private String lines() {
        StringBuilder text = new StringBuilder();
        for (RunListItem item : list.lines()) {
            text.append(
                    switch (item) {
                        case GroupHeading heading ->
                            "[" + heading.title() + " " + heading.count() + (heading.collapsed() ? " -" : "") + "]";
                        case RunRowViewModel row -> " " + row.id();
                    });
        }
        return text.toString();
    }

    @Test
    void withoutAnyStudyThereIsNoHeading() throws IOException {
        fake.finished("1", "a");
        fake.finished("2", "b");
        look();
        assertThat(lines()).isEqualTo(" 2 1");
    }

    private List<String> titles() {
        return list.all().stream().map(row -> row.now().title()).toList();
    }

    @Test
    void runsOfOneNameAreToldApartByTheirSeeds() throws IOException {
        fake.finished("1", "silu");
        fake.seed(fake.finished("2", "silu"), 2);
        fake.seed(fake.finished("3", "relu"), 2);
        look();
        assertThat(titles()).containsExactly("relu", "silu · seed 2", "silu · seed 0");
        assertThat(list.all().get(1).row().name()).isEqualTo("silu · seed 2");
        assertThat(list.all().get(1).row().spoken()).startsWith("silu · seed 2, ");
    }

    @Test
    void runsOfOneNameAndSeedAreToldApartByTheirMomentOrElseTheirFolder() throws IOException {
        fake.seed(fake.finished("1", "silu"), 7);
        RunDirectory made = fake.finished("2", "silu");
        fake.created(made, 1_790_000_000_000L);
        fake.created(fake.finished("3", "silu"), 1_790_000_001_000L);
        fake.create("4", "alike", "relu");
        fake.create("5", "alike", "relu");
        look();
        assertThat(titles()).startsWith("alike · 5", "alike · 4").endsWith("silu · seed 7");
        assertThat(titles().subList(2, 4))
                .allMatch(title -> title.matches("silu · seed 0 · \\d+ Sep, \\d\\d:\\d\\d:2[01]"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aRunIsCalledByItsNameAloneAgainOnceTheOtherIsRenamed() throws IOException {
        fake.finished("1", "silu");
        RunDirectory other = fake.finished("2", "silu");
        fake.seed(other, 1);
        look();
        RunRowViewModel row = list.all().getLast();
        assertThat(row.row().name()).isEqualTo("silu · seed 0");
        new RunMetaFile(other).change(meta -> meta.withName("another"));
        look();
        assertThat(list.all().getLast()).isSameAs(row);
        assertThat(titles()).containsExactly("another", "silu");
        assertThat(row.row().name()).isEqualTo("silu");
    }

    @Test
    void groupsStandInTheOrderOfTheirFirstRuns() throws IOException {
        run("1", "a", 0.1, meta -> meta.withStudy("seeds"));
        run("2", "b", 0.2, meta -> meta);
        run("3", "c", 0.3, meta -> meta.withStudy("widths"));
        run("4", "d", 0.4, meta -> meta.withStudy("seeds"));
        look();
        assertThat(lines()).isEqualTo("[seeds 2] 4 1[widths 1] 3[without a study 1] 2");
        assertThat(list.shown()).extracting(RunRowViewModel::id).containsExactly("4", "3", "2", "1");
        list.choices().groupingProperty().set(Grouping.NONE);
        assertThat(lines()).isEqualTo(" 4 3 2 1");
        list.choices().groupingProperty().set(Grouping.STATE);
        assertThat(lines()).isEqualTo("[finished 4] 4 3 2 1");
    }

    @Test
    void groupsByTagsHaveTheSameTagsInAnyOrder() throws IOException {
        run("1", "a", 0.1, meta -> meta.withTags(List.of("x", "y")));
        run("2", "b", 0.1, meta -> meta.withTags(List.of("y", "x")));
        run("3", "c", 0.1, meta -> meta.withTags(List.of("x")));
        list.choices().groupingProperty().set(Grouping.TAGS);
        look();
        assertThat(lines()).isEqualTo("[x 1] 3[x · y 2] 2 1");
    }

    @Test
    void sortsByNameAndByRobustAccuracyWithTheUnknownLast() throws IOException {
        run("1", "beta", 0.5, meta -> meta);
        run("2", "Alpha", 0.2, meta -> meta);
        fake.create("3", "gamma", "relu");
        look();
        list.choices().sortingProperty().set(Sorting.NAME);
        assertThat(lines()).isEqualTo(" 2 1 3");
        list.choices().sortingProperty().set(Sorting.LAST_ROBUST);
        assertThat(lines()).isEqualTo(" 1 2 3");
        // The evaluation before the last had 33.4 %, which is the best of run 2.
        list.choices().sortingProperty().set(Sorting.BEST_ROBUST);
        assertThat(list.shown()
                        .get(1)
                        .now()
                        .summary()
                        .bestEvaluation()
                        .orElseThrow()
                        .step())
                .isEqualTo(150);
    }

    @Test
    void collapsedGroupsKeepTheirCountAndTheSelection() throws IOException {
        run("1", "a", 0.1, meta -> meta.withStudy("seeds"));
        run("2", "b", 0.2, meta -> meta.withStudy("widths"));
        look();
        list.select("1");
        list.toggle((GroupHeading) list.lines().get(2));
        assertThat(lines()).isEqualTo("[widths 1] 2[seeds 1 -]");
        assertThat(list.selected().orElseThrow().id()).isEqualTo("1");
        list.toggle((GroupHeading) list.lines().get(2));
        assertThat(lines()).isEqualTo("[widths 1] 2[seeds 1] 1");
    }

    @Test
    void aSelectedHeadingStandsForItsRuns() throws IOException {
        run("1", "a", 0.1, meta -> meta.withStudy("seeds"));
        run("2", "b", 0.2, meta -> meta.withStudy("seeds"));
        run("3", "c", 0.2, meta -> meta);
        look();
        list.select("3");
        list.choose(List.of(list.lines().get(1).key()), Optional.empty());
        assertThat(lines()).startsWith("[without a study 1] 3[seeds 2]");
        assertThat(list.selection()).extracting(RunRowViewModel::id).containsExactly("3");
        list.choose(List.of(list.lines().get(2).key()), Optional.empty());
        assertThat(list.selection()).extracting(RunRowViewModel::id).containsExactly("2", "1");
        assertThat(list.selected().orElseThrow().id()).isEqualTo("3");
    }

    @Test
    void severalCanBeSelectedAndThoseThatGoAreForgotten() throws IOException {
        for (String id : List.of("1", "2", "3", "4")) {
            fake.finished(id, id);
        }
        look();
        list.choose(List.of("4", "2"), Optional.of("2"));
        assertThat(list.selection()).extracting(RunRowViewModel::id).containsExactly("4", "2");
        assertThat(list.selected().orElseThrow().id()).isEqualTo("2");
        list.show(follower.poll(Optional.empty()).runs().stream()
                .filter(run -> !run.id().equals("2"))
                .toList());
        assertThat(list.selection()).extracting(RunRowViewModel::id).containsExactly("4");
        // The page turns to the neighbour of the one that is gone.
        assertThat(list.selected().orElseThrow().id()).isEqualTo("1");
    }

    @Test
    void archivedRunsAreHiddenUnlessAskedFor() throws IOException {
        run("1", "a", 0.1, meta -> meta.withArchived(true));
        run("2", "b", 0.1, meta -> meta);
        look();
        assertThat(lines()).isEqualTo(" 2");
        assertThat(list.countText().get()).isEqualTo("1 · 1 archived");
        list.choices().archivedProperty().set(true);
        assertThat(lines()).isEqualTo(" 2 1");
        assertThat(list.countText().get()).isEqualTo("2");
    }

    @Test
    void aMistakeInTheSearchKeepsTheLastOneThatWasValid() throws IOException {
        fake.running("2", "alpha");
        fake.finished("1", "beta");
        look();
        list.searchProperty().set("robust>30");
        assertThat(lines()).isEqualTo(" 1");
        list.searchProperty().set("robust>30 robust<");
        assertThat(lines()).isEqualTo(" 1");
        assertThat(list.choices().mistakeProperty().get().orElseThrow().text())
                .isEqualTo("“robust<”: expected a number of percent, such as 40");
        list.searchProperty().set("");
        assertThat(list.choices().mistakeProperty().get()).isEmpty();
        assertThat(lines()).isEqualTo(" 2 1");
    }

    @Test
    void aRunThatComesToFitIsShownAtTheNextLook() throws IOException {
        RunDirectory run = fake.running("1", "alpha");
        look();
        list.searchProperty().set("robust>30");
        assertThat(lines()).isEmpty();
        fake.epoch(run, 3, 0.6, 0.31, 1);
        look();
        assertThat(lines()).isEqualTo(" 1");
    }

    @Test
    void choicesAreFoundAgainAndGarbageIsPassedOver() throws IOException {
        run("1", "a", 0.1, meta -> meta.withStudy("seeds"));
        look();
        list.choices().sortingProperty().set(Sorting.NAME);
        list.choices().archivedProperty().set(true);
        list.toggle((GroupHeading) list.lines().getFirst());
        JsonObject state = list.choices().state();

        RunListViewModel again = new RunListViewModel(Optional.empty());
        again.restore(state);
        again.show(follower.poll(Optional.empty()).runs());
        assertThat(again.lines()).hasSize(1);
        assertThat(again.choices().state()).isEqualTo(state);
        again.restore(JsonParser.parseString(
                        "{\"grouping\": 3, \"sorting\": \"best\", \"collapsed\": [null], \"archived\": \"x\"}")
                .getAsJsonObject());
        assertThat(again.choices().sortingProperty().get()).isEqualTo(Sorting.NAME);
        assertThat(again.choices().archivedProperty().get()).isTrue();
    }

    @Test
    void troubleWithTheFolderSaysThatTheRowsAreOld() throws IOException {
        list.trouble("The runs folder is gone: /x");
        assertThat(list.folderTroubleProperty().get()).isEqualTo("The runs folder is gone: /x");
        fake.finished("1", "a");
        look();
        list.trouble("The runs folder is gone: /x");
        assertThat(list.folderTroubleProperty().get())
                .isEqualTo("The runs folder is gone: /x. The runs below are as last read.");
        list.folderRead(true);
        assertThat(list.folderTroubleProperty().get()).isEmpty();
        list.folderRead(false);
        assertThat(list.folderTroubleProperty().get()).startsWith("The runs folder is read-only");
    }
}
