package org.smoothbench.app.adversary;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.smoothbench.app.command.Command;
import org.smoothbench.app.command.CommandGroup;
import org.smoothbench.app.command.CommandRegistry;
import org.smoothbench.viz.export.ExportFormat;

/** What can be asked of the bench. */
public final class AdversaryCommands {

    private final Supplier<Optional<AdversaryView>> view;

    /**
     * Commands of a page.
     *
     * @param view the page, once it has been made
     */
    public AdversaryCommands(Supplier<Optional<AdversaryView>> view) {
        this.view = view;
    }

    /**
     * Adds the commands.
     *
     * @param pageShown whether the page is the one that is seen
     */
    public void addTo(CommandRegistry registry, ObservableBooleanValue pageShown) {
        registry.add(command(
                        "step-on",
                        "One step of the attack on",
                        pageShown,
                        page -> page.model().step(1))
                .on(KeyCode.CLOSE_BRACKET));
        registry.add(command(
                        "step-back",
                        "One step of the attack back",
                        pageShown,
                        page -> page.model().step(-1))
                .on(KeyCode.OPEN_BRACKET));
        registry.add(command(
                "example",
                "Show the adversarial example",
                pageShown,
                page -> page.model().stepProperty().set(-1)));
        registry.add(command(
                "play",
                "Play the steps of the attack, or stop",
                pageShown,
                page -> page.steps().togglePlay()));
        registry.add(command(
                        "smallest",
                        "Find the smallest eps of each model",
                        pageShown,
                        page -> page.model().searchSmallest())
                .on(KeyCode.E, KeyCombination.SHIFT_DOWN));
        registry.add(command("transfer", "Make the transfer matrix", pageShown, page -> {
            page.model().transferShownProperty().set(true);
            page.model().computeTransfer();
        }));
        registry.add(command(
                "export-png",
                "Export adversarial images as PNG sheet…",
                pageShown,
                page -> page.save(new ExportFormat.Png(2))));
        registry.add(command(
                "export-csv",
                "Export steps of the attack as CSV…",
                pageShown,
                page -> page.save(new ExportFormat.Csv())));
    }

    private Command command(String id, String title, ObservableBooleanValue pageShown, Consumer<AdversaryView> action) {
        return Command.of(
                        "adversary." + id,
                        CommandGroup.ADVERSARY,
                        "adversary",
                        title,
                        () -> view.get().ifPresent(action))
                .when(pageShown);
    }
}
