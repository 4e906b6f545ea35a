package org.smoothbench.app.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smoothbench.app.runs.Notice;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.preset.Preset;
import org.smoothbench.core.preset.PresetData;
import org.smoothbench.core.preset.Presets;
import org.smoothbench.core.preset.Scale;
import org.smoothbench.core.preset.Study;
import org.smoothbench.core.preset.WantedImages;
import org.smoothbench.core.problem.ProblemException;

/** What a draft can begin from: the paper's experiments, the samples, a file, nothing. FX thread only. */
public final class GalleryViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(GalleryViewModel.class);

    private final EditorViewModel model;
    private final QueueViewModel notices;
    private final PresetData data;
    private final Executor background;
    private final Executor fxThread;
    private List<Study> studies = List.of();
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final ObjectProperty<Scale> scale = new SimpleObjectProperty<>(this, "scale", Scale.SAMPLE);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObservableMap<Images, Path> folders = FXCollections.observableMap(new EnumMap<>(Images.class));
    private final ObservableList<Sample> samples = FXCollections.observableArrayList();

    /**
     * A specification that comes with the program.
     *
     * @param experiment what is in it, if it can be read
     */
    public record Sample(Path file, Optional<Experiment> experiment) {

        /** The name without the file's ending. */
        public String name() {
            return String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
        }
    }

    private static Sample sample(Path file) {
        try {
            return new Sample(file, Optional.of(new ExperimentFile().read(file)));
        } catch (ProblemException e) {
            LOG.warn("A sample cannot be read: {}", e.getMessage());
            return new Sample(file, Optional.empty());
        }
    }

    /** The images that do not come with the program. */
    public enum Images {
        /** CIFAR-10. */
        CIFAR10("CIFAR-10"),
        /** ImageNet or other photographs. */
        PHOTOGRAPHS("ImageNet");

        private final String label;

        Images(String label) {
            this.label = label;
        }

        /** Their name. */
        public String label() {
            return label;
        }

        /** The images that a preset needs; empty if they come with the program. */
        public static Optional<Images> of(Preset preset) {
            return switch (preset.images()) {
                case WantedImages.Sample _ -> Optional.empty();
                case WantedImages.Cifar10 _ -> Optional.of(CIFAR10);
                case WantedImages.Photographs _ -> Optional.of(PHOTOGRAPHS);
            };
        }
    }

    /** A gallery that puts what is chosen into the editor. */
    public GalleryViewModel(
            EditorViewModel model,
            QueueViewModel notices,
            PresetData data,
            SampleExperiments installed,
            Executor background,
            Executor fxThread) {
        this.model = model;
        this.notices = notices;
        this.data = data;
        this.background = background;
        this.fxThread = fxThread;
        background.execute(() -> {
            try {
                List<Sample> found =
                        installed.files().stream().map(GalleryViewModel::sample).toList();
                fxThread.execute(() -> samples.setAll(found));
            } catch (IOException e) {
                LOG.warn("The sample specifications cannot be listed", e);
            }
        });
    }

    /** Whether the gallery is seen in place of the form. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Which size of presets is shown. */
    public ObjectProperty<Scale> scaleProperty() {
        return scale;
    }

    /** Words that presets must have in name or description. */
    public StringProperty searchProperty() {
        return search;
    }

    /** Where images lie, as far as it was told. */
    public ObservableMap<Images, Path> folders() {
        return folders;
    }

    /** The specifications that come with the program. */
    public ObservableList<Sample> samples() {
        return samples;
    }

    /** The studies of the paper; made when they are first asked for, since a window may open without them. */
    public List<Study> studies() {
        if (studies.isEmpty()) {
            studies = new Presets().studies();
        }
        return studies;
    }

    /** The presets of a study that are shown. */
    public List<Preset> shown(Study study) {
        String words = search.get().strip().toLowerCase(Locale.ROOT);
        return study.at(scale.get()).stream()
                .filter(preset -> (preset.name() + " " + preset.description())
                        .toLowerCase(Locale.ROOT)
                        .contains(words))
                .toList();
    }

    /** A preset's experiment with a stand-in for its images, to draw it. */
    Experiment outline(Preset preset) {
        return preset.experiment(preset.images().standIn());
    }

    /** Begins with a preset, on the images whose folder was told. */
    public void begin(Preset preset) {
        Optional<Path> folder = Images.of(preset).map(folders::get);
        boolean standIn = folder.isEmpty() && data.needsFolder(preset);
        begin(() -> {
            Experiment experiment = data.shown(preset, folder);
            return Draft.of(new Origin(
                    Origin.Kind.PRESET,
                    preset.name(),
                    Draft.tree(experiment),
                    preset.differences(),
                    preset.published().text()));
        });
        if (standIn) {
            notices.say(new Notice(
                    "The folder of the images is a stand-in.",
                    "This preset is made for " + preset.images().label() + ".",
                    "Choose your folder under Data before you queue it."));
        }
    }

    /** Begins with a sample. */
    public void beginSample(Path file) {
        begin(() -> DraftDocuments.read(file, Origin.Kind.SAMPLE));
    }

    /** Begins with a specification file, or opens a study that was saved. */
    public void beginFile(Path file) {
        begin(() -> DraftDocuments.read(file, Origin.Kind.FILE));
    }

    /** Begins with what must be given and nothing else. */
    public void beginEmpty() {
        notices.dismiss();
        model.open(Draft.empty());
        shown.set(false);
    }

    /** Begins with an experiment, such as that of a run. */
    public void begin(Experiment experiment, Origin.Kind kind, String name) {
        notices.dismiss();
        model.edit(experiment, kind, name);
        shown.set(false);
    }

    private void begin(Supplier<Draft> source) {
        notices.dismiss();
        background.execute(() -> {
            try {
                Draft draft = source.get();
                // Checking the draft and making the form each take a moment: the window answers in between.
                fxThread.execute(() -> {
                    model.open(draft);
                    fxThread.execute(() -> shown.set(false));
                });
            } catch (ProblemException e) {
                fxThread.execute(() -> notices.say(Notice.of(e.problem())));
            } catch (RuntimeException e) {
                LOG.error("A draft could not be begun", e);
                fxThread.execute(() -> notices.say(
                        new Notice("It could not be opened because of a fault in Smoothbench.", e.toString(), "")));
            }
        });
    }
}
