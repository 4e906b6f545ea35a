package org.smoothbench.app.charts;

import java.util.Optional;

/** Which events of runs are marked in charts, and with what. */
final class EventSigns {

    private EventSigns() {}

    /** The sign of a type of event; empty for those that are no news on a curve. */
    static Optional<String> of(String type) {
        return switch (type) {
            case "resumed" -> Optional.of("R");
            case "paused" -> Optional.of("P");
            case "collapse" -> Optional.of("!");
            case "rollback" -> Optional.of("B");
            case "not-finite" -> Optional.of("?");
            case "failed" -> Optional.of("F");
            case "cancelled" -> Optional.of("S");
            default -> Optional.empty();
        };
    }

    /** An event in few words; its whole message is in the log. */
    static String words(String type) {
        return switch (type) {
            case "collapse" -> "collapse detected";
            case "rollback" -> "back to the best checkpoint";
            case "not-finite" -> "the loss was no number";
            case "cancelled" -> "stopped";
            default -> type;
        };
    }
}
