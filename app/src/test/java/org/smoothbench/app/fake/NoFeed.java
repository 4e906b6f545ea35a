package org.smoothbench.app.fake;

import java.util.Optional;
import java.util.Set;
import org.smoothbench.app.follow.RunFeed;

/** Makes no snapshots: a test shows its own. */
public record NoFeed() implements RunFeed {

    @Override
    public void select(Optional<String> runId) {}

    @Override
    public void follow(Set<String> runIds) {}

    @Override
    public void refresh() {}
}
