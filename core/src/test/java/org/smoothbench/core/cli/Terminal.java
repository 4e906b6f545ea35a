package org.smoothbench.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What one command printed and how it ended. */
record Terminal(int exitCode, String out, String err) {

    /** Types a command. */
    static Terminal type(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int exitCode = line.execute(arguments);
        return new Terminal(exitCode, out.toString(), err.toString());
    }

    /** Asserts that all went well, and gives what was printed. */
    String success() {
        assertThat(err).isEmpty();
        assertThat(exitCode).isZero();
        return out;
    }

    /** Asserts that a mistake of the user's was told on one line and nothing else was printed; gives the line. */
    String mistake() {
        assertThat(exitCode).as(err).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(err).startsWith("smoothbench: ").doesNotContain("java.", "\tat ");
        assertThat(err.lines()).hasSize(1);
        return err.strip();
    }
}
