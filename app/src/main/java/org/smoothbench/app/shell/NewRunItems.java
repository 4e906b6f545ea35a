package org.smoothbench.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.app.runs.RunCommands;

/** Fills the "New run" menus: one entry a sample, then a file. */
final class NewRunItems {

    private final SamplesViewModel samples;
    private final RunCommands commands;
    private final Runnable chooseFile;

    NewRunItems(SamplesViewModel samples, RunCommands commands, Runnable chooseFile) {
        this.samples = samples;
        this.commands = commands;
        this.chooseFile = chooseFile;
    }

    /** Keeps a menu's items as the samples are. */
    void fill(ObservableList<MenuItem> items) {
        samples.files().addListener((ListChangeListener<Path>) _ -> items.setAll(items()));
        items.setAll(items());
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (Path file : samples.files()) {
            String name = file.getFileName().toString().replaceFirst("\\.json$", "");
            MenuItem item = new MenuItem(name, new FontIcon(Feather.PLAY));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> commands.startFiles(List.of(file)));
            items.add(item);
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        MenuItem open = new MenuItem("From specification file…", new FontIcon(Feather.FILE_TEXT));
        open.setOnAction(_ -> chooseFile.run());
        items.add(open);
        return items;
    }
}
