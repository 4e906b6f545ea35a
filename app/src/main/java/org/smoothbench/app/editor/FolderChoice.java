package org.smoothbench.app.editor;

import java.nio.file.Path;
import java.util.Optional;

/** Lets a person choose a folder. */
@FunctionalInterface
public interface FolderChoice {

    /** The folder chosen, or nothing. */
    Optional<Path> choose();
}
