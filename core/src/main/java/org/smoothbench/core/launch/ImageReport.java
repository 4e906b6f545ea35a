package org.smoothbench.core.launch;

import java.io.IOException;
import java.util.List;
import org.smoothbench.core.data.Dataset;
import org.smoothbench.core.run.RunJournal;

/** Tells a run's readers what is odd about its images: classes out of balance, damaged files that were left out. */
final class ImageReport {

    private final Dataset data;
    private final RunRecorder recorder;
    private final RunJournal journal;
    private int told;

    ImageReport(Dataset data, RunRecorder recorder, RunJournal journal) {
        this.data = data;
        this.recorder = recorder;
        this.journal = journal;
    }

    /** What is known once the images are open. */
    void atTheStart() throws IOException {
        data.balance().warning().ifPresent(warning -> recorder.noticed("balance", warning));
        damaged();
    }

    /** What came up while images were decoded in training. */
    void atTheEnd() throws IOException {
        damaged();
    }

    private void damaged() throws IOException {
        List<String> files = data.damaged();
        if (files.size() == told) {
            return;
        }
        recorder.noticed(
                "damaged-images",
                files.size()
                        + " damaged images were left out or replaced by others of their class; log.txt names them");
        for (String file : files.subList(told, files.size())) {
            journal.log("damaged: " + file);
        }
        told = files.size();
    }
}
