package org.smoothbench.app.runs;

import java.util.List;
import javafx.collections.ObservableList;

/** Brings a list that is shown up to date, touching only the stretch that differs, so that scrolling stays. */
final class ListUpdate {

    private ListUpdate() {}

    /** Makes the live list equal to the wanted one. */
    static <T> void apply(ObservableList<T> live, List<? extends T> wanted) {
        int same = Math.min(live.size(), wanted.size());
        int head = 0;
        while (head < same && live.get(head).equals(wanted.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < same - head && live.get(live.size() - 1 - tail).equals(wanted.get(wanted.size() - 1 - tail))) {
            tail++;
        }
        List<? extends T> middle = wanted.subList(head, wanted.size() - tail);
        int stale = live.size() - tail - head;
        int replaced = Math.min(stale, middle.size());
        // Replaced in place where that is possible, as each change of the length moves what follows.
        for (int i = 0; i < replaced && replaced <= 16; i++) {
            if (!live.get(head + i).equals(middle.get(i))) {
                live.set(head + i, middle.get(i));
            }
        }
        int done = replaced <= 16 ? replaced : 0;
        if (stale > done) {
            live.remove(head + done, head + stale);
        }
        if (middle.size() > done) {
            live.addAll(head + done, middle.subList(done, middle.size()));
        }
    }
}
