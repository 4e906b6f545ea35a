package org.smoothbench.core.doctor;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.smoothbench.core.data.Cifar10Reader;
import org.smoothbench.core.data.StoredSets;
import org.smoothbench.core.engine.EnvironmentReport;
import org.smoothbench.core.problem.ProblemException;

/** Examines this machine for everything the program needs. Takes seconds; not for the FX thread. */
public final class Doctor {

    private final Path runs;

    /**
     * A doctor.
     *
     * @param runs the folder runs are to lie in
     */
    public Doctor(Path runs) {
        this.runs = runs;
    }

    /** Looks at everything. */
    public List<Check> examine() {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.ok("Smoothbench", EnvironmentReport.programVersion()));
        checks.add(Check.ok("System", EnvironmentReport.systemLabel()));
        checks.add(java());
        checks.add(javaFx());
        checks.addAll(new WindowCheck().examine());
        checks.addAll(new TorchCheck().examine());
        checks.add(runsFolder());
        checks.add(sampleData());
        return checks;
    }

    private static Check java() {
        String finding = System.getProperty("java.version") + ", " + System.getProperty("java.vendor") + ", "
                + System.getProperty("java.home");
        return Runtime.version().feature() >= 25
                ? Check.ok("JDK", finding)
                : Check.wrong("JDK", finding, "install JDK 25 or newer");
    }

    private static Check javaFx() {
        try {
            Class<?> type = Class.forName("javafx.scene.Node", false, Doctor.class.getClassLoader());
            Path jar = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Check.ok("JavaFX", String.valueOf(jar.getFileName()));
        } catch (ClassNotFoundException | URISyntaxException | LinkageError _) {
            return Check.note("JavaFX", "not on the class path", "start through ./smoothbench for the window");
        }
    }

    private Check runsFolder() {
        Path existing = runs.toAbsolutePath();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing != null && Files.isDirectory(existing) && Files.isWritable(existing)
                ? Check.ok("Runs folder", runs.toString())
                : Check.wrong("Runs folder", runs + " cannot be written", "set SMOOTHBENCH_RUNS to a folder of yours");
    }

    private static Check sampleData() {
        Path folder = Path.of(System.getProperty("smoothbench.home", "."), "sample-data");
        try {
            StoredSets data = Cifar10Reader.read(folder);
            return Check.ok(
                    "Sample data", data.train().size() + " + " + data.test().size() + " images in " + folder);
        } catch (ProblemException e) {
            return Check.wrong("Sample data", e.problem().line(), "make it again with: smoothbench sample-data");
        }
    }

    /** The bytes below a folder; 0 if it is not there. */
    static long sizeOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException _) {
            return 0;
        }
    }
}
