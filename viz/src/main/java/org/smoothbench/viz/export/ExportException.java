package org.smoothbench.viz.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import org.jspecify.annotations.Nullable;

/** A chart could not be saved. What was at the target before is still there. */
public final class ExportException extends IOException {
    private final transient Path target;
    private final String reason;

    ExportException(Path target, String reason, @Nullable Throwable cause) {
        super("could not save " + target + ": " + reason, cause);
        this.target = target;
        this.reason = reason;
    }

    /** The file that was to be written. */
    public Path target() {
        return target;
    }

    /** Why it was not, in words for a person. */
    public String reason() {
        return reason;
    }

    static ExportException of(Path target, Throwable cause) {
        return new ExportException(target, reason(target, cause), cause);
    }

    /** Systems say it in words only. */
    private static boolean isFull(Throwable failure) {
        return says(failure, "No space left") || says(failure, "not enough space") || says(failure, "quota exceeded");
    }

    /** Whether a failure, or one that led to it, has these words. */
    private static boolean says(Throwable failure, String words) {
        for (var at = failure; at != null; at = at.getCause()) {
            if (String.valueOf(at.getMessage()).contains(words)) {
                return true;
            }
        }
        return false;
    }

    private static String reason(Path target, Throwable cause) {
        if (isFull(cause)) {
            return "the disk is full";
        }
        if (says(cause, "Read-only file system")) {
            return "the disk is read-only";
        }
        return switch (cause) {
            case AccessDeniedException denied -> "the folder " + target.getParent() + " does not allow writing";
            case ReadOnlyFileSystemException readOnly -> "the disk is read-only";
            case NoSuchFileException missing -> "the folder " + target.getParent() + " does not exist";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason();
            case OutOfMemoryError tooLarge -> "there is not enough memory for a picture of this size";
            default -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        };
    }
}
