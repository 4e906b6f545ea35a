package org.smoothbench.viz.surface;

import javafx.application.Platform;
import javafx.scene.AmbientLight;
import javafx.scene.DirectionalLight;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.PerspectiveCamera;
import javafx.scene.SceneAntialiasing;
import javafx.scene.SubScene;
import javafx.scene.paint.Color;
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;

/**
 * Draws by JavaFX 3-D, with the software renderer's projection and its pictures on the shapes, so that both look alike and
 * labels fit either. Pictures are painted on a thread of their own, and only when more than the eye has moved.
 */
final class Fx3dRenderer implements SurfaceRenderer {
    private static final Color AMBIENT = Color.gray(0.66);
    private static final Color LAMP = Color.gray(0.38);
    /** How much of the room lies before and behind its middle, in half widths of the surface. */
    private static final double DEPTH = 4;

    private final RoomTextures textures = new RoomTextures();
    private final Fx3dRoom room = new Fx3dRoom();
    private final Affine turn = new Affine();
    private final PerspectiveCamera eye = new PerspectiveCamera(true);
    private final SubScene scene;
    private final Listener listener;
    private final RenderThread thread;
    private RoomTextures.@Nullable Key painted;
    /** What to draw after the pictures that are being painted; later than them, hence not to be seen before. */
    private @Nullable SurfaceFrame waiting;

    private boolean busy;
    private boolean closed;

    Fx3dRenderer(Listener listener) {
        this.listener = listener;
        var turned = new Group(room.nodes());
        turned.getTransforms().add(turn);
        var lamp = new DirectionalLight(LAMP);
        // Fixed to the eye, as the software renderer's.
        lamp.setDirection(Light.direction());
        scene = new SubScene(
                new Group(turned, lamp, new AmbientLight(AMBIENT)), 1, 1, true, SceneAntialiasing.BALANCED);
        scene.setMouseTransparent(true);
        scene.setManaged(false);
        eye.setVerticalFieldOfView(true);
        scene.setCamera(eye);
        this.thread = new RenderThread(this::paint);
    }

    @Override
    public Node node() {
        return scene;
    }

    @Override
    public boolean isBusy() {
        return busy;
    }

    @Override
    public void render(SurfaceFrame frame) {
        if (busy) {
            waiting = frame;
        } else if (RoomTextures.Key.of(frame).equals(painted)) {
            show(frame);
        } else {
            busy = true;
            thread.submit(frame);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.close();
    }

    /** On the thread of pictures. */
    private void paint(SurfaceFrame frame) {
        var pictures = textures.paint(frame);
        Platform.runLater(() -> {
            busy = false;
            if (!closed) {
                painted = pictures.key();
                room.use(frame, pictures);
                show(frame);
                takeUp();
            }
        });
    }

    private void takeUp() {
        var next = waiting;
        waiting = null;
        if (next != null) {
            render(next);
        }
    }

    private void show(SurfaceFrame frame) {
        var viewport = frame.viewport();
        var projection = new Projection(frame.pose(), viewport);
        scene.setWidth(viewport.width());
        scene.setHeight(viewport.height());
        scene.setFill(SurfaceLook.colour(frame.look().background()));
        eye.setFieldOfView(Math.toDegrees(2 * Math.atan(viewport.height() / 2 / projection.focal())));
        eye.setNearClip(projection.distance() - DEPTH);
        eye.setFarClip(projection.distance() + DEPTH);
        turn(projection);
        room.follow(frame, projection);
        listener.shown(frame);
    }

    /** JavaFX looks along z with y downwards. */
    private void turn(Projection projection) {
        var axes = projection.axes();
        var right = axes[0];
        var up = axes[1];
        var back = axes[2];
        turn.setToTransform(
                right[0],
                right[1],
                right[2],
                projection.panX() - right[2] * Box.CENTRE,
                -up[0],
                -up[1],
                -up[2],
                up[2] * Box.CENTRE - projection.panY(),
                -back[0],
                -back[1],
                -back[2],
                projection.distance() + back[2] * Box.CENTRE);
    }
}
