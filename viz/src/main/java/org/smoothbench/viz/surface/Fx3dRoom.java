package org.smoothbench.viz.surface;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.Cylinder;
import javafx.scene.shape.MeshView;
import javafx.scene.shape.Sphere;
import javafx.scene.shape.TriangleMesh;
import javafx.scene.transform.Rotate;

/** The shapes of JavaFX 3-D: surface, floor, two walls and balls, in the box's coordinates. FX thread only. */
final class Fx3dRoom {
    private static final float[] CORNERS = {0, 0, 1, 0, 1, 1, 0, 1};

    /** How wide a pin is, in pixels, and how strong, as the software renderer has it. */
    private static final double PIN = 1.1;

    private static final double PIN_OPACITY = 0.55;

    private final HeightMesh heights = new HeightMesh();
    private final Fx3dMesh mesh = new Fx3dMesh();
    private final PhongMaterial surfaceMaterial = new PhongMaterial(Color.WHITE);
    private final MeshView surface = new MeshView(mesh.mesh());
    private final MeshView floor = new MeshView(quad());
    private final MeshView across = new MeshView(quad());
    private final MeshView along = new MeshView(quad());
    private final Group balls = new Group();
    private final Group pins = new Group();

    Fx3dRoom() {
        surface.setMaterial(surfaceMaterial);
        for (var view : List.of(surface, floor, across, along)) {
            view.setCullFace(CullFace.NONE);
        }
        place(floor, new float[] {
            -1, -1, (float) Box.FLOOR, 1, -1, (float) Box.FLOOR, 1, 1, (float) Box.FLOOR, -1, 1, (float) Box.FLOOR
        });
    }

    List<Node> nodes() {
        return List.of(floor, across, along, surface, balls, pins);
    }

    /** Takes heights and pictures. */
    void use(SurfaceFrame frame, RoomTextures.Textures pictures) {
        heights.update(frame);
        mesh.update(heights);
        surface.setMesh(mesh.mesh());
        surfaceMaterial.setDiffuseMap(pictures.surface().published());
        floor.setMaterial(glowing(pictures.floor().published()));
        across.setMaterial(glowing(pictures.across().published()));
        along.setMaterial(glowing(pictures.along().published()));
    }

    /** Puts the walls behind the surface, and sizes the balls. */
    void follow(SurfaceFrame frame, Projection projection) {
        var axes = BoxAxes.of(frame.model(), projection);
        var top = (float) Box.TOP;
        var low = (float) Box.FLOOR;
        var x = -axes.nearX();
        var y = -axes.nearY();
        place(across, new float[] {x, -1, top, x, 1, top, x, 1, low, x, -1, low});
        place(along, new float[] {-1, y, top, 1, y, top, 1, y, low, -1, y, low});
        pin(frame, projection);
        var wanted = SurfaceBall.of(frame);
        while (balls.getChildren().size() > wanted.size()) {
            balls.getChildren().removeLast();
        }
        while (balls.getChildren().size() < wanted.size()) {
            balls.getChildren().add(new Sphere(1, 24));
        }
        var spheres = new ArrayList<>(balls.getChildren());
        for (var i = 0; i < wanted.size(); i++) {
            if (spheres.get(i) instanceof Sphere sphere) {
                follow(projection, wanted.get(i), sphere);
            }
        }
    }

    /** From each mark down to the floor. */
    private void pin(SurfaceFrame frame, Projection projection) {
        var marks = frame.model().marks();
        while (pins.getChildren().size() > marks.size()) {
            pins.getChildren().removeLast();
        }
        while (pins.getChildren().size() < marks.size()) {
            var pin = new Cylinder(1, 1, 8);
            // Its own axis points downwards.
            pin.getTransforms().add(new Rotate(90, Rotate.X_AXIS));
            pins.getChildren().add(pin);
        }
        for (var i = 0; i < marks.size(); i++) {
            if (pins.getChildren().get(i) instanceof Cylinder pin) {
                var x = frame.boxX(marks.get(i).x());
                var y = frame.boxY(marks.get(i).y());
                var z = heights.heightAt(x, y);
                pin.setVisible(!Double.isNaN(z));
                if (pin.isVisible()) {
                    pin.setRadius(PIN / 2 * projection.pixel());
                    pin.setHeight(z - Box.FLOOR);
                    pin.setTranslateX(x);
                    pin.setTranslateY(y);
                    pin.setTranslateZ((z + Box.FLOOR) / 2);
                    pin.setMaterial(new PhongMaterial(SurfaceLook.colour(SurfaceLook.mixed(
                            frame.look().background(), frame.look().text(), PIN_OPACITY))));
                }
            }
        }
    }

    private void follow(Projection projection, SurfaceBall ball, Sphere sphere) {
        var x = ball.x();
        var y = ball.y();
        var z = heights.heightAt(x, y);
        sphere.setVisible(!Double.isNaN(z));
        if (sphere.isVisible()) {
            sphere.setRadius(ball.radius() * projection.pixel());
            sphere.setTranslateX(x);
            sphere.setTranslateY(y);
            sphere.setTranslateZ(z);
            sphere.setMaterial(new PhongMaterial(SurfaceLook.colour(ball.colour())));
        }
    }

    /** A material that shows its picture whatever the light. */
    private static PhongMaterial glowing(Image picture) {
        var material = new PhongMaterial(Color.BLACK);
        material.setSelfIlluminationMap(picture);
        return material;
    }

    private static TriangleMesh quad() {
        var quad = new TriangleMesh();
        quad.getPoints().setAll(new float[12]);
        quad.getTexCoords().setAll(CORNERS);
        quad.getFaces().setAll(0, 0, 1, 1, 2, 2, 0, 0, 2, 2, 3, 3);
        return quad;
    }

    private static void place(MeshView view, float[] points) {
        if (view.getMesh() instanceof TriangleMesh quad) {
            quad.getPoints().set(0, points, 0, points.length);
        }
    }
}
