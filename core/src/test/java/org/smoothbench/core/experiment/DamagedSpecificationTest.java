package org.smoothbench.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/** Files that are no specification at all. */
final class DamagedSpecificationTest {

    @TempDir
    Path folder;

    @Test
    void aMissingFile() {
        Problem problem = problemOf(folder.resolve("none.json"));
        assertThat(problem.what()).isEqualTo("no such file");
        assertThat(problem.where()).isEqualTo(folder.resolve("none.json").toString());
    }

    @Test
    void aFolder() {
        assertThat(problemOf(folder).what()).isEqualTo("is a folder, not a specification file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\n"})
    void anEmptyFile(String text) throws IOException {
        assertThat(problemOf(file(text)).what()).isEqualTo("the file is empty");
    }

    @Test
    void brokenJsonWithLineAndColumn() throws IOException {
        Path file = file("{\n  \"name\": \"x\",\n  \"training\": {\"epochs\" 3}\n}\n");
        Problem problem = problemOf(file);
        assertThat(problem.where()).startsWith(file + ":3:");
        assertThat(problem.what()).startsWith("not valid JSON: ").doesNotContain("Exception", "http", "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"name\": \"x\"",
                "{name: 1}",
                "{'name': 1}",
                "{\"name\": NaN}",
                "{\"name\": 01}",
                "{\"name\": 1,}",
                "[1,,2]",
                "{\"name\": tru}",
                "nonsense",
                "{\"name\": \"x\"} // comment",
                "{\"a\": \"line\nbreak\"}"
            })
    void jsonThatIsNotStrict(String text) throws IOException {
        Problem problem = problemOf(file(text));
        assertThat(problem.what()).startsWith("not valid JSON: ").doesNotContain("Exception", "http");
        assertThat(problem.line()).doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{}\nmore", "{}]"})
    void textBehindTheEnd(String text) throws IOException {
        assertThat(problemOf(file(text)).what()).startsWith("not valid JSON: ");
    }

    @Test
    void aKeyGivenTwice() throws IOException {
        Path file = file("{\n  \"name\": \"x\",\n  \"training\": {\n    \"epochs\": 3,\n    \"epochs\": 300\n  }\n}\n");
        Problem problem = problemOf(file);
        assertThat(problem.what()).contains("\"epochs\"").contains("twice");
        assertThat(problem.where()).isEqualTo(file + ":5:13 $.training.epochs");
    }

    @Test
    void aKeyGivenTwiceInAList() throws IOException {
        Path file = file("[{\"a\": 1}, {\"a\": {\"b\": [], \"c\": null, \"b\": {}}}]");
        assertThat(problemOf(file).where()).endsWith(" $[1].a.b");
    }

    @Test
    void somethingElseThanAnObject() throws IOException {
        assertThat(problemOf(file("[]")).what()).isEqualTo("expected an object, found a list");
        assertThat(problemOf(file("null")).what()).isEqualTo("expected an object, found null");
        assertThat(problemOf(file("3")).what()).isEqualTo("expected an object, found 3");
    }

    @Test
    void nestingWithoutEnd() throws IOException {
        assertThat(problemOf(file("[".repeat(100_000))).what()).startsWith("not valid JSON: ");
    }

    @Test
    void anotherEncoding() throws IOException {
        String text = "{\"name\": \"ä\"}";
        Path latin = Files.write(folder.resolve("latin.json"), text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problemOf(latin).what()).isEqualTo("not a UTF-8 text file");
        Path utf16 = Files.write(folder.resolve("utf16.json"), text.getBytes(StandardCharsets.UTF_16));
        assertThat(problemOf(utf16).what()).isEqualTo("not a UTF-8 text file");
        Path unmarked = Files.write(folder.resolve("le.json"), text.getBytes(StandardCharsets.UTF_16LE));
        assertThat(problemOf(unmarked).what()).matches("not valid JSON: .*|not a UTF-8 text file");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("x.json"), text);
    }

    private static Problem problemOf(Path file) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> new ExperimentFile().read(file));
        assertThat(thrown).isNotNull();
        assertThat(thrown.problem()).isInstanceOf(Problem.Specification.class);
        assertThat(thrown.problem().where()).startsWith(file.toString());
        assertThat(thrown.problem().remedy()).isNotEmpty();
        return thrown.problem();
    }
}
