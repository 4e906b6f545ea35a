package org.smoothbench.app.editor;

import java.util.ArrayList;
import java.util.List;
import org.smoothbench.core.schema.ValueKind;

/** What stands in a form, in its order: settings, headings of groups of them, and figures. Immutable. */
final class FormPlan {

    static final FormPlan EMPTY = new FormPlan(List.of());

    /** The schedule and what changes it come before this setting. */
    private static final String AFTER_SCHEDULE = "$.training.labelSmoothing";

    private final List<Place> places;

    /** One line of the form. */
    sealed interface Place {

        /** The card it stands in. */
        Section section();

        /** Whether it tells of a setting. */
        boolean isOf(String path);
    }

    /**
     * A setting.
     *
     * @param indent how many settings of the same section it lies in
     */
    record Setting(FieldState field, Section section, int indent) implements Place {

        @Override
        public boolean isOf(String path) {
            return field.path().equals(path);
        }
    }

    /** The heading of a group. */
    record Heading(String path, Section section, int indent) implements Place {

        @Override
        public boolean isOf(String other) {
            return path.equals(other);
        }
    }

    /** What is plotted. */
    enum Figure implements Place {
        /** The activation with its derivative. */
        ACTIVATION(Section.ACTIVATION),
        /** The learning rate over the epochs. */
        SCHEDULE(Section.of(AFTER_SCHEDULE));

        private final Section section;

        Figure(Section section) {
            this.section = section;
        }

        @Override
        public Section section() {
            return section;
        }

        @Override
        public boolean isOf(String path) {
            return false;
        }
    }

    private FormPlan(List<Place> places) {
        this.places = places;
    }

    /** What the form of a state has. */
    FormPlan(FormState state) {
        List<Place> all = new ArrayList<>();
        for (FieldState field : state.fields()) {
            String path = field.path();
            Section section = Section.of(path);
            if (path.equals(AFTER_SCHEDULE)) {
                all.add(Figure.SCHEDULE);
            }
            int indent = indent(state, path, section);
            if (!(field.entry().kind() instanceof ValueKind.Group)) {
                all.add(new Setting(field, section, indent));
            } else if (Section.of(parent(path)) == section && path.indexOf('.', 2) > 0) {
                all.add(new Heading(path, section, indent));
            }
        }
        all.add(Figure.ACTIVATION);
        // From the top of the form to its end, as it is looked at.
        all.sort((one, other) -> one.section().compareTo(other.section()));
        places = List.copyOf(all);
    }

    /** Line by line, section after section. */
    List<Place> places() {
        return places;
    }

    static String parent(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }

    private static int indent(FormState state, String path, Section section) {
        int indent = 0;
        for (String at = parent(path); at.length() > 1; at = parent(at)) {
            boolean drawn = Section.of(at) == section
                    && (at.indexOf('.', 2) > 0
                            || state.field(at)
                                    .filter(one -> one.entry().kind() instanceof ValueKind.Family)
                                    .isPresent());
            indent += drawn ? 1 : 0;
        }
        return indent;
    }
}
