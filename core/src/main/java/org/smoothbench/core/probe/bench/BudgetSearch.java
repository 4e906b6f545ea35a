package org.smoothbench.core.probe.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.smoothbench.core.attack.Fab;
import org.smoothbench.core.attack.ModelQueries;
import org.smoothbench.core.experiment.AttackSpec;
import org.smoothbench.core.experiment.ThreatModel;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.ProbeSession;
import org.smoothbench.core.probe.ProbeTask;

/**
 * Bisects the budget of an attack for one image, attack by attack. It begins at the budget of the settings, doubles it until
 * the attack succeeds, and then halves the gap between the shortest perturbation found and the largest budget below it that
 * failed.
 */
public final class BudgetSearch implements ProbeTask<SmallestBudget> {

    /** As near as a tenth of a grey level, or a hundredth in L2. */
    private static final double LINF_TOLERANCE = 0.1 / 255;

    private static final double L2_TOLERANCE = 0.01;

    private static final double LINF_MOST = 128.0 / 255;

    private static final double L2_MOST = 16;

    private static final AttackSpec.Fab FAB = new AttackSpec.Fab(20, 1);

    private final ModelChoice choice;
    private final int index;
    private final BenchSettings how;
    private final boolean withFab;
    private final double tolerance;
    private final double most;
    private final List<SmallestBudget.Trial> trials = new ArrayList<>();
    private Optional<AttackedImage> shortest = Optional.empty();
    private double fools = Double.POSITIVE_INFINITY;
    private double stands;
    private OptionalDouble fab = OptionalDouble.empty();

    /**
     * A search.
     *
     * @param how attack and norm; its budget is tried first
     * @param withFab whether FAB is asked, too
     */
    public BudgetSearch(ModelChoice choice, int index, BenchSettings how, boolean withFab) {
        this.choice = choice;
        this.index = index;
        this.how = how;
        this.withFab = withFab;
        boolean linf = how.threat() instanceof ThreatModel.Linf;
        tolerance = linf ? LINF_TOLERANCE : L2_TOLERANCE;
        most = Math.max(linf ? LINF_MOST : L2_MOST, how.threat().radius());
    }

    @Override
    public Optional<SmallestBudget> advance(ProbeSession session) {
        if (trials.isEmpty() && withFab) {
            fab = fab(session);
        }
        double radius = next();
        AttackedImage attacked =
                session.whole(new ImageAttack(choice, index, how.within(threat(radius))), session.cancelled());
        double length = attacked.example().map(Iterate::distance).orElse(radius);
        trials.add(new SmallestBudget.Trial(radius, attacked.fooled(), length));
        if (attacked.fooled()) {
            shortest = Optional.of(attacked);
            fools = length;
        } else {
            stands = radius;
        }
        boolean found = fools - stands <= tolerance || !attacked.clean().correct();
        boolean hopeless = !attacked.fooled() && radius >= most;
        return found || hopeless ? Optional.of(result(attacked)) : Optional.empty();
    }

    private double next() {
        if (trials.isEmpty()) {
            return how.threat().radius();
        }
        return Double.isInfinite(fools) ? Math.min(most, 2 * stands) : (fools + stands) / 2;
    }

    private SmallestBudget result(AttackedImage last) {
        double searched =
                trials.stream().mapToDouble(SmallestBudget.Trial::radius).max().orElse(0);
        return new SmallestBudget(
                last.model(),
                how,
                index,
                Double.isInfinite(fools) ? OptionalDouble.empty() : OptionalDouble.of(fools),
                stands,
                searched,
                tolerance,
                trials,
                shortest.flatMap(AttackedImage::example),
                fab);
    }

    private OptionalDouble fab(ProbeSession session) {
        try (Subject subject = Subject.of(session, choice, index)) {
            ModelQueries queries = new ModelQueries(subject.model().folded(), session.cancelled());
            double length = new Fab(FAB, how.threat()).distances(queries, subject.batch(), how.seed())[0];
            return Double.isFinite(length) ? OptionalDouble.of(length) : OptionalDouble.empty();
        }
    }

    private ThreatModel threat(double radius) {
        return switch (how.threat()) {
            case ThreatModel.Linf _ -> new ThreatModel.Linf(radius * 255);
            case ThreatModel.L2 _ -> new ThreatModel.L2(radius);
        };
    }
}
