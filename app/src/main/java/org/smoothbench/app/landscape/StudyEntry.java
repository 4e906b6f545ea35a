package org.smoothbench.app.landscape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smoothbench.core.problem.Problem;

/** A line in the list of stored landscapes. */
sealed interface StudyEntry {

    /**
     * Landscapes that belong beside each other, one of each run.
     *
     * @param study what they have in common
     * @param landscapes by run; the newest of each
     */
    record Study(String study, Map<String, StoredLandscape.Whole> landscapes) implements StudyEntry {

        /** The first one. */
        StoredLandscape.Whole any() {
            return landscapes.values().iterator().next();
        }
    }

    /** One that cannot be opened. */
    record Broken(String run, String where, Problem problem) implements StudyEntry {}

    /**
     * Puts together what belongs together: what most runs have comes first, then the newest; what is broken last.
     *
     * @param stored run by run, the newest of each first
     */
    static List<StudyEntry> of(List<StoredLandscape> stored) {
        Map<String, Map<String, StoredLandscape.Whole>> studies = new LinkedHashMap<>();
        List<StudyEntry> broken = new ArrayList<>();
        for (StoredLandscape one : stored) {
            switch (one) {
                case StoredLandscape.Whole whole ->
                    studies.computeIfAbsent(whole.report().study(), _ -> new LinkedHashMap<>())
                            .putIfAbsent(whole.run(), whole);
                case StoredLandscape.Damaged damaged ->
                    broken.add(
                            new Broken(damaged.run(), damaged.directory().path().toString(), damaged.problem()));
            }
        }
        List<StudyEntry> entries = new ArrayList<>();
        studies.forEach((study, landscapes) -> entries.add(new Study(study, Map.copyOf(landscapes))));
        entries.sort(java.util.Comparator.comparingInt(
                entry -> entry instanceof Study study ? -study.landscapes().size() : 0));
        entries.addAll(broken);
        return entries;
    }
}
