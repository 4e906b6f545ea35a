package org.smoothbench.app;

import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.app.runs.Notice;
import org.smoothbench.app.runs.NoticeViewModel;

/** What happens to an exception nobody caught: it is logged and shown as the one notice. Any thread. */
final class UncaughtFaults implements Thread.UncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UncaughtFaults.class);

    private final NoticeViewModel notices;
    private final Executor fxThread;

    UncaughtFaults(NoticeViewModel notices, Executor fxThread) {
        this.notices = notices;
        this.fxThread = fxThread;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        LOG.error("Uncaught in thread {}", thread.getName(), fault);
        fxThread.execute(() -> notices.show(new Notice(
                "Something went wrong inside Smoothbench.",
                fault.toString(),
                "Runs are not affected. The log of this window tells more.")));
    }
}
