package org.smoothbench.viz.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes lengths of time and moments the way a person reads them. */
final class Times {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    static final double DAY = 86_400;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

    private Times() {}

    /** A length of time in its one or two largest units. */
    static String duration(double seconds) {
        if (!Double.isFinite(seconds) || seconds < 0) {
            return Numbers.reading(seconds) + " s";
        }
        if (seconds < MINUTE) {
            var digits = BigDecimal.valueOf(seconds).round(new MathContext(4)).stripTrailingZeros();
            return digits.toPlainString() + " s";
        }
        // Rounded before it is divided, so that no "60 s" is left over.
        if (Math.round(seconds) < HOUR) {
            return pair(Math.round(seconds), 60, "min", "s");
        }
        var minutes = Math.round(seconds / MINUTE);
        return minutes < 24 * 60 ? pair(minutes, 60, "h", "min") : pair(Math.round(minutes / 60.0), 24, "d", "h");
    }

    private static String pair(long small, long perLarge, String largeUnit, String smallUnit) {
        var rest = small % perLarge;
        return small / perLarge + " " + largeUnit + (rest == 0 ? "" : " " + rest + " " + smallUnit);
    }

    /** A moment, to the second. */
    static String moment(double seconds, ZoneId zone) {
        return Double.isFinite(seconds) ? MOMENT.format(at(seconds, zone)) : "–";
    }

    /** A tick of a row of moments: no more than tells it from its neighbours. */
    static String momentTick(double seconds, double step, ZoneId zone) {
        var time = at(seconds, zone);
        if (step >= DAY || (step >= MINUTE && time.getHour() == 0 && time.getMinute() == 0)) {
            return DATE.format(time);
        }
        return (step >= MINUTE ? MINUTES : SECONDS).format(time);
    }

    /** What has to be added to seconds since 1970 so that whole days begin at midnight. */
    static double offset(double seconds, ZoneId zone) {
        return zone.getRules().getOffset(Instant.ofEpochSecond((long) seconds)).getTotalSeconds();
    }

    private static ZonedDateTime at(double seconds, ZoneId zone) {
        return Instant.ofEpochMilli(Math.round(seconds * 1000)).atZone(zone);
    }
}
