package org.smoothbench.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.smoothbench.app.command.CommandPalette;
import org.smoothbench.app.command.CommandRegistry;
import org.smoothbench.app.look.ThemeChoice;
import org.smoothbench.app.page.Page;
import org.smoothbench.app.page.WorkbenchPage;
import org.smoothbench.app.runs.NoticeViewModel;
import org.smoothbench.app.runs.RunCommands;
import org.smoothbench.app.runs.RunListViewModel;

/**
 * The frame of the window: menus, tool bar and notice on top, the pages' names on the left, one page, its help, the status
 * line, and the command palette over all of it.
 */
public final class ShellView extends StackPane {

    private final Map<WorkbenchPage, Page> pages;
    private final WorkbenchToolBar toolBar;
    private final StatusBarView statusBar;
    private final CommandPalette palette;
    private final StackPane centre = new StackPane();
    private final HelpPane help;
    private final ObjectProperty<WorkbenchPage> shownPage =
            new SimpleObjectProperty<>(this, "shownPage", WorkbenchPage.RUNS);
    private final BooleanProperty helpShown = new SimpleBooleanProperty(this, "helpShown");

    /**
     * What the frame joins.
     *
     * @param commands where the frame's commands go, and what menus and palette show
     * @param pages what can be shown; the page of runs must be among them
     * @param runsPage the page of runs
     * @param chooser lets a specification be chosen
     * @param editor opens a specification to be edited
     * @param theme the theme the user wants
     */
    public record Parts(
            CommandRegistry commands,
            Map<WorkbenchPage, Page> pages,
            RunsPage runsPage,
            RunListViewModel runs,
            RunCommands runCommands,
            NoticeViewModel notices,
            SamplesViewModel samples,
            StatusBarViewModel status,
            FolderCommands folders,
            SpecificationChooser chooser,
            Consumer<Path> editor,
            ObjectProperty<ThemeChoice> theme) {}

    /** Builds the window's content; {@code close} closes the window. */
    public ShellView(Parts parts, Runnable close) {
        pages = parts.pages();
        palette = new CommandPalette(parts.commands());
        StandardCommands standard = new StandardCommands(parts.commands(), parts.runCommands());
        BorderPane frame = new BorderPane();
        Runnable chooseFile =
                () -> parts.chooser().open(file -> parts.runCommands().startFiles(List.of(file)));
        standard.addFiles(parts.folders(), close);
        standard.addRuns(parts.samples(), this::openNewRun, chooseFile);
        standard.addViews(pages.keySet(), shownPage, palette::open, () -> search(parts.runsPage()));
        standard.addThemes(parts.theme());
        standard.addHelp(() -> helpShown.set(!helpShown.get()), () -> AboutDialog.show(window()));
        toolBar = new WorkbenchToolBar(parts.commands(), parts.runCommands().startingProperty(), parts.theme());
        frame.setTop(
                new VBox(new WorkbenchMenu(parts.commands(), parts.theme()), toolBar, new NoticeBar(parts.notices())));
        frame.setLeft(
                new NavigationRail(pages.keySet(), shownPage, parts.commands().require("help.page")));
        frame.setCenter(centre);
        help = new HelpPane(parts.commands(), () -> helpShown.set(false));
        show(help, false);
        frame.setRight(help);
        statusBar = new StatusBarView(parts.status());
        frame.setBottom(statusBar);
        getChildren().addAll(frame, palette);
        shownPage.subscribe(this::turnTo);
        helpShown.subscribe(shown -> show(help, shown));
        followStarts(parts);
        acceptDrops(parts);
    }

    /** Adds to the status line, before what it shows of itself. */
    public void addStatus(Node... more) {
        statusBar.getRightItems().addAll(0, List.of(more));
    }

    /** Adds what lies over the page, such as notes; the command palette stays on top. */
    public void addOverlays(Node... more) {
        getChildren().addAll(getChildren().indexOf(palette), List.of(more));
    }

    /** The page that is seen. */
    public ObjectProperty<WorkbenchPage> shownPageProperty() {
        return shownPage;
    }

    /** Whether the help is seen. */
    public BooleanProperty helpShownProperty() {
        return helpShown;
    }

    private void openNewRun() {
        toolBar.openNewRun();
    }

    private void followStarts(Parts parts) {
        parts.runCommands().startingProperty().subscribe((_, starting) -> {
            // What is started is to be seen.
            if (!starting.isEmpty()) {
                shownPage.set(WorkbenchPage.RUNS);
            }
        });
    }

    private void acceptDrops(Parts parts) {
        new DroppedFiles(
                        parts.folders().current(),
                        new DroppedFiles.Takers(
                                parts.editor(),
                                run -> {
                                    shownPage.set(WorkbenchPage.RUNS);
                                    parts.runs().select(run.id());
                                },
                                parts.folders()::open,
                                parts.notices()::show))
                .on(this);
    }

    private void turnTo(WorkbenchPage now) {
        Page page = Objects.requireNonNull(pages.get(now));
        if (!centre.getChildren().contains(page.node())) {
            // Only what has been looked at has styles and a layout; then it stays, so that coming back is quick.
            centre.getChildren().add(page.node());
        }
        pages.forEach((key, content) -> show(content.node(), key == now));
        help.show(page.help());
        page.focusFirst();
    }

    private void search(RunsPage runsPage) {
        shownPage.set(WorkbenchPage.RUNS);
        runsPage.focusSearch();
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private @Nullable Window window() {
        return getScene() == null ? null : getScene().getWindow();
    }
}
