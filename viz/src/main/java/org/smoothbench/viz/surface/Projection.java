package org.smoothbench.viz.surface;

/**
 * Where points of the {@link Box} lie in a viewport: a mild perspective, y downwards. Immutable; any thread.
 *
 * <p>The point p is seen at depth w = D - p·c along the view, c being the direction to the eye and D its distance, and at
 * focal · (p·right + panX) / w to the right of the middle.
 */
final class Projection {
    /** Of the eye from the middle of the box: far enough for a mild perspective. */
    private static final double DISTANCE = 6.5;
    /** Towards the top the eye goes so much farther that the view from above is a map. */
    private static final double FARTHER = 80;

    private static final double STEEP = 50;
    /** What a line on a surface is lifted towards the eye. */
    private static final double LIFT = 0.02;
    /** What must fit across and upright at a zoom of 1, in half widths of the surface. */
    private static final double FITTED_WIDTH = 3.35;

    private static final double FITTED_HEIGHT = 2.75;
    /** Upright without ticks and titles, which are as high in a low picture as in a high one. */
    private static final double BARE_HEIGHT = 2.45;
    /** What ticks and titles take, in logical pixels. */
    private static final double LETTERING = 60;
    /** A picture too low for letters still shows its surface. */
    private static final double LEAST_SHARE = 0.5;

    private final double centreX;
    private final double centreY;
    private final double distance;
    private final double focal;
    private final double panX;
    private final double panY;
    private final double rightX;
    private final double rightY;
    private final double upX;
    private final double upY;
    private final double upZ;
    private final double eyeX;
    private final double eyeY;
    private final double eyeZ;

    Projection(CameraPose pose, Viewport viewport) {
        centreX = viewport.width() / 2;
        centreY = viewport.height() / 2;
        var scale = Math.min(viewport.width() / FITTED_WIDTH, viewport.height() / FITTED_HEIGHT);
        var steep = Math.max(0, (pose.elevation() - STEEP) / (90 - STEEP));
        distance = DISTANCE * (1 + FARTHER * steep * steep * steep);
        focal = scale * distance * pose.zoom();
        panX = pose.panX();
        panY = pose.panY();
        var azimuth = Math.toRadians(pose.azimuth() - 90);
        var elevation = Math.toRadians(pose.elevation());
        rightX = -Math.sin(azimuth);
        rightY = Math.cos(azimuth);
        upX = -Math.sin(elevation) * Math.cos(azimuth);
        upY = -Math.sin(elevation) * Math.sin(azimuth);
        upZ = Math.cos(elevation);
        eyeX = Math.cos(elevation) * Math.cos(azimuth);
        eyeY = Math.cos(elevation) * Math.sin(azimuth);
        eyeZ = Math.sin(elevation);
    }

    /**
     * A pose from so far that ticks and titles are not cut off.
     *
     * @param logical the viewport in logical pixels
     */
    static CameraPose withRoomForLetters(CameraPose pose, Viewport logical) {
        var usual = Math.min(logical.width() / FITTED_WIDTH, logical.height() / FITTED_HEIGHT);
        var lettered = (logical.height() - LETTERING) / BARE_HEIGHT;
        return pose.zoomed(Math.clamp(lettered / usual, LEAST_SHARE, 1));
    }

    /** One over the depth along the view: larger is nearer, and linear on the screen. */
    double nearness(double x, double y, double z) {
        return 1 / (distance - x * eyeX - y * eyeY - (z - Box.CENTRE) * eyeZ);
    }

    /** Across, in logical pixels from the viewport's left. */
    double screenX(double x, double y, double z) {
        return acrossAt(x, y, nearness(x, y, z));
    }

    /** Down, in logical pixels from the viewport's top. */
    double screenY(double x, double y, double z) {
        return downAt(x, y, z, nearness(x, y, z));
    }

    /** As {@link #screenX} for a point of any height whose nearness is known, which is what takes its time. */
    double acrossAt(double x, double y, double near) {
        return centreX + focal * (x * rightX + y * rightY + panX) * near;
    }

    /** As {@link #screenY} for a point whose nearness is known. */
    double downAt(double x, double y, double z, double near) {
        return centreY - focal * (x * upX + y * upY + (z - Box.CENTRE) * upZ + panY) * near;
    }

    /** The half line from the eye through a point of the screen. */
    Ray ray(double screenX, double screenY) {
        var across = (screenX - centreX) / focal;
        var upright = (centreY - screenY) / focal;
        return new Ray(
                distance * eyeX - panX * rightX - panY * upX,
                distance * eyeY - panX * rightY - panY * upY,
                distance * eyeZ - panY * upZ + Box.CENTRE,
                across * rightX + upright * upX - eyeX,
                across * rightY + upright * upY - eyeY,
                upright * upZ - eyeZ);
    }

    /** The focal length in logical pixels. */
    double focal() {
        return focal;
    }

    /** What one logical pixel in the middle of the box measures, in half widths of the surface. */
    double pixel() {
        return distance / focal;
    }

    /** Of the eye from the middle of the box, in half widths of the surface. */
    double distance() {
        return distance;
    }

    /** The factor by which lines on a surface are nearer than it. */
    double lift() {
        return 1 + LIFT / distance;
    }

    /** The rows right, up and towards the eye. */
    double[][] axes() {
        return new double[][] {{rightX, rightY, 0}, {upX, upY, upZ}, {eyeX, eyeY, eyeZ}};
    }

    double panX() {
        return panX;
    }

    double panY() {
        return panY;
    }
}
