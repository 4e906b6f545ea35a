package org.smoothbench.viz.image;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.StyledChart;

/**
 * Many small images, of which one is chosen by mouse or keyboard. Only those that can be seen are drawn and asked for, so
 * there may be as many as one likes. Arrows, page up and down, home and end move the choice.
 *
 * <p>Colours come from the style sheets as those of charts do. FX thread only.
 */
// Properties name their bean; nothing calls it before the view is whole.
@SuppressWarnings("this-escape")
public final class ImageGrid extends StyledChart {
    /** Images that are kept although they cannot be seen. */
    private static final int KEPT = 2000;

    private static final double SIDE = 70;
    private static final int PREFERRED_COLUMNS = 4;

    /** Room for the bar, whose own width is not known before it is styled. */
    private static final double BAR = 22;

    private static final double PREFERRED_HEIGHT = 320;

    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen", -1);
    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private final TilePainter painter = new TilePainter(canvas);
    private final Map<Integer, Image> images = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Integer, Integer> positions = new HashMap<>();
    private List<Tile> tiles = List.of();
    private Consumer<List<Integer>> onWanted = _ -> {};
    private Consumer<List<Integer>> onSeen = _ -> {};
    private List<Integer> seen = List.of();

    /** An empty grid. */
    public ImageGrid() {
        getStyleClass().add("viz-image-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        getChildren().addAll(canvas, bar);
        bar.valueProperty().subscribe(this::draw);
        chosen.subscribe(_ -> {
            reveal();
            draw();
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        });
        focusedProperty().subscribe(this::draw);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            bar.setValue(Math.clamp(bar.getValue() - event.getDeltaY(), 0, bar.getMax()));
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    }

    /** Shows tiles instead of those that are there; images that are known stay. */
    public void setTiles(List<Tile> newTiles) {
        tiles = List.copyOf(newTiles);
        positions.clear();
        for (var i = 0; i < tiles.size(); i++) {
            positions.put(tiles.get(i).key(), i);
        }
        requestLayout();
        draw();
    }

    /** What is shown, in its order. */
    public List<Tile> getTiles() {
        return tiles;
    }

    /** Forgets all images, e.g. because they are of another set. */
    public void forgetImages() {
        images.clear();
        draw();
    }

    /** Takes the image of a key. */
    public void show(int key, Raster raster) {
        var zoom = Math.max(1, (int) (SIDE - 4) / Math.max(raster.width(), raster.height()));
        images.put(key, raster.enlarged(zoom));
        while (images.size() > KEPT) {
            images.remove(images.keySet().iterator().next());
        }
        draw();
    }

    /** Whether an image has arrived. */
    public boolean has(int key) {
        return images.containsKey(key);
    }

    /** The key of the chosen image; -1 for none. It need not be among the tiles. */
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    /** Who is told the keys of images that can be seen and are not there yet. */
    public void setOnWanted(Consumer<List<Integer>> listener) {
        onWanted = listener;
        draw();
    }

    /** Who is told the keys of the images that can be seen whenever they are others. */
    public void setOnSeen(Consumer<List<Integer>> listener) {
        onSeen = listener;
    }

    /** The keys of the tiles that can be seen. */
    public List<Integer> visibleKeys() {
        var layout = grid();
        return tiles.subList(layout.first(bar.getValue()), layout.end(bar.getValue())).stream()
                .map(Tile::key)
                .toList();
    }

    private GridLayout grid() {
        return GridLayout.of(tiles.size(), SIDE, Math.max(SIDE, canvas.getWidth()), canvas.getHeight());
    }

    private void draw() {
        var layout = grid();
        var scroll = bar.getValue();
        var wanted = new ArrayList<Integer>();
        painter.begin(style(), isFocused());
        for (var i = layout.first(scroll); i < layout.end(scroll); i++) {
            var tile = tiles.get(i);
            @Nullable Image image = images.get(tile.key());
            if (image == null) {
                wanted.add(tile.key());
            }
            painter.tile(layout.x(i), layout.y(i, scroll), SIDE, tile, image, tile.key() == chosen.get());
        }
        if (!wanted.isEmpty()) {
            onWanted.accept(List.copyOf(wanted));
        }
        var now = visibleKeys();
        if (!now.equals(seen)) {
            seen = now;
            onSeen.accept(now);
        }
    }

    private void reveal() {
        var position = positions.get(chosen.get());
        if (position != null) {
            bar.setValue(grid().revealing(position, bar.getValue()));
        }
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        var position =
                grid().at(event.getX() - canvas.getLayoutX(), event.getY() - canvas.getLayoutY(), bar.getValue());
        if (event.getButton() == MouseButton.PRIMARY && position >= 0) {
            chosen.set(tiles.get(position).key());
        }
    }

    private void typed(KeyEvent event) {
        if (tiles.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        var layout = grid();
        int at = positions.getOrDefault(chosen.get(), -1);
        var next = switch (event.getCode()) {
            case LEFT -> at - 1;
            case RIGHT -> at + 1;
            case UP -> at - layout.columns();
            case DOWN -> at + layout.columns();
            case PAGE_UP -> at - layout.page();
            case PAGE_DOWN -> at + layout.page();
            case HOME -> 0;
            case END -> tiles.size() - 1;
            default -> Integer.MIN_VALUE;
        };
        if (next != Integer.MIN_VALUE) {
            chosen.set(tiles.get(Math.clamp(next, 0, tiles.size() - 1)).key());
            event.consume();
        }
    }

    @Override
    protected void restyle() {
        draw();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT) {
            var position = positions.get(chosen.get());
            return position == null
                    ? tiles.size() + " images"
                    : tiles.get(position).text() + ", " + (position + 1) + " of " + tiles.size();
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected void layoutChildren() {
        var left = snappedLeftInset();
        var top = snappedTopInset();
        var height = Math.max(0, getHeight() - top - snappedBottomInset());
        var barWidth = snapSizeX(bar.prefWidth(-1));
        var width = Math.max(0, getWidth() - left - snappedRightInset() - barWidth);
        canvas.setWidth(width);
        canvas.setHeight(height);
        canvas.relocate(left, top);
        bar.resizeRelocate(left + width, top, barWidth, height);
        var layout = grid();
        bar.setMax(layout.mostScroll());
        bar.setVisibleAmount(
                layout.total() <= 0 ? 1 : Math.min(1, height / layout.total()) * Math.max(1, bar.getMax()));
        bar.setUnitIncrement(SIDE);
        bar.setBlockIncrement(Math.max(SIDE, height - SIDE));
        bar.setVisible(layout.mostScroll() > 0);
        bar.setValue(Math.clamp(bar.getValue(), 0, bar.getMax()));
        reveal();
        draw();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + PREFERRED_COLUMNS * SIDE + BAR + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + PREFERRED_HEIGHT + snappedBottomInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return SIDE + bar.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return SIDE;
    }
}
