package org.smoothbench.app.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.geometry.Dimension2D;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.smoothbench.app.charts.ChartFiles;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.DrawingRow;
import org.smoothbench.viz.export.AnimationExport;
import org.smoothbench.viz.export.AnimationFormat;
import org.smoothbench.viz.export.DrawnFrames;
import org.smoothbench.viz.export.ExportFormat;
import org.smoothbench.viz.export.FieldExport;
import org.smoothbench.viz.export.FieldFormat;
import org.smoothbench.viz.export.Frames;
import org.smoothbench.viz.field.ColourScale;
import org.smoothbench.viz.field.ScalarField;
import org.smoothbench.viz.surface.FrozenSurface;

/** What the page saves: what is seen, and the numbers behind it. FX thread only; writing is done elsewhere. */
final class LandscapeExports {

    /** How many times its own width of a and b a surface is high in a file. */
    private static final double HEIGHT_SHARE = 0.5;

    private static final double FRAMES_PER_SECOND = 25;

    private static final Dimension2D ANY = new Dimension2D(1, 1);
    /** The smallest surface in a file: with room for its letters and its caption. */
    private static final Dimension2D FIGURE = new Dimension2D(640, 560);

    private static final Dimension2D FILM = new Dimension2D(480, 420);

    /** Six seconds, 2.4 degrees from one picture to the next. */
    private static final int ORBIT_FRAMES = 150;

    private final LandscapeView view;
    private final LandscapeViewModel model;
    private final ChartFiles files;

    LandscapeExports(LandscapeView view, LandscapeViewModel model, ChartFiles files) {
        this.view = view;
        this.model = model;
        this.files = files;
    }

    /** A kind of file. */
    enum Kind {
        /** What is seen, a pixel for a pixel. */
        PNG_1("PNG picture, as on screen…", true),
        /** What is seen, for screens of high density. */
        PNG_2("PNG picture, twice as fine…", false),
        /** What is seen, for paper. */
        PNG_4("PNG picture, four times as fine…", false),
        /** Maps as vectors. */
        MAP_SVG("Map as SVG drawing…", true),
        /** Maps for papers. */
        MAP_PDF("Map as PDF page…", false),
        /** The cross-section as vectors. */
        SECTION_SVG("Cross-section as SVG drawing…", true),
        /** The cross-section for papers. */
        SECTION_PDF("Cross-section as PDF page…", false),
        /** The cross-section in numbers. */
        SECTION_CSV("Cross-section as CSV data…", false),
        /** A surface for 3-D programs. */
        PLY("Surface as PLY…", true),
        /** A surface as text. */
        OBJ("Surface as OBJ…", false),
        /** All grids in numbers. */
        CSV("Grids as CSV data…", true),
        /** A grid for NumPy. */
        NPY("Grid as NPY array…", false),
        /** Once around, as a film. */
        GIF("Orbit as GIF…", true),
        /** Once around, picture by picture. */
        FRAMES("Orbit as PNG sequence…", false);

        private final String title;
        private final boolean begins;

        Kind(String title, boolean begins) {
            this.title = title;
            this.begins = begins;
        }

        /** What its item says. */
        String title() {
            return title;
        }

        /** Its name in commands and nodes. */
        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Asks where to, and saves there. */
    void save(Kind kind) {
        switch (kind) {
            case PNG_1 -> pictures(new ExportFormat.Png(1));
            case PNG_2 -> pictures(new ExportFormat.Png(2));
            case PNG_4 -> pictures(new ExportFormat.Png(4));
            case MAP_SVG -> maps(new ExportFormat.Svg());
            case MAP_PDF -> maps(new ExportFormat.Pdf());
            case SECTION_SVG -> section(new ExportFormat.Svg());
            case SECTION_PDF -> section(new ExportFormat.Pdf());
            case SECTION_CSV -> section(new ExportFormat.Csv());
            case PLY -> solid(true);
            case OBJ -> solid(false);
            case CSV -> maps(new ExportFormat.Csv());
            case NPY -> array();
            case GIF -> orbit(true);
            case FRAMES -> orbit(false);
        }
    }

    /** The items of the menu. */
    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind.begins && !items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            MenuItem item = new MenuItem(kind.title());
            item.setId("export-" + kind.id());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> save(kind));
            items.add(item);
        }
        return items;
    }

    private void pictures(ExportFormat format) {
        if (model.look().sightProperty().get() == Sight.MAP) {
            maps(format);
            return;
        }
        boolean asOnScreen = format.equals(new ExportFormat.Png(1));
        save(List.<Drawing>copyOf(surfaces(asOnScreen ? ANY : FIGURE)), "landscape", format);
    }

    private List<FrozenSurface> surfaces(Dimension2D least) {
        return view.cards().stream()
                .flatMap(card -> card.freeze(least).stream())
                .toList();
    }

    private void maps(ExportFormat format) {
        List<Drawing> parts = view.cards().stream()
                .flatMap(card -> model
                        .picture(card.slot())
                        .map(picture -> card.map(picture).freeze(picture.model().title(), Caption.of(picture)))
                        .stream())
                .toList();
        save(parts, "landscape-map", format);
    }

    private void save(List<Drawing> parts, String name, ExportFormat format) {
        if (!parts.isEmpty()) {
            files.save(parts.size() == 1 ? parts.getFirst() : new DrawingRow("", parts), name, format);
        }
    }

    private void section(ExportFormat format) {
        List<Picture> pictures = model.picturesProperty().get();
        if (!pictures.isEmpty()) {
            files.save(view.section().freeze(Caption.of(pictures)), "landscape-section", format);
        }
    }

    private void solid(boolean ply) {
        current(picture -> picture.field().ifPresent(field -> {
            ColourScale scale = picture.scale();
            double height =
                    HEIGHT_SHARE * field.xRange().width() / scale.values().width();
            FieldFormat format = ply ? new FieldFormat.Ply(scale, height) : new FieldFormat.Obj(scale, height);
            field(field, picture, format);
        }));
    }

    private void array() {
        current(picture -> picture.field().ifPresent(field -> field(field, picture, new FieldFormat.Npy())));
    }

    private void field(ScalarField field, Picture picture, FieldFormat format) {
        files.save(name(picture), format.extension(), file -> FieldExport.write(field, format, file));
    }

    private static String name(Picture picture) {
        return "landscape-" + picture.model().id() + "-"
                + picture.height().name().toLowerCase(Locale.ROOT);
    }

    private void current(Consumer<Picture> action) {
        view.current().map(SurfaceCard::slot).flatMap(model::picture).ifPresent(action);
    }

    /** All surfaces beside each other, each once around. */
    private void orbit(boolean gif) {
        List<IntFunction<Drawing>> around = surfaces(FILM).stream()
                .map(surface -> surface.orbit(ORBIT_FRAMES))
                .toList();
        if (around.isEmpty()) {
            return;
        }
        IntFunction<Drawing> row = index ->
                new DrawingRow("", around.stream().map(one -> one.apply(index)).toList());
        AnimationFormat format =
                gif ? new AnimationFormat.Gif(FRAMES_PER_SECOND, true) : new AnimationFormat.PngSequence();
        Frames frames = new DrawnFrames(ORBIT_FRAMES, row, gif ? 1 : ChartFiles.SCALE);
        files.save("landscape-orbit", gif ? "gif" : "", file -> AnimationExport.write(frames, format, file));
    }
}
