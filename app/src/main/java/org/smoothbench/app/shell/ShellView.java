package org.smoothbench.app.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.activations.ActivationsView;
import org.smoothbench.app.activations.ActivationsViewModel;
import org.smoothbench.app.look.ThemeChoice;
import org.smoothbench.app.runs.NoticeViewModel;
import org.smoothbench.app.runs.RunCommands;
import org.smoothbench.app.runs.RunListView;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.app.training.RunPageView;
import org.smoothbench.app.training.RunPageViewModel;
import org.smoothbench.app.welcome.WelcomeView;
import org.smoothbench.app.welcome.WelcomeViewModel;

/**
 * The frame of the window: menus, tool bar and notice on top, runs on the left and the page of
 * one, or another page in their place, and the status bar.
 */
public final class ShellView extends BorderPane {

    private final RunListViewModel runs;
    private final RunListView list;
    private final SplitPane split;
    private final WelcomeView welcome;
    private final RunPageView page;
    private final WorkbenchToolBar toolBar;
    private final ActivationsView activations;
    private final ObjectProperty<WorkbenchPage> shownPage =
            new SimpleObjectProperty<>(this, "shownPage", WorkbenchPage.RUNS);
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
            ActivationsViewModel activations,
            ObjectProperty<ThemeChoice> theme) {}

    /** Builds the window's content; {@code close} closes the window. */
    public ShellView(Models models, double listWidth, Runnable close) {
        runs = models.runs();
        SpecificationChooser chooser = new SpecificationChooser(models.commands());
        Runnable chooseFile = () -> chooser.open(window());
        NewRunItems newRun = new NewRunItems(models.samples(), models.commands(), chooseFile);
        list = new RunListView(models.runs());
        toolBar = new WorkbenchToolBar(models.commands(), newRun, models.theme(), shownPage);
        WindowCommands window = new WindowCommands(
                chooseFile, toolBar::openNewRun, this::search, () -> AboutDialog.show(window()), close);
        setTop(new VBox(
                new WorkbenchMenu(models.commands(), window, newRun, models.theme(), shownPage),
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
        activations = new ActivationsView(models.activations());
        setCenter(new StackPane(split, activations));
        setBottom(new StatusBarView(models.status()));
        runs.selectedProperty().subscribe(_ -> settle());
        runs.loadedProperty().subscribe(_ -> settle());
        shownPage.subscribe(this::turnTo);
        models.commands().startingProperty().subscribe((_, starting) -> {
            // What is started is to be seen.
            if (!starting.isEmpty()) {
                shownPage.set(WorkbenchPage.RUNS);
            }
        });
    }

    /** The share of the width that the run list has, 0 to 1. */
    public double listWidth() {
        return split.getDividerPositions()[0];
    }

    private void turnTo(WorkbenchPage now) {
        show(split, now == WorkbenchPage.RUNS);
        show(activations, now == WorkbenchPage.ACTIVATIONS);
        switch (now) {
            case RUNS -> {
                if (welcome.isVisible()) {
                    welcome.focusFirst();
                } else {
                    list.focusList();
                }
            }
            case ACTIVATIONS -> activations.focusFirst();
        }
    }

    private void search() {
        shownPage.set(WorkbenchPage.RUNS);
        list.focusSearch();
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
