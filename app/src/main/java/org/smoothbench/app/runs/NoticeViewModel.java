package org.smoothbench.app.runs;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The one notice that is shown; a newer one takes its place. FX thread only. */
public final class NoticeViewModel {

    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(this, "notice", Optional.empty());

    /** The notice, if there is one. */
    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Shows a notice. */
    public void show(Notice newer) {
        notice.set(Optional.of(newer));
    }

    /** Takes it away. */
    public void dismiss() {
        notice.set(Optional.empty());
    }
}
