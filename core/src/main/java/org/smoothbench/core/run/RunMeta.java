package org.smoothbench.core.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What people say of a run, as against what it does: nothing here changes a number.
 *
 * @param name what it is called instead of the specification's name
 * @param tags words to find it by, none twice, none empty, in the order they were given
 * @param notes free text, possibly of several lines
 * @param colour the colour of its curves: an index into a palette, 0 or more
 * @param archived whether lists leave it out unless asked
 * @param study the study it belongs to
 */
public record RunMeta(
        Optional<String> name,
        List<String> tags,
        String notes,
        OptionalInt colour,
        boolean archived,
        Optional<String> study) {

    /** Nothing said. */
    public static final RunMeta NONE =
            new RunMeta(Optional.empty(), List.of(), "", OptionalInt.empty(), false, Optional.empty());

    /** Drops what is blank or given twice. */
    public RunMeta {
        name = name.map(String::strip).filter(text -> !text.isEmpty());
        tags = tags.stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        colour = colour.isPresent() && colour.getAsInt() < 0 ? OptionalInt.empty() : colour;
        study = study.map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Under another name; blank for the specification's. */
    public RunMeta withName(String newName) {
        return new RunMeta(Optional.of(newName), tags, notes, colour, archived, study);
    }

    /** With other tags. */
    public RunMeta withTags(List<String> newTags) {
        return new RunMeta(name, newTags, notes, colour, archived, study);
    }

    /** With other notes. */
    public RunMeta withNotes(String newNotes) {
        return new RunMeta(name, tags, newNotes, colour, archived, study);
    }

    /** In another colour, an index into a palette. */
    public RunMeta withColour(int newColour) {
        return new RunMeta(name, tags, notes, OptionalInt.of(newColour), archived, study);
    }

    /** Put away, or taken back. */
    public RunMeta withArchived(boolean newArchived) {
        return new RunMeta(name, tags, notes, colour, newArchived, study);
    }

    /** In a study; blank for none. */
    public RunMeta withStudy(String newStudy) {
        return new RunMeta(name, tags, notes, colour, archived, Optional.of(newStudy));
    }
}
