package org.smoothbench.core.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for a libtorch with CUDA in the places where Python environments keep it. */
final class CudaLibtorchSearch {

    private static final String MARK = "libtorch_cuda.so";
    private static final int DEPTH = 7;

    private final List<Path> roots;

    /** Looks where the usual tools install. */
    CudaLibtorchSearch() {
        this(usualRoots());
    }

    CudaLibtorchSearch(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    private static List<Path> usualRoots() {
        List<Path> roots = new ArrayList<>();
        for (String variable : List.of("PYTORCH_LIBRARY_PATH", "VIRTUAL_ENV", "CONDA_PREFIX")) {
            Optional.ofNullable(System.getenv(variable)).map(Path::of).ifPresent(roots::add);
        }
        Path home = Path.of(System.getProperty("user.home"));
        roots.add(home.resolve(".local"));
        roots.add(home.resolve(".djl.ai"));
        roots.add(Path.of("/usr/local/lib"));
        roots.add(Path.of("/opt"));
        return roots;
    }

    /** The first folder that holds one. */
    Optional<Path> find() {
        return roots.stream()
                .filter(Files::isDirectory)
                .flatMap(CudaLibtorchSearch::below)
                .findFirst();
    }

    private static Stream<Path> below(Path root) {
        try (Stream<Path> found = Files.find(root, DEPTH, (path, _) -> path.endsWith(MARK))) {
            return found.map(Path::getParent).toList().stream();
        } catch (IOException | UncheckedIOException _) {
            return Stream.empty();
        }
    }
}
