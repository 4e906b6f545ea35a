package org.smoothbench.app.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.core.landscape.Roughness;
import org.smoothbench.core.landscape.RoughnessMeasure;
import org.smoothbench.core.smoothness.Distribution;

/**
 * How rough landscapes are: a row for each measure, a column for each model.
 *
 * @param images over how many images each figure is; of the first model
 * @param models their titles
 */
record RoughnessTable(int images, List<String> models, List<Row> rows) {

    /**
     * A measure.
     *
     * @param lowest the model with the smallest figure; empty if two have the same, or fewer than two have any
     */
    record Row(RoughnessMeasure measure, List<Cell> cells, OptionalInt lowest) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A figure.
     *
     * @param value of one image, or the mean; NaN if it was not measured
     * @param spread from the 10 % to the 90 % quantile, in words; empty for one image
     * @param count on how many images it could be measured
     */
    record Cell(double value, String spread, int count) {

        String text() {
            return number(value);
        }
    }

    public RoughnessTable {
        models = List.copyOf(models);
        rows = List.copyOf(rows);
    }

    /** The table of some pictures' landscapes: of the picked image, or over all images. */
    static RoughnessTable of(List<Picture> pictures) {
        List<Picture> whole = pictures.stream().filter(Picture::whole).toList();
        List<Row> rows = new ArrayList<>();
        for (RoughnessMeasure measure : RoughnessMeasure.values()) {
            List<Cell> cells =
                    whole.stream().map(picture -> cell(picture, measure)).toList();
            if (cells.stream().anyMatch(cell -> !Double.isNaN(cell.value()))) {
                rows.add(new Row(measure, cells, lowest(cells)));
            }
        }
        return new RoughnessTable(
                whole.stream().findFirst().map(RoughnessTable::images).orElse(0),
                whole.stream().map(picture -> picture.model().title()).toList(),
                rows);
    }

    private static int images(Picture picture) {
        return picture.pick() instanceof Pick.One
                        && picture.landscape().report().surfaces().size() > 1
                ? 1
                : picture.landscape().report().images();
    }

    private static Cell cell(Picture picture, RoughnessMeasure measure) {
        Landscape landscape = picture.landscape();
        Optional<Roughness> one = switch (picture.pick()) {
            case Pick.One _ -> picture.surface().map(surface -> surface.report().roughness());
            case Pick.Over _ -> Optional.empty();
        };
        if (one.isPresent()) {
            double value = measure.of(one.get());
            return new Cell(value, "", Double.isNaN(value) ? 0 : 1);
        }
        return over(landscape.report(), measure);
    }

    private static Cell over(LandscapeReport report, RoughnessMeasure measure) {
        Distribution spread = report.over(measure);
        if (spread.count() == 0) {
            return new Cell(Double.NaN, "", 0);
        }
        return new Cell(
                spread.mean(),
                spread.count() == 1 ? "" : number(spread.low()) + " – " + number(spread.high()),
                spread.count());
    }

    private static OptionalInt lowest(List<Cell> cells) {
        int best = -1;
        boolean tie = false;
        for (int i = 0; i < cells.size(); i++) {
            double value = cells.get(i).value();
            if (Double.isNaN(value)) {
                continue;
            }
            if (best < 0 || value < cells.get(best).value()) {
                best = i;
                tie = false;
            } else if (value == cells.get(best).value()) {
                tie = true;
            }
        }
        boolean alone =
                cells.stream().filter(cell -> !Double.isNaN(cell.value())).count() < 2;
        return best < 0 || tie || alone ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** A figure with three digits. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        double size = Math.abs(value);
        if (size >= 1000 && size < 1e7) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        if (size >= 1e-3 && size < 1000) {
            int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
            return String.format(Locale.ROOT, "%." + decimals + "f", value);
        }
        return String.format(Locale.ROOT, "%.2e", value);
    }
}
