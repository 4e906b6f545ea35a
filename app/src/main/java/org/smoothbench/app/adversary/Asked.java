package org.smoothbench.app.adversary;

import java.util.Optional;

/**
 * What has been asked of the engine: the newest answer, whether a newer one is on its way, and why there is none.
 *
 * @param answer the newest; of earlier settings while {@code working}
 * @param working whether it is being computed
 * @param failure why it could not be, in words; empty if nothing went wrong
 */
record Asked<T>(Optional<T> answer, boolean working, String failure) {

    /** Nothing was asked. */
    static <T> Asked<T> nothing() {
        return new Asked<>(Optional.empty(), false, "");
    }

    /** The same while a newer answer is on its way. */
    Asked<T> again() {
        return new Asked<>(answer, true, "");
    }
}
