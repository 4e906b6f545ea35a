package org.smoothbench.core.probe;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.smoothbench.core.engine.TorchEngine;
import org.smoothbench.core.experiment.DataSpec;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.launch.SavedNetwork;
import org.smoothbench.core.launch.TrainedModel;
import org.smoothbench.core.model.Network;
import org.smoothbench.core.run.RunDirectory;

/**
 * The models opened last, and the images they look at. A model whose checkpoint was replaced meanwhile is opened anew; images
 * no model looks at any more are let go.
 */
final class OpenModels implements AutoCloseable {

    /** What makes two models the same: a run that goes on saves other weights under the same name. */
    private record Key(RunDirectory run, TrainedModel.Weights weights) {}

    private final TorchEngine engine;
    private final int most;
    private final Map<Key, OpenModel> models = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<DataSpec, OpenImages> images = new HashMap<>();

    /**
     * None yet.
     *
     * @param most how many are open at once
     */
    OpenModels(TorchEngine engine, int most) {
        this.engine = engine;
        this.most = most;
    }

    OpenModel model(ModelChoice choice) {
        SavedNetwork saved = SavedNetwork.find(choice.run(), choice.checkpoint(), choice.averaged());
        Key key = new Key(choice.run(), saved.weights());
        OpenModel known = models.get(key);
        if (known != null) {
            return known;
        }
        try {
            OpenModel opened = open(saved);
            models.put(key, opened);
            return opened;
        } finally {
            letGo();
        }
    }

    /** How many are open. */
    int size() {
        return models.size();
    }

    private OpenModel open(SavedNetwork saved) {
        Experiment experiment = saved.experiment();
        OpenImages shown = images.computeIfAbsent(experiment.data(), data -> OpenImages.open(engine, data));
        Network network = saved.open(engine, shown.shape(), shown.classNames().size());
        try {
            return new OpenModel(experiment, saved.weights(), network, network.folded(), shown);
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private void letGo() {
        Iterator<OpenModel> oldestFirst = models.values().iterator();
        while (models.size() > most) {
            oldestFirst.next().close();
            oldestFirst.remove();
        }
        images.values().removeIf(each -> {
            boolean unused =
                    models.values().stream().noneMatch(model -> model.images().equals(each));
            if (unused) {
                each.close();
            }
            return unused;
        });
    }

    @Override
    public void close() {
        models.values().forEach(OpenModel::close);
        models.clear();
        letGo();
    }
}
