package org.smoothbench.core.evaluation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Recognises faults that a smaller batch would not have: those of Java, of libtorch's allocators and of CUDA. */
final class MemoryShortage {

    private MemoryShortage() {}

    static boolean isBehind(Throwable fault) {
        for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof OutOfMemoryError
                    || message.contains("out of memory")
                    || message.contains("can't allocate memory")
                    || message.contains("not enough memory")
                    || message.contains("bad_alloc")) {
                return true;
            }
        }
        return false;
    }
}
