package org.smoothbench.app.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.SettingTree;

/**
 * The settings of any described record while somebody edits them. Immutable; any thread.
 *
 * @param tree what is edited
 * @param value the record, if nothing is wrong with it
 * @param fields the settings that there are with the alternatives chosen, in their order, with what is wrong with them
 */
public record FieldForm<R extends Record>(SettingTree tree, Optional<R> value, List<FieldState> fields) {

    public FieldForm {
        fields = List.copyOf(fields);
    }

    /**
     * Reads a tree as its record.
     *
     * @param remarks what else is wrong, by the path of its field; with any there is no value
     */
    public static <R extends Record> FieldForm<R> of(Class<R> type, SettingTree tree, Map<String, String> remarks) {
        RecordReader reader = new RecordReader();
        @Nullable R read = reader.read(type, tree.json(), "$");
        Map<String, String> errors = new HashMap<>(remarks);
        reader.violations()
                .forEach(violation -> DraftCheck.place(tree, violation.path())
                        .ifPresent(path -> errors.putIfAbsent(path, DraftCheck.words(violation))));
        return new FieldForm<>(
                tree,
                remarks.isEmpty() ? Optional.ofNullable(read) : Optional.empty(),
                tree.entries().stream()
                        .map(entry -> new FieldState(
                                entry,
                                errors.getOrDefault(entry.path(), ""),
                                Optional.empty(),
                                Optional.empty(),
                                false))
                        .toList());
    }
}
