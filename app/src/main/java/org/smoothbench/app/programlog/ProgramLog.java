package org.smoothbench.app.programlog;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * Keeps the last warnings and errors of this process, whichever thread they come from. From {@link #listenTo} on the listener
 * hears of each, on the thread that told it.
 */
public final class ProgramLog implements AutoCloseable {

    private static final int MOST = 200;

    private final Deque<LogEntry> entries = new ArrayDeque<>();
    private final Appender appender = new Appender();
    private Optional<Consumer<List<LogEntry>>> listener = Optional.empty();

    /** Begins to keep. */
    public ProgramLog() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            appender.setContext(context);
            appender.start();
            root(context).addAppender(appender);
        }
    }

    /** Calls the listener with all that is kept, now and whenever something comes. */
    void listenTo(Consumer<List<LogEntry>> wanted) {
        synchronized (entries) {
            listener = Optional.of(wanted);
            wanted.accept(List.copyOf(entries));
        }
    }

    @Override
    public void close() {
        if (appender.getContext() instanceof LoggerContext context) {
            root(context).detachAppender(appender);
            appender.stop();
        }
    }

    private static Logger root(LoggerContext context) {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private void keep(LogEntry entry) {
        synchronized (entries) {
            if (entries.size() == MOST) {
                entries.removeFirst();
            }
            entries.addLast(entry);
            listener.ifPresent(wanted -> wanted.accept(List.copyOf(entries)));
        }
    }

    /** Passes warnings and errors on. */
    private final class Appender extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                String name = event.getLoggerName();
                keep(new LogEntry(
                        Instant.ofEpochMilli(event.getTimeStamp()),
                        event.getLevel().isGreaterOrEqual(Level.ERROR),
                        name.substring(name.lastIndexOf('.') + 1),
                        event.getFormattedMessage(),
                        event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())));
            }
        }
    }
}
