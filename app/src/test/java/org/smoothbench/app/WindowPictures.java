package org.smoothbench.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.smoothbench.app.fake.DrivenApplication;
import org.smoothbench.app.fake.DrivenWindow;
import org.smoothbench.app.fake.EveryState;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunMetaFile;

/**
 * Takes pictures of every view of the real window on a folder of runs, in both sizes and themes, so that people can look at
 * them one by one. Not a test; run it as a program on a display with the test class path:
 *
 * <pre>.ci/measure org.smoothbench.app.WindowPictures RUNS OUT [1280x800,1920x1080] [light,dark] [view,view…]</pre>
 *
 * <p>{@code -} for the folder stands for one with a run in every state. The runs that are compared are the newest four of a
 * study, or else of all. Nothing in the folder is changed.
 */
public final class WindowPictures {

    private static final int COMPARED = 4;

    private WindowPictures() {}

    /** Shows the windows, one after the other, and ends. */
    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /** How a window is brought from each view to the next: buttons by their ids, keys, commands by their titles. */
    private static final Map<String, List<String>> VIEWS = views();

    private static Map<String, List<String>> views() {
        Map<String, List<String>> views = new LinkedHashMap<>();
        views.put("runs-damaged", List.of("#page-runs", "@20261128-150000-damaged"));
        views.put("runs-crashed", List.of("@softplus-torn"));
        views.put("runs-running", List.of("@silu-running"));
        views.put("runs", List.of("@silu · seed 2"));
        views.put("runs-table", List.of("#run-table-toggle"));
        views.put("runs-notes", List.of("#run-table-toggle", "Edit name, study"));
        views.put("runs-trash", List.of("#meta-cancel", "Trash…"));
        views.put("runs-help", List.of("#trash-back", "#open-help"));
        views.put("palette", List.of("#open-help", "#open-palette"));
        views.put("log", List.of("!ESCAPE", "Warnings and errors"));
        views.put("gallery", List.of("Warnings and errors", "#page-experiment"));
        views.put("editor", List.of("#begin-sample-silu"));
        views.put("editor-json", List.of("Experiment as JSON"));
        views.put("charts", List.of("Experiment as JSON", "#page-charts"));
        views.put("charts-one", List.of("#enlarge-accuracy"));
        views.put("compare", List.of("#enlarge-accuracy", "#page-compare", "#compare-accuracy", "#published-paper"));
        views.put("compare-settings", List.of("#published-paper", "#compare-settings"));
        views.put("compare-diff", List.of("#compare-diff"));
        views.put("activations", List.of("#page-activations"));
        views.put("activations-kink", List.of("#sight-kink"));
        views.put("activations-probe", List.of("#sight-probe"));
        return views;
    }

    /** The window that is photographed. */
    public static final class Window extends DrivenApplication {

        @Override
        protected void drive(DrivenWindow window, List<String> words) throws IOException, InterruptedException {
            for (String size : word(words, 2, "1280x800,1920x1080").split(",", -1)) {
                for (String theme : word(words, 3, "light,dark").split(",", -1)) {
                    photograph(window, words, size, theme);
                }
            }
        }

        private static void photograph(DrivenWindow window, List<String> words, String size, String theme)
                throws IOException, InterruptedException {
            List<String> wanted = List.of(word(words, 4, "welcome," + String.join(",", VIEWS.keySet()))
                    .split(",", -1));
            Path out = Files.createDirectories(Path.of(words.get(1)));
            String[] sides = size.split("x", -1);
            int width = Integer.parseInt(sides[0]);
            int height = Integer.parseInt(sides[1]);
            window.open(Files.createTempDirectory("no-runs"), List.of(), width, height, theme);
            take(window, out.resolve("welcome-" + size + "-" + theme + ".png"), wanted.contains("welcome"));
            Path runs = Path.of(words.getFirst());
            if (words.getFirst().equals("-")) {
                runs = Files.createTempDirectory("runs");
                EveryState.write(runs);
            }
            window.open(runs, compared(runs), width, height, theme);
            for (Map.Entry<String, List<String>> view : VIEWS.entrySet()) {
                for (String step : view.getValue()) {
                    window.go(step);
                    Thread.sleep(Duration.ofMillis(500));
                }
                take(
                        window,
                        out.resolve(view.getKey() + "-" + size + "-" + theme + ".png"),
                        wanted.contains(view.getKey()));
            }
        }

        private static List<String> compared(Path runs) throws IOException {
            try (var folders = Files.list(runs)) {
                return folders.filter(folder -> Files.exists(folder.resolve("experiment.json")))
                        .map(folder -> Objects.toString(folder.getFileName()))
                        .sorted(Comparator.comparing((String id) -> !studied(runs, id))
                                .thenComparing(Comparator.reverseOrder()))
                        .limit(COMPARED)
                        .toList();
            }
        }

        private static boolean studied(Path runs, String id) {
            return new RunMetaFile(new RunDirectory(runs.resolve(id)))
                    .read()
                    .study()
                    .isPresent();
        }

        private static void take(DrivenWindow window, Path file, boolean wanted)
                throws IOException, InterruptedException {
            if (wanted) {
                Thread.sleep(Duration.ofMillis(1200));
                write(DrivenWindow.on(() -> window.scene().snapshot(null)), file);
                System.out.println(file);
            }
        }

        private static void write(WritableImage image, Path file) throws IOException {
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    pixels.setRGB(x, y, image.getPixelReader().getArgb(x, y));
                }
            }
            ImageIO.write(pixels, "png", file.toFile());
        }

        private static String word(List<String> words, int index, String otherwise) {
            return words.size() > index ? words.get(index) : otherwise;
        }
    }
}
