package org.smoothbench.app.shell;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.look.ThemeChoice;
import org.smoothbench.app.runs.NoticeViewModel;
import org.smoothbench.app.runs.RunCommands;
import org.smoothbench.app.runs.RunListView;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.training.RunPageView;
import org.smoothbench.app.training.RunPageViewModel;
import org.smoothbench.app.welcome.WelcomeView;
import org.smoothbench.app.welcome.WelcomeViewModel;

/** The frame of the window: menus, tool bar and notice on top, runs on the left, the page, and the status bar. */
public final class ShellView extends BorderPane {

    private final RunListViewModel runs;
    private final RunListView list;
    private final SplitPane split;
    private final WelcomeView welcome;
    private final RunPageView page;
    private final WorkbenchToolBar toolBar;
    private boolean divided;

    /**
     * The view models that the window shows.
     *
     * @param theme the theme the user wants
     */
    public record Models(
            RunListViewModel runs,
            RunCommands commands,
            NoticeViewModel notices,
            RunPageViewModel page,
            WelcomeViewModel welcome,
            SamplesViewModel samples,
            StatusBarViewModel status,
            ObjectProperty<ThemeChoice> theme) {}

    /** Builds the window's content; {@code close} closes the window. */
    public ShellView(Models models, double listWidth, Runnable close) {
        runs = models.runs();
        SpecificationChooser chooser = new SpecificationChooser(models.commands());
        Runnable chooseFile = () -> chooser.open(window());
        NewRunItems newRun = new NewRunItems(models.samples(), models.commands(), chooseFile);
        list = new RunListView(models.runs());
        toolBar = new WorkbenchToolBar(models.commands(), newRun, models.theme());
        WindowCommands window = new WindowCommands(
                chooseFile, toolBar::openNewRun, list::focusSearch, () -> AboutDialog.show(window()), close);
        setTop(new VBox(
                new WorkbenchMenu(models.commands(), window, newRun, models.theme()),
                toolBar,
                new NoticeBar(models.notices())));
        welcome = new WelcomeView(models.welcome(), chooseFile);
        page = new RunPageView(models.page());
        StackPane centre = new StackPane(welcome, page);
        centre.setMinWidth(480);
        split = new SplitPane(list, centre);
        split.getStyleClass().add("main-split");
        SplitPane.setResizableWithParent(list, false);
        split.widthProperty().subscribe(width -> {
            // Once there is a width to divide; from then on the divider is the user's.
            if (width.doubleValue() > 0 && !divided) {
                divided = true;
                split.setDividerPositions(listWidth / width.doubleValue());
            }
        });
        setCenter(split);
        setBottom(new StatusBarView(models.status()));
        runs.selectedProperty().subscribe(_ -> settle());
        runs.loadedProperty().subscribe(_ -> settle());
    }

    /** The share of the width that the run list has, 0 to 1. */
    public double listWidth() {
        return split.getDividerPositions()[0];
    }

    /** Which page is seen follows from what there is; while nothing has been read, none is. */
    private void settle() {
        boolean loaded = runs.loadedProperty().get();
        boolean any = runs.selected().isPresent();
        boolean first = loaded && !any && !welcome.isVisible();
        boolean firstPage = any && !page.isVisible();
        show(welcome, loaded && !any);
        show(page, any);
        if (first) {
            welcome.focusFirst();
        } else if (firstPage) {
            list.focusList();
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private @Nullable Window window() {
        return getScene() == null ? null : getScene().getWindow();
    }
}
