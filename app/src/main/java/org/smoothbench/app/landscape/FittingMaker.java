package org.smoothbench.app.landscape;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.smoothbench.core.landscape.Landscape;

/**
 * Computes what is quick in one place and what takes long in another.
 *
 * @param quick while somebody waits
 * @param patient what takes minutes
 */
public record FittingMaker(LandscapeMaker quick, LandscapeMaker patient) implements LandscapeMaker {

    @Override
    public CompletableFuture<Landscape> begin(Order order, Consumer<Stage> heard) {
        return (LandscapeSettings.quick(order.spec()) ? quick : patient).begin(order, heard);
    }
}
