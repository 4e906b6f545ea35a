package org.smoothbench.app.page;

import com.google.gson.JsonObject;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A page that is made when it is first looked at, so that the window opens sooner. FX thread only. */
public final class LazyPage implements Page {

    private final Supplier<? extends Page> maker;
    private final StackPane place = new StackPane();
    private @Nullable Page made;
    private JsonObject kept = new JsonObject();

    /** A page yet to be made. */
    public LazyPage(Supplier<? extends Page> maker) {
        this.maker = maker;
    }

    @Override
    public Node node() {
        return place;
    }

    @Override
    public void focusFirst() {
        page().focusFirst();
    }

    @Override
    public PageHelp help() {
        return page().help();
    }

    @Override
    public JsonObject state() {
        return made == null ? kept : made.state();
    }

    @Override
    public void restore(JsonObject state) {
        if (made == null) {
            kept = state;
        } else {
            made.restore(state);
        }
    }

    private Page page() {
        Page now = made;
        if (now == null) {
            now = maker.get();
            made = now;
            now.restore(kept);
            place.getChildren().setAll(now.node());
        }
        return now;
    }
}
