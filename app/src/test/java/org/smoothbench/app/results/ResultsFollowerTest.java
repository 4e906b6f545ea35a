package org.smoothbench.app.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.run.RunDirectory;

@SuppressWarnings("NullAway.Init")
final class ResultsFollowerTest {

    /** As an evaluation writes it, without what the window does not show. */
    static final String RESULT = """
            {"schema": 1, "label": "AutoAttack standard, L-inf, eps 8/255", "plan": {"seed": 3},
             "evaluated": {"model": "ResNet-8", "source": "", "weights": "best", "sha256": "", "data": "",
               "dataFingerprint": ""},
             "examples": 200,
             "clean": {"count": 120, "of": 200, "share": 0.6, "low": 0.53, "high": 0.67},
             "robust": {"count": 60, "of": 200, "share": 0.3, "low": 0.24, "high": 0.37},
             "stages": [], "classes": [],
             "flags": [{"kind": "STUCK", "message": "attacks were stuck"}], "seconds": 12}
            """;

    @TempDir
    Path folder;

    private RunDirectory run;
    private ResultsFollower follower;

    @BeforeEach
    void follow() {
        run = new RunDirectory(folder.resolve("1-run"));
        follower = new ResultsFollower(run);
    }

    private Path evaluation(String name) throws IOException {
        return Files.createDirectories(run.evaluations().resolve(name));
    }

    @Test
    void aRunWithoutResultsHasNone() throws IOException {
        assertThat(follower.poll()).isSameAs(RunResults.NONE);
    }

    @Test
    void aFinishedEvaluationHasItsNumbersAndFlags() throws IOException {
        Files.writeString(evaluation("best-autoattack").resolve("result.json"), RESULT);
        EvaluationEntry entry = follower.poll().evaluations().getFirst();
        assertThat(entry.figures().orElseThrow().robust().share()).isEqualTo(0.3);
        assertThat(entry.figures().orElseThrow().seed()).contains("3");
        assertThat(entry.flags()).containsExactly("attacks were stuck");
        assertThat(entry.conditions())
                .isEqualTo("AutoAttack standard, L-inf, eps 8/255 on 200 images, best checkpoint");
        assertThat(follower.poll()).isSameAs(follower.poll());
    }

    @Test
    void averagedWeightsAreNamed() throws IOException {
        Files.writeString(
                evaluation("last-autoattack").resolve("result.json"),
                RESULT.replace("\"weights\": \"best\"", "\"weights\": \"last, averaged\""));
        Files.createDirectories(run.sanity());
        Files.writeString(run.sanity().resolve("last-averaged-linf-8.json"), "[1]");
        EvaluationEntry entry = follower.poll().evaluations().getFirst();
        assertThat(entry.averaged()).isTrue();
        assertThat(entry.weightsInWords()).isEqualTo("last checkpoint, averaged weights");
        assertThat(entry.weightsInWords(true)).isEqualTo("last checkpoint, averaged weights");
        Files.writeString(evaluation("best-autoattack").resolve("result.json"), RESULT);
        EvaluationEntry trained = follower.poll().evaluations().getFirst();
        assertThat(trained.weightsInWords(false)).isEqualTo("best checkpoint");
        assertThat(trained.weightsInWords(true))
                .isEqualTo("best checkpoint, trained weights rather than the averaged ones");
        assertThat(follower.poll().studies().getFirst().conditions()).startsWith("last checkpoint, averaged weights, ");
    }

    @Test
    void anUnfinishedOneIsSaidToBeAndBecomesFinished() throws IOException {
        Path pgd = evaluation("last-pgd-10");
        Files.writeString(pgd.resolve("journal.jsonl"), "{}\n{}\n");
        EvaluationEntry before = follower.poll().evaluations().getFirst();
        assertThat(before.figures()).isEmpty();
        assertThat(before.remark()).isEqualTo("not finished: 2 batches are done");

        Files.writeString(pgd.resolve("result.json"), RESULT);
        assertThat(follower.poll().evaluations().getFirst().figures()).isPresent();
    }

    @Test
    void damagedFilesAreShownAsSuch() throws IOException {
        Files.writeString(evaluation("a-cut").resolve("result.json"), RESULT.substring(0, 150));
        Files.writeString(evaluation("b-missing").resolve("result.json"), "{\"schema\": 1}");
        Files.writeString(evaluation("c-newer").resolve("result.json"), "{\"schema\": 99}");
        Files.createDirectories(run.sanity());
        Files.writeString(run.sanity().resolve("best-linf-8.json"), "[1]");
        Files.writeString(run.sanity().resolve("notes.txt"), "mine");
        RunResults results = follower.poll();
        assertThat(results.evaluations())
                .hasSize(3)
                .allMatch(
                        entry -> entry.figures().isEmpty() && entry.remark().startsWith("result.json cannot be read"));
        assertThat(results.studies())
                .containsExactly(new StudyEntry(
                        "Sanity", "best checkpoint, best-linf-8.json", "The file cannot be read.", false));
    }
}
