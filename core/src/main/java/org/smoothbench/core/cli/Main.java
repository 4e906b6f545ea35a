package org.smoothbench.core.cli;

import org.slf4j.LoggerFactory;
import org.smoothbench.core.engine.EnvironmentReport;
import org.smoothbench.core.model.WeightMismatchException;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.schema.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry of the command line. Exit codes: 0 done, 1 a run failed, 2 a mistake in what was given, 130 interrupted. */
@Command(
        name = "smoothbench",
        description = "Smooth adversarial training: train, attack and compare networks.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        subcommands = {
            TrainCommand.class,
            EstimateCommand.class,
            PresetsCommand.class,
            DemoCommand.class,
            ListCommand.class,
            ShowCommand.class,
            PauseCommand.class,
            StopCommand.class,
            ResumeCommand.class,
            QueueCommand.class,
            EvaluateCommand.class,
            AttackCommand.class,
            SanityCommand.class,
            MetricsCommand.class,
            LandscapeCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            ActivationsCommand.class,
            DoctorCommand.class,
            SampleDataCommand.class,
            WorkerCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  smoothbench                                 open the window",
            "  smoothbench demo                            train the two samples here, ReLU against SILU",
            "  smoothbench train my.json --set training.epochs=3 --name trial",
            "  smoothbench train --preset table1-both-sample   one of the paper's experiments, made small",
            "  smoothbench evaluate sample-silu --attack autoattack",
            "  smoothbench list --json                     all runs, for scripts",
            "  smoothbench test                            run this program's own tests",
            "",
            "Runs lie in $SMOOTHBENCH_RUNS, or else in smoothbench/runs in your home folder."
        })
public final class Main implements Runnable {

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show what happened behind an error, with the stack trace.")
    private boolean verbose;

    @Spec
    private CommandSpec spec;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /**
     * Runs a command in this process.
     *
     * @return the exit code
     */
    public static int run(String... args) {
        return commandLine().execute(args);
    }

    /** The command line with all its commands, for tests that look at what it prints. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setParameterExceptionHandler(Main::misused);
        line.setExecutionExceptionHandler((exception, command, _) -> failed(exception, command));
        return line;
    }

    /** Without a command the usage is shown; opening the window is the caller's part. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int misused(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr()
                .println("smoothbench: " + oneLine(String.valueOf(exception.getMessage())) + meant(exception, command)
                        + "; see: " + name + " --help");
        return 2;
    }

    private static String meant(ParameterException exception, CommandLine command) {
        if (!(exception instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        String given = unmatched.getUnmatched().getFirst();
        CommandSpec spec = command.getCommandSpec();
        return NearestName.hint(
                given,
                given.startsWith("-")
                        ? spec.optionsMap().keySet()
                        : command.getSubcommands().keySet());
    }

    private static int failed(Exception exception, CommandLine command) {
        Main main = command.getCommandSpec().root().userObject() instanceof Main m ? m : new Main();
        if (main.verbose) {
            exception.printStackTrace(command.getErr());
        }
        if (exception instanceof ProblemException known) {
            command.getErr().println("smoothbench: " + known.problem().line());
            if (known.getCause() instanceof WeightMismatchException misfit) {
                misfit.mismatches().forEach(each -> command.getErr().println("  " + each.text()));
            }
            return known.problem().exitCode();
        }
        LoggerFactory.getLogger(Main.class).debug("internal fault", exception);
        command.getErr()
                .println("smoothbench: internal fault: " + oneLine(String.valueOf(exception))
                        + "; see more with --verbose");
        return 70;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }

    /** Tells this program's version. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"Smoothbench " + EnvironmentReport.programVersion()};
        }
    }
}
