package org.smoothbench.viz.surface;

/**
 * From where a surface is looked at. Immutable; any thread.
 *
 * @param azimuth degrees that the eye went around the surface, from 0 (b leads away from the eye) counter-clockwise
 * @param elevation degrees above the floor, 0 to 90
 * @param zoom 1 shows everything, 2 twice as large
 * @param panX how far the surface is moved to the right, in half widths of the surface
 * @param panY how far the surface is moved upwards, in half widths of the surface
 */
public record CameraPose(double azimuth, double elevation, double zoom, double panX, double panY) {
    /** The smallest zoom. */
    public static final double LEAST_ZOOM = 0.4;
    /** The largest zoom. */
    public static final double MOST_ZOOM = 20;

    private static final double FARTHEST_PAN = 2;

    /** Brings every part into its range, the azimuth into -180 to 180. */
    public CameraPose {
        azimuth = Math.IEEEremainder(azimuth, 360);
        elevation = Math.clamp(elevation, 0, 90);
        zoom = Math.clamp(zoom, LEAST_ZOOM, MOST_ZOOM);
        panX = Math.clamp(panX, -FARTHEST_PAN, FARTHEST_PAN);
        panY = Math.clamp(panY, -FARTHEST_PAN, FARTHEST_PAN);
    }

    /** Gone around and up by degrees. */
    public CameraPose orbited(double around, double up) {
        return new CameraPose(azimuth + around, elevation + up, zoom, panX, panY);
    }

    /** Nearer or farther by a factor. */
    public CameraPose zoomed(double factor) {
        return new CameraPose(azimuth, elevation, zoom * factor, panX, panY);
    }

    /** Moved sideways, in half widths of the surface. */
    public CameraPose panned(double right, double up) {
        return new CameraPose(azimuth, elevation, zoom, panX + right, panY + up);
    }

    /** The pose at a fraction of the way to another, around the shorter side. */
    CameraPose towards(CameraPose other, double fraction) {
        var around = Math.IEEEremainder(other.azimuth - azimuth, 360);
        return new CameraPose(
                azimuth + fraction * around,
                mix(elevation, other.elevation, fraction),
                zoom * Math.pow(other.zoom / zoom, fraction),
                mix(panX, other.panX, fraction),
                mix(panY, other.panY, fraction));
    }

    private static double mix(double from, double to, double fraction) {
        return from + fraction * (to - from);
    }
}
