package org.smoothbench.core.cli;

import org.jspecify.annotations.Nullable;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.problem.Problem;
import picocli.CommandLine.Option;

/** The budget of an attacker. */
final class ThreatOptions {

    /** In 1/255. */
    private static final double USUAL = 8;

    @Option(
            names = "--norm",
            paramLabel = "NORM",
            defaultValue = "linf",
            description = "linf or l2: how far an image is moved is measured; default: linf.")
    private Norm norm = Norm.linf;

    @Option(
            names = "--eps",
            paramLabel = "EPS",
            description = "The budget: in 1/255 for linf (8 or 8/255), on the [0, 1] scale for l2 (0.5); "
                    + "else the run's own, or 8 and 0.5.")
    private @Nullable String eps;

    /** The norms as they are typed. */
    enum Norm {
        linf,
        l2
    }

    /**
     * The budget: as typed, else the one by which a run was judged while it trained.
     *
     * @throws org.smoothbench.core.problem.ProblemException if it is none
     */
    ThreatModel threat(Experiment run) {
        double own = run.evaluation().attack().epsilon();
        return threat(own > 0 ? own : USUAL);
    }

    /**
     * The budget against a model nothing is known of.
     *
     * @throws org.smoothbench.core.problem.ProblemException if it is none
     */
    ThreatModel threat() {
        return threat(USUAL);
    }

    private ThreatModel threat(double usual) {
        if (eps == null) {
            return norm == Norm.linf ? new ThreatModel.Linf(usual) : new ThreatModel.L2(0.5);
        }
        String number = norm == Norm.linf && eps.endsWith("/255") ? eps.substring(0, eps.length() - 4) : eps;
        double value = number(number);
        double most = norm == Norm.linf ? 255 : 1000;
        if (!(value > 0) || value > most) {
            throw new Problem.Usage(
                            "a budget of " + eps + " is not above 0 and at most "
                                    + (norm == Norm.linf ? "255/255" : "1000"),
                            "--eps",
                            norm == Norm.linf
                                    ? "give it in 1/255, as in 8; papers' .031 is 8"
                                    : "give it on the [0, 1] scale, as in 0.5")
                    .asException();
        }
        if (norm == Norm.linf && value < 0.1) {
            throw new Problem.Usage(
                            "a budget of " + eps + "/255 is less than a tenth of one grey level",
                            "--eps",
                            "give it in 1/255, as in 8; papers' .031 is 8")
                    .asException();
        }
        return norm == Norm.linf ? new ThreatModel.Linf(value) : new ThreatModel.L2(value);
    }

    private double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new Problem.Usage("\"" + eps + "\" is no number", "--eps", "give a budget such as 8 or 8/255")
                    .asException(e);
        }
    }
}
