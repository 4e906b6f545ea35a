package org.smoothbench.app.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smoothbench.core.schema.SettingTree;

/**
 * The whole form at a moment. Immutable.
 *
 * @param draft what is edited
 * @param check what is wrong with it
 * @param fields the settings that there are, in their order
 */
public record FormState(Draft draft, DraftCheck check, List<FieldState> fields) {

    /**
     * The form of a draft.
     *
     * @param remarks what else is wrong, by path, such as images that do not fit
     */
    static FormState of(Draft draft, Map<String, String> remarks) {
        DraftCheck check = DraftCheck.of(draft);
        Map<String, SettingTree.Difference> differences = draft
                .tree()
                .differencesFrom(draft.origin().base())
                .stream()
                .collect(Collectors.toMap(SettingTree.Difference::path, Function.identity()));
        List<FieldState> fields = draft.tree().entries().stream()
                .map(entry -> new FieldState(
                        entry,
                        check.errors().getOrDefault(entry.path(), remarks.getOrDefault(entry.path(), "")),
                        Optional.ofNullable(differences.get(entry.path())).map(SettingTree.Difference::there),
                        Optional.ofNullable(draft.several().get(entry.path())),
                        entry.kind().single() && draft.canVary(entry.path())))
                .toList();
        return new FormState(draft, check, fields);
    }

    /** The setting at a path. */
    public Optional<FieldState> field(String path) {
        return fields.stream().filter(field -> field.path().equals(path)).findFirst();
    }

    /** How many settings differ from what the draft began with; the name is not counted. */
    public int differing() {
        return (int) fields.stream()
                .filter(field -> field.differs() && !field.path().equals("$.name"))
                .count();
    }

    /** The number of settings of a section that are wrong. */
    public int errors(Section section) {
        return (int) fields.stream()
                .filter(field -> !field.error().isEmpty() && Section.of(field.path()) == section)
                .count();
    }

    /** The number of settings of a section that differ. */
    public int differing(Section section) {
        return (int) fields.stream()
                .filter(field -> field.differs() && Section.of(field.path()) == section)
                .count();
    }
}
