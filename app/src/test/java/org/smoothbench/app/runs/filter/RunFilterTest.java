package org.smoothbench.app.runs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunMetaFile;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunSummary;

@SuppressWarnings("NullAway.Init")
final class RunFilterTest {

    @TempDir
    Path root;

    private List<RunSummary> runs;

    /**
     * Run a: SILU, running, epoch 6 of 15, clean 52.3, robust 25.1, tags "paper" and "seed 1". Run b: ReLU, finished, clean
     * 70.1, robust 33.4, study "first table", with notes. Run c: its specification and status cannot be read.
     */
    @BeforeEach
    void threeRuns() throws IOException {
        FakeRuns fake = new FakeRuns(root);
        RunDirectory a = fake.running("1-a", "alpha");
        new RunMetaFile(a).change(meta -> meta.withTags(List.of("paper", "seed 1")));
        RunDirectory b = fake.finished("2-b", "beta");
        new RunMetaFile(b).change(meta -> meta.withStudy("First table").withNotes("looks\ngood"));
        RunDirectory c = fake.create("3-c", "gamma", "gelu");
        Files.writeString(c.experiment(), "{");
        runs = new LibraryFollower(new RunLibrary(root, Clock.systemUTC()), new RunReader())
                .poll(Optional.empty())
                .runs();
        assertThat(runs).hasSize(3);
        assertThat(runs.getLast().state()).contains(RunState.RUNNING);
    }

    private String found(String text) {
        RunFilter filter = (RunFilter) RunFilter.parse(text);
        return runs.stream()
                .filter(filter::matches)
                .map(run -> run.id().substring(2))
                .sorted()
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "'' | abc",
                "'   ' | abc",
                "alpha | a",
                "ALPHA | a",
                "alpha beta | ''",
                "silu | a",
                "resnet-8 | ab",
                "relu finished | b",
                "unreadable | c",
                "3-c | c",
                "nowhere | ab",
                "first | b",
                "good | b",
                "\"seed 1\" | a",
                "\"table first\" | ''",
                "\"\" | abc",
                "-silu | bc",
                "-\"first table\" | ac",
                "robust>25 | ab",
                "robust>25.1 | b",
                "robust>=25.1 | ab",
                "robust<30 | a",
                "robust<=33.4 | ab",
                "robust=33.4 | b",
                "robust:33.4 | b",
                "robust>30% | b",
                "Clean>60 | b",
                "-clean>60 | ac",
                "best>=33 | b",
                "epoch=6 | ab",
                "epoch<6 | ''",
                "epochs=15 | ab",
                "seed=0 | ab",
                "seed:0 | ab",
                "seed=00.0 | ab",
                "eps=8 | ab",
                "eps=8/255 | ab",
                "eps>8 | ''",
                "steps=10 | ab",
                "batch=128 | ab",
                "robust>.5 | ab",
                "robust>-1 | ab",
                "state:running | a",
                "state:fin | b",
                "STATE:Finished | b",
                "state=unreadable | c",
                "-state:finished | ac",
                "tag:paper | a",
                "tag:\"seed 1\" | a",
                "study:table | b",
                "study:\"first t\" | b",
                "activation:silu | a",
                "activation:alpha | ''",
                "network:resnet | ab",
                "data:cifar10 | ab",
                "method:adversarial | ab",
                "attack:pgd-10 | ab",
                "device:cpu | ab",
                "notes:good | b",
                "name:beta | b",
                "\"robust>40\" | ''",
                "silu robust>20 -tag:draft | a",
            })
    void findsRuns(String text, String expected) {
        assertThat(found(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "robust> | robust> | a number of percent, such as 40",
                "silu robust>x | robust>x | a number of percent, such as 40",
                "-robust>4O | robust>4O | a number of percent, such as 40",
                "epoch>3% | epoch>3% | a number without “%”",
                "seed=8/255 | seed=8/255 | a number without “/255”",
                "seed=1e3 | seed=1e3 | a number",
                "tag: | tag: | a word after the colon",
                "tag:\"\" | tag:\"\" | a word after the colon",
                "tag>3 | tag>3 | “tag:” and a word, as “tag” is no number",
                "state:runing | state:runing | one of the states queued, running, paused, finished, failed, cancelled,"
                        + " crashed, unreadable",
                "\"silu | \"silu | a closing quote",
                "- | - | a word after the minus, which runs must not hold",
            })
    void tellsWhatIsExpected(String text, String term, String expected) {
        assertThat(RunFilter.parse(text)).isEqualTo(new FilterMistake(term, expected));
    }

    @Test
    void anUnknownFieldNamesTheOthersAndTheNearest() {
        FilterMistake near = (FilterMistake) RunFilter.parse("robst>40");
        assertThat(near.text())
                .isEqualTo("“robst>40”: expected a known word before the sign (did you mean \"robust\"?);"
                        + " put it in quotes to search for it as it stands");
        FilterMistake far = (FilterMistake) RunFilter.parse("zzzzzzzz>40");
        assertThat(far.text())
                .startsWith("“zzzzzzzz>40”: expected one of clean, robust, best")
                .contains("quotes");
    }

    @Test
    void everyExampleOfTheHelpIsUnderstood() {
        for (FilterSyntax.Line line : FilterSyntax.lines()) {
            assertThat(RunFilter.parse(line.example())).as(line.example()).isInstanceOf(RunFilter.class);
        }
    }
}
