package org.smoothbench.viz.surface;

/** What scans some of a picture's rows: shaders keep the triangle they are at, so that each band has its own. For one thread. */
record PictureBand(TriangleScan scan, HeightShader heights, ClassShader classes, FloorShader floor) {

    PictureBand(PixelGrid grid) {
        this(new TriangleScan(grid), new HeightShader(grid), new ClassShader(grid), new FloorShader(grid));
    }
}
