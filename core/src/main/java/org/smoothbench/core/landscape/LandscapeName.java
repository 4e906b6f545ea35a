package org.smoothbench.core.landscape;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.data.Fingerprint;
import org.smoothbench.core.schema.RecordWriter;

/** Names of landscapes, which follow from what is computed and how, so that the same landscape finds itself. */
public final class LandscapeName {

    private static final int DIGITS = 8;

    private LandscapeName() {}

    /** The name of a landscape's folder: words for people, a hash for this program. */
    public static String folder(LandscapeSpec spec, LandscapeSubject subject, @Nullable LandscapeSubject other) {
        String images = spec.images() == 1 ? "image-" + spec.image() : spec.images() + "-images";
        String words = subject.checkpoint() + (subject.averaged() ? "-averaged" : "") + "-"
                + spec.plane().slug() + "-" + spec.threat().slug() + "-" + images + "-" + spec.grid();
        String identity = new RecordWriter().write(spec) + identity(subject) + (other == null ? "" : identity(other));
        return words.toLowerCase(Locale.ROOT) + "-"
                + Fingerprint.ofText(identity).substring(0, DIGITS);
    }

    private static String identity(LandscapeSubject subject) {
        return "\n" + subject.checkpoint() + subject.averaged() + subject.sha256() + subject.model()
                + subject.activation() + subject.dataFingerprint();
    }

    /** What landscapes of one specification on the same images have in common. */
    static String study(LandscapeSpec spec, LandscapeSubject subject) {
        return Fingerprint.ofText(new RecordWriter().write(spec) + subject.dataFingerprint())
                .substring(0, DIGITS);
    }
}
