package org.smoothbench.core.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smoothbench.core.problem.Problem;

/**
 * Which class a folder of images is.
 *
 * @param labels the class of each folder, by the folder's name
 * @param names the name of each class
 */
record ClassMap(Map<String, Integer> labels, List<String> names) {

    ClassMap {
        labels = Map.copyOf(labels);
        names = List.copyOf(names);
    }

    /** A class for each folder of the training images, in the order of their characters. */
    static ClassMap ofFolders(List<ImageFile> training) {
        List<String> names =
                training.stream().map(ImageFile::className).distinct().sorted().toList();
        Map<String, Integer> labels = new HashMap<>();
        names.forEach(name -> labels.put(name, labels.size()));
        return new ClassMap(labels, names);
    }

    /**
     * The classes in the order of a text file's lines: the name of the folder, a space and the name of the class, which may
     * be left out.
     *
     * @throws org.smoothbench.core.problem.ProblemException if it cannot be read, names a folder twice or fewer than two
     */
    static ClassMap read(Path file) {
        Map<String, Integer> labels = new HashMap<>();
        List<String> names = new ArrayList<>();
        List<String> lines = lines(file);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (line.isEmpty()) {
                continue;
            }
            String[] parts = line.split("\\s+", 2);
            if (labels.putIfAbsent(parts[0], names.size()) != null) {
                throw problem(file + ":" + number, "names the folder \"" + parts[0] + "\" a second time");
            }
            names.add(parts[parts.length - 1]);
        }
        if (names.size() < 2) {
            throw problem(file.toString(), "names fewer than two classes");
        }
        return new ClassMap(labels, names);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new Problem.Data("the class map cannot be read (" + e + ")", file.toString(), "check $.data.classMap")
                    .asException(e);
        }
    }

    private static RuntimeException problem(String where, String what) {
        return new Problem.Data(what, where, "give each class a line: the folder's name, then the class's name")
                .asException();
    }

    /** The classes of files; a folder without a class is a problem that ends with {@code remedy}. */
    int[] labelsOf(List<ImageFile> files, String lacking, String remedy) {
        return files.stream().mapToInt(file -> labelOf(file, lacking, remedy)).toArray();
    }

    private int labelOf(ImageFile file, String lacking, String remedy) {
        Integer label = labels.get(file.className());
        if (label == null) {
            String known = Abridged.list(labels.keySet().stream().sorted().toList());
            throw file.problem("its class \"%s\" %s (%s)".formatted(file.className(), lacking, known), remedy)
                    .asException();
        }
        return label;
    }
}
