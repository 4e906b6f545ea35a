package org.smoothbench.app.command;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;

/** True for ever; holds on to no listener. */
enum Always implements ObservableBooleanValue {
    POSSIBLE;

    @Override
    public boolean get() {
        return true;
    }

    @Override
    public Boolean getValue() {
        return true;
    }

    @Override
    public void addListener(ChangeListener<? super Boolean> listener) {}

    @Override
    public void removeListener(ChangeListener<? super Boolean> listener) {}

    @Override
    public void addListener(InvalidationListener listener) {}

    @Override
    public void removeListener(InvalidationListener listener) {}
}
