package org.smoothbench.app.landscape;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.smoothbench.viz.image.PictureView;
import org.smoothbench.viz.surface.GridVertex;

/** What is known of the vertex that is pointed at, and the images: x and what it became. Under a picture. */
final class ReadingStrip extends HBox {

    private static final double SIDE = 66;

    private final PictureView before = new PictureView();
    private final PictureView after = new PictureView();
    private final Label place = new Label();
    private final Label figures = new Label();
    private final Label prediction = new Label();
    private final Node pictures;

    ReadingStrip() {
        getStyleClass().add("reading-strip");
        pictures = pair(before, after);
        place.getStyleClass().add("reading-place");
        figures.getStyleClass().add("reading-figures");
        prediction.getStyleClass().add("reading-prediction");
        VBox words = new VBox(place, figures, prediction);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(pictures, words);
        setMinHeight(SIDE + 8);
        setMaxHeight(SIDE + 8);
    }

    private static Node pair(PictureView before, PictureView after) {
        HBox pair = new HBox(framed(before, "x"), framed(after, "x + a u + b v"));
        pair.getStyleClass().add("reading-pair");
        pair.setMinWidth(USE_PREF_SIZE);
        return pair;
    }

    private static Node framed(PictureView view, String name) {
        view.setAccessibleText(name);
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("pixel-frame");
        frame.setMinSize(SIDE, SIDE);
        frame.setPrefSize(SIDE, SIDE);
        frame.setMaxSize(SIDE, SIDE);
        return frame;
    }

    /** Shows a vertex of a picture; without one, the middle, which is the image itself. */
    void show(Optional<Picture> picture, Optional<GridVertex> pointed) {
        Optional<VertexReading> reading =
                picture.flatMap(one -> VertexReading.of(one, pointed.orElseGet(() -> middle(one))));
        setVisible(reading.isPresent());
        setManaged(reading.isPresent());
        reading.ifPresent(now -> show(picture.orElseThrow(), now, pointed.isEmpty()));
    }

    private static GridVertex middle(Picture picture) {
        return picture.field()
                .map(field -> new GridVertex(field.columns() / 2, field.rows() / 2))
                .orElse(new GridVertex(0, 0));
    }

    private void show(Picture picture, VertexReading reading, boolean atRest) {
        place.setText(
                atRest
                        ? (picture.ofImages() ? "At x" : "At the trained weights")
                                + "; point at the picture to see more"
                        : String.format(Locale.ROOT, "a = %.2f, b = %.2f", reading.a(), reading.b())
                                + (picture.ofImages() ? " eps" : "")
                                + clipped(reading));
        figures.setText(figures(picture, reading));
        prediction.setText(prediction(picture, reading));
        prediction.pseudoClassStateChanged(
                LandscapeStyles.WRONG, reading.predicted().isPresent() && !reading.correct());
        pictures.setVisible(reading.image().isPresent());
        pictures.setManaged(reading.image().isPresent());
        reading.image().ifPresent(pair -> {
            before.rasterProperty().set(pair.before());
            after.rasterProperty().set(pair.after());
        });
    }

    private static String clipped(VertexReading reading) {
        return reading.saturated() < 0.005
                ? ""
                : String.format(Locale.ROOT, ", %.0f %% of values clipped", 100 * reading.saturated());
    }

    private static String figures(Picture picture, VertexReading reading) {
        if (reading.loss().isEmpty()) {
            return picture.height().label() + ", " + picture.pick().label() + ": " + number(reading.value());
        }
        return "loss " + number(reading.loss()) + " nats, margin " + number(reading.margin());
    }

    private static String number(OptionalDouble value) {
        return number(value.orElse(Double.NaN));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "no finite number";
    }

    private static String prediction(Picture picture, VertexReading reading) {
        if (reading.predicted().isEmpty()) {
            return "";
        }
        List<String> names = picture.landscape().report().classNames();
        return "predicted " + names.get(reading.predicted().getAsInt()) + (reading.correct() ? "" : ", which is wrong");
    }
}
