package org.smoothbench.core.engine;

import java.util.Optional;

/**
 * What a result was computed with; {@code environment.json} of a run.
 *
 * @param smoothbench this program's version
 * @param java the Java runtime's version and vendor
 * @param system operating system and processor
 * @param libtorch the version of libtorch
 * @param device what computes, with its threads
 * @param threads CPU threads of one operation
 */
public record EnvironmentReport(
        String smoothbench, String java, String system, String libtorch, String device, int threads) {

    /** The environment of an engine. */
    public static EnvironmentReport of(TorchEngine engine) {
        return new EnvironmentReport(
                programVersion(),
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
                systemLabel(),
                engine.version(),
                engine.deviceLabel(),
                engine.threads());
    }

    /** This program's version. */
    public static String programVersion() {
        return Optional.ofNullable(EnvironmentReport.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** Operating system and processor, such as {@code Linux 6.1 amd64}. */
    public static String systemLabel() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch");
    }
}
