package org.smoothbench.viz.image;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * One small picture, made larger by a whole factor so that its pixels stay sharp squares; centred, as large as there is room.
 * Style class {@code viz-picture}. FX thread only.
 */
// Properties name their bean; nothing calls it before the view is whole.
@SuppressWarnings("this-escape")
public final class PictureView extends Region {
    private static final double PREFERRED = 160;

    private final ObjectProperty<@Nullable Raster> raster = new SimpleObjectProperty<>(this, "raster", null);
    private final ImageView image = new ImageView();
    private int zoom;

    /** A view of nothing. */
    public PictureView() {
        getStyleClass().add("viz-picture");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        image.setSmooth(false);
        getChildren().add(image);
        raster.subscribe(_ -> {
            zoom = 0;
            requestLayout();
        });
    }

    /** What is shown; null for nothing. */
    public ObjectProperty<@Nullable Raster> rasterProperty() {
        return raster;
    }

    /** How many logical pixels a pixel of the picture is wide; 0 before the first layout. */
    public int zoom() {
        return zoom;
    }

    @Override
    protected void layoutChildren() {
        var shown = raster.get();
        if (shown == null) {
            image.setImage(null);
            return;
        }
        var width = getWidth() - snappedLeftInset() - snappedRightInset();
        var height = getHeight() - snappedTopInset() - snappedBottomInset();
        var fitting = (int) Math.max(1, Math.floor(Math.min(width / shown.width(), height / shown.height())));
        if (fitting != zoom) {
            zoom = fitting;
            image.setImage(shown.enlarged(fitting));
        }
        image.relocate(
                snapPositionX(snappedLeftInset() + (width - shown.width() * fitting) / 2),
                snapPositionY(snappedTopInset() + (height - shown.height() * fitting) / 2));
    }

    @Override
    protected double computePrefWidth(double height) {
        return PREFERRED;
    }

    @Override
    protected double computePrefHeight(double width) {
        return PREFERRED;
    }

    @Override
    protected double computeMinWidth(double height) {
        var shown = raster.get();
        return shown == null ? 0 : shown.width();
    }

    @Override
    protected double computeMinHeight(double width) {
        var shown = raster.get();
        return shown == null ? 0 : shown.height();
    }
}
