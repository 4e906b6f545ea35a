package org.smoothbench.app.follow;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that reads run files: takes a snapshot at every interval and gives it away. A daemon, so that it keeps no
 * program alive.
 */
public final class FollowThread implements RunFeed, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FollowThread.class);

    private final LibraryFollower follower;
    private final Duration interval;
    private final Consumer<LibrarySnapshot> receiver;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();

    private Wanted wanted = new Wanted(Optional.empty(), Set.of());
    private boolean refresh;

    private record Wanted(Optional<String> selected, Set<String> followed) {

        Wanted {
            followed = Set.copyOf(followed);
        }
    }

    /** A thread that has yet to be started; the receiver is called on it. */
    public FollowThread(LibraryFollower follower, Duration interval, Consumer<LibrarySnapshot> receiver) {
        this.follower = follower;
        this.interval = interval;
        this.receiver = receiver;
        thread = Thread.ofPlatform().daemon().name("run-follower").unstarted(this::run);
    }

    /** Starts following. */
    public void start() {
        thread.start();
    }

    @Override
    public void select(Optional<String> runId) {
        lock.lock();
        try {
            want(new Wanted(runId, wanted.followed()));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void follow(Set<String> runIds) {
        lock.lock();
        try {
            want(new Wanted(wanted.selected(), runIds));
        } finally {
            lock.unlock();
        }
    }

    private void want(Wanted newer) {
        refresh |= !wanted.equals(newer);
        wanted = newer;
        asked.signal();
    }

    @Override
    public void refresh() {
        lock.lock();
        try {
            refresh = true;
            asked.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                rest();
            }
        } catch (InterruptedException _) {
            LOG.debug("No longer following {}", follower.root());
        }
    }

    private void look() {
        try {
            Wanted now = wanted();
            LibrarySnapshot snapshot = follower.poll(now.selected(), now.followed());
            receiver.accept(snapshot);
            if (!snapshot.complete() || snapshot.unread() > 0 || follower.unfinished()) {
                refresh();
            }
        } catch (RuntimeException e) {
            // A fault in reading one snapshot must not freeze the window at the last one.
            LOG.error("The runs in {} could not be read", follower.root(), e);
        }
    }

    private Wanted wanted() {
        lock.lock();
        try {
            refresh = false;
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    private void rest() throws InterruptedException {
        lock.lock();
        try {
            long left = interval.toNanos();
            while (!refresh && left > 0) {
                left = asked.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
