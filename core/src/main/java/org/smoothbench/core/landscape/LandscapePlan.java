package org.smoothbench.core.landscape;

import org.jspecify.annotations.Nullable;

/**
 * What is being computed in a folder; {@code plan.json}.
 *
 * @param schema the version of this format
 * @param spec how
 * @param subject whose landscape
 * @param other the second network, where there is one
 * @param batch how many images are shown to the network at a time, the same to the end
 */
public record LandscapePlan(
        int schema,
        LandscapeSpec spec,
        LandscapeSubject subject,
        @Nullable LandscapeSubject other,
        int batch) {

    /**
     * The same for all landscapes that can be laid beside each other.
     *
     * @return eight hexadecimal digits
     */
    public String study() {
        return LandscapeName.study(spec, subject);
    }
}
