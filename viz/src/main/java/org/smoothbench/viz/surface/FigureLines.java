package org.smoothbench.viz.surface;

/** The lines on a surface and on its floor: budget, path, cut and cross, in their widths and colours. */
final class FigureLines {
    private FigureLines() {}

    /** Strokes between two places of the box with the brush that is in use. */
    @FunctionalInterface
    interface Stroke {
        void between(double x1, double y1, double x2, double y2);
    }

    static void onFloor(SurfaceFrame frame, LineBrush brush, double pixels, Stroke stroke) {
        var look = frame.look();
        brush.begin(1.3 * pixels, Double.POSITIVE_INFINITY);
        budget(frame, stroke);
        brush.end(look.text(), 0.7);
        brush.begin(1.6 * pixels, Double.POSITIVE_INFINITY);
        path(frame, stroke);
        brush.end(look.path(), 0.8);
        brush.begin(1.8 * pixels, Double.POSITIVE_INFINITY);
        section(frame, stroke);
        brush.end(look.section(), 0.9);
    }

    /**
     * Lines on the surface.
     *
     * @param lift how much nearer than it they are taken to be; see {@link LineBrush#begin}
     */
    static void onSurface(SurfaceFrame frame, LineBrush brush, double pixels, double lift, Stroke stroke) {
        var look = frame.look();
        brush.begin(1.7 * pixels, lift);
        budget(frame, stroke);
        brush.end(look.clean(), 0.9);
        // A dark border is seen on every colour.
        brush.begin(4 * pixels, lift);
        section(frame, stroke);
        brush.end(look.casing(), 0.55);
        brush.begin(2.2 * pixels, lift);
        section(frame, stroke);
        brush.end(look.section(), 1);
        brush.begin(1.1 * pixels, lift);
        cross(frame, stroke);
        brush.end(look.clean(), 0.9);
        brush.begin(4.4 * pixels, lift);
        path(frame, stroke);
        brush.end(look.casing(), 0.55);
        brush.begin(2.6 * pixels, lift);
        path(frame, stroke);
        brush.end(look.path(), 1);
    }

    private static void budget(SurfaceFrame frame, Stroke stroke) {
        if (frame.model().budget().isEmpty()) {
            return;
        }
        var half = frame.model().budget().getAsDouble();
        var middleX = frame.boxX(0);
        var middleY = frame.boxY(0);
        side(stroke, frame.boxX(half), middleY, middleX, frame.boxY(half));
        side(stroke, middleX, frame.boxY(half), frame.boxX(-half), middleY);
        side(stroke, frame.boxX(-half), middleY, middleX, frame.boxY(-half));
        side(stroke, middleX, frame.boxY(-half), frame.boxX(half), middleY);
    }

    /** The part of a line that lies over the floor. */
    private static void side(Stroke stroke, double x1, double y1, double x2, double y2) {
        var from = Math.max(Math.max(0, enters(x1, x2)), enters(y1, y2));
        var to = 1 - Math.max(Math.max(0, enters(x2, x1)), enters(y2, y1));
        if (from < to) {
            stroke.between(x1 + from * (x2 - x1), y1 + from * (y2 - y1), x1 + to * (x2 - x1), y1 + to * (y2 - y1));
        }
    }

    /** The share of the way from one number to another at which -1 to 1 is entered; 0 if it is not left. */
    private static double enters(double from, double to) {
        if (Math.abs(from) <= 1) {
            return 0;
        }
        return from == to ? 1 : (Math.copySign(1, from) - from) / (to - from);
    }

    private static void path(SurfaceFrame frame, Stroke stroke) {
        var path = frame.model().path();
        if (path == null) {
            return;
        }
        for (var i = 1; i < path.steps().size(); i++) {
            var from = path.steps().get(i - 1);
            var to = path.steps().get(i);
            side(stroke, frame.boxX(from.x()), frame.boxY(from.y()), frame.boxX(to.x()), frame.boxY(to.y()));
        }
    }

    private static void section(SurfaceFrame frame, Stroke stroke) {
        var cut = frame.section();
        if (cut != null) {
            side(
                    stroke,
                    frame.boxX(cut.fromX()),
                    frame.boxY(cut.fromY()),
                    frame.boxX(cut.toX()),
                    frame.boxY(cut.toY()));
        }
    }

    private static void cross(SurfaceFrame frame, Stroke stroke) {
        frame.pointed().ifPresent(vertex -> {
            var x = frame.boxX(frame.model().field().x(vertex.column()));
            var y = frame.boxY(frame.model().field().y(vertex.row()));
            stroke.between(-1, y, 1, y);
            stroke.between(x, -1, x, 1);
        });
    }
}
