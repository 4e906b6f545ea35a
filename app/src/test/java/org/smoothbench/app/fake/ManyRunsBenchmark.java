package org.smoothbench.app.fake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.app.follow.LibrarySnapshot;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.runs.Sorting;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;

/** Measures what a folder of many runs costs: the first look, later looks, and what the FX thread does with each. */
public final class ManyRunsBenchmark {

    private ManyRunsBenchmark() {}

    /**
     * Prints the times.
     *
     * @param args a folder that {@link ManyRuns} wrote
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        LibraryFollower follower =
                new LibraryFollower(new RunLibrary(Path.of(args[0]), Clock.systemUTC()), new RunReader());
        RunListViewModel list = new RunListViewModel(Optional.empty());
        Optional<LibrarySnapshot> last = Optional.empty();
        long begin = System.nanoTime();
        int looks = 0;
        do {
            last = Optional.of(follower.poll(Optional.empty()));
            long taken = System.nanoTime();
            list.show(last.get().runs());
            System.out.printf(
                    "look %d: %d runs, %d in the list, after %.0f ms; list took %.1f ms%n",
                    ++looks,
                    last.get().runs().size(),
                    list.all().size(),
                    ms(taken - begin),
                    ms(System.nanoTime() - taken));
        } while (looks < 3);
        double[] polls = new double[40];
        double[] shows = new double[polls.length];
        for (int i = 0; i < polls.length; i++) {
            Thread.sleep(100);
            long from = System.nanoTime();
            LibrarySnapshot snapshot = follower.poll(Optional.empty());
            long between = System.nanoTime();
            list.show(snapshot.runs());
            polls[i] = ms(between - from);
            shows[i] = ms(System.nanoTime() - between);
        }
        print("later look", polls);
        print("later list", shows);
        double[] searches = new double[20];
        for (int i = 0; i < searches.length; i++) {
            long from = System.nanoTime();
            list.searchProperty().set(i % 2 == 0 ? "silu robust>30" : "");
            searches[i] = ms(System.nanoTime() - from);
        }
        print("search", searches);
        long from = System.nanoTime();
        list.choices().sortingProperty().set(Sorting.BEST_ROBUST);
        System.out.printf("sorting: %.1f ms%n", ms(System.nanoTime() - from));
    }

    private static void print(String what, double[] times) {
        Arrays.sort(times);
        System.out.printf(
                "%s: median %.2f ms, longest %.2f ms%n", what, times[times.length / 2], times[times.length - 1]);
    }

    private static double ms(long nanos) {
        return nanos / 1e6;
    }
}
