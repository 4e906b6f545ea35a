package org.smoothbench.app.meters;

import java.util.OptionalLong;

/** Measures how busy the machine is. One thread at a time; takes up to a few hundred milliseconds. */
@FunctionalInterface
interface LoadProbe {

    /** The load since the last call; the process is looked at, too, if one is given. */
    LoadSample sample(OptionalLong pid);
}
