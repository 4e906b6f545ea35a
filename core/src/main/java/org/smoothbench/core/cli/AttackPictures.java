package org.smoothbench.core.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.smoothbench.core.probe.bench.AttackedImage;
import org.smoothbench.core.probe.bench.Picture;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.WholeFile;

/** Writes an attacked image, the perturbation and what came of it as PNG files. */
final class AttackPictures {

    private static final int LEVELS = 255;

    private final Path folder;

    AttackPictures(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes three files.
     *
     * @return the files: the image, the perturbation about grey with the whole budget as black and white, and the changed
     *     image
     */
    List<Path> write(AttackedImage attacked) {
        String name = String.format(Locale.ROOT, "%s-%05d", attacked.model().run(), attacked.index());
        Picture clean = attacked.clean().picture();
        Picture changed = attacked.shown().picture();
        float[] moved = changed.minus(clean);
        double largest = 0;
        for (float each : moved) {
            largest = Math.max(largest, Math.abs(each));
        }
        // The number is in the name, as a perturbation without its amplification says nothing.
        int amplification = largest == 0 ? 1 : Math.max(1, (int) Math.floor(0.5 / largest));
        for (int i = 0; i < moved.length; i++) {
            moved[i] = Math.clamp(0.5f + amplification * moved[i], 0, 1);
        }
        Picture perturbation = new Picture(clean.channels(), clean.height(), clean.width(), moved);
        try {
            Files.createDirectories(folder);
            return List.of(
                    png(name + "-image.png", clean),
                    png(name + "-perturbation-x" + amplification + ".png", perturbation),
                    png(name + (attacked.fooled() ? "-adversarial.png" : "-not-fooled.png"), changed));
        } catch (IOException e) {
            throw new Problem.Usage(
                            "the pictures cannot be written: " + e.getMessage(),
                            folder.toString(),
                            "choose another folder with --out")
                    .asException(e);
        }
    }

    private Path png(String name, Picture picture) throws IOException {
        Path file = folder.resolve(name);
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int rgb = 0;
                for (int c = 0; c < 3; c++) {
                    float value = picture.value(Math.min(c, picture.channels() - 1), y, x);
                    rgb = rgb << 8 | Math.round(value * LEVELS);
                }
                image.setRGB(x, y, rgb);
            }
        }
        WholeFile.replace(file, temporary -> {
            try (var to = Files.newOutputStream(temporary)) {
                ImageIO.write(image, "png", to);
            }
        });
        return file;
    }
}
