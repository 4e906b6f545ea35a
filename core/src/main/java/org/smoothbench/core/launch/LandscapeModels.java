package org.smoothbench.core.launch;

import java.util.ArrayList;
import java.util.List;
import org.smoothbench.core.data.Datasets;
import org.smoothbench.core.data.Fingerprint;
import org.smoothbench.core.data.Images;
import org.smoothbench.core.data.TestSet;
import org.smoothbench.core.engine.ImageSupply;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.landscape.compute.ExploredModel;
import org.smoothbench.core.model.FoldedNetwork;
import org.smoothbench.core.model.ImageShape;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

/**
 * The networks that landscapes are compared of, on the test images they share. Belongs to the engine's thread; closing it
 * frees all.
 */
final class LandscapeModels implements AutoCloseable {

    private final TorchEngine engine;
    private final Images test;
    private final List<String> classNames;
    private final String fingerprint;
    private final ImageSupply supply;
    private final List<AutoCloseable> open = new ArrayList<>();

    private LandscapeModels(TorchEngine engine, TestSet data) {
        this.engine = engine;
        this.test = data.images();
        this.classNames = data.classNames();
        this.fingerprint = Fingerprint.of(test);
        this.supply = ImageSupply.forEvaluation(engine, test, classNames.size());
    }

    /**
     * Opens the test images of networks.
     *
     * @throws ProblemException if the networks were trained on images of other sizes, classes or sets
     */
    static LandscapeModels of(TorchEngine engine, List<SavedNetwork> networks) {
        Experiment first = networks.getFirst().experiment();
        TestSet data = Datasets.openTest(first.data());
        try {
            for (SavedNetwork network : networks.subList(1, networks.size())) {
                requireSame(first, data, networks.getFirst(), network);
            }
            return new LandscapeModels(engine, data);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static void requireSame(Experiment first, TestSet data, SavedNetwork one, SavedNetwork other) {
        Experiment experiment = other.experiment();
        if (experiment.data().equals(first.data())) {
            return;
        }
        try (TestSet others = Datasets.openTest(experiment.data())) {
            String here = describe(data);
            String there = describe(others);
            String names = one.weights().run() + " and " + other.weights().run();
            if (!here.equals(there)) {
                throw new Problem.Usage(
                                "the networks are for other images: " + here + " and " + there,
                                names,
                                "compare networks for images of one size and the same classes")
                        .asException();
            }
            if (!Fingerprint.of(others.images()).equals(Fingerprint.of(data.images()))) {
                throw new Problem.Usage(
                                "the runs have other test images", names, "compare runs on one set of test images")
                        .asException();
            }
        }
    }

    private static String describe(TestSet data) {
        Images images = data.images();
        return images.channels() + "x" + images.height() + "x" + images.width() + " in "
                + data.classNames().size() + " classes";
    }

    /** The names of the classes. */
    List<String> classNames() {
        return classNames;
    }

    /** Opens a network. */
    LandscapeModel open(SavedNetwork saved) {
        ImageShape shape = new ImageShape(test.channels(), test.height(), test.width());
        Network network = saved.open(engine, shape, classNames.size());
        // Closed in reverse order, as what is folded must go first.
        open.addFirst(network);
        FoldedNetwork folded = network.folded();
        open.addFirst(folded);
        return LandscapeModel.of(
                ExploredModel.of(network, folded, supply), saved.experiment(), saved.weights(), fingerprint);
    }

    @Override
    public void close() {
        List<AutoCloseable> all = new ArrayList<>(open);
        all.add(supply);
        all.add(test);
        for (AutoCloseable each : all) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
