package org.smoothbench.viz.export;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.smoothbench.viz.chart.Raster;

/** An animated GIF 89a: all frames with one palette, so that still parts do not flicker. */
final class GifFile {
    /** From so many frames, spread over all, the palette is made. */
    private static final int SAMPLES = 12;

    private GifFile() {}

    static void write(Frames frames, AnimationFormat.Gif format, OutputStream out) throws IOException {
        var palette = palette(frames);
        var model = palette.model();
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            Raster first = null;
            for (var i = 0; i < frames.count(); i++) {
                var raster = frames.frame(i);
                first = first == null ? raster : first;
                if (raster.width() != first.width() || raster.height() != first.height()) {
                    throw new IOException("picture %d is %d by %d pixels, and not %d by %d as the first"
                            .formatted(i + 1, raster.width(), raster.height(), first.width(), first.height()));
                }
                var picture = indexed(raster, palette, model);
                writer.writeToSequence(new IIOImage(picture, null, metadata(writer, picture, format)), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private static GifPalette palette(Frames frames) throws IOException {
        var count = frames.count();
        if (count < 1) {
            throw new IOException("there are no pictures to save");
        }
        var colours = new GifPalette.Histogram();
        for (var i = 0; i < Math.min(SAMPLES, count); i++) {
            colours.add(frames.frame((int) ((long) i * count / Math.min(SAMPLES, count))));
        }
        return colours.palette();
    }

    private static BufferedImage indexed(Raster raster, GifPalette palette, IndexColorModel model) {
        var picture = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_BYTE_INDEXED, model);
        var indices = palette.indices(raster);
        picture.getRaster().setDataElements(0, 0, raster.width(), raster.height(), indices);
        return picture;
    }

    private static IIOMetadata metadata(ImageWriter writer, BufferedImage picture, AnimationFormat.Gif format)
            throws IOException {
        var metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), null);
        var name = metadata.getNativeMetadataFormatName();
        var root = (IIOMetadataNode) metadata.getAsTree(name);
        var control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(format.delay()));
        if (format.loops()) {
            var loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            // A block of kind 1 with the number of rounds, 0 for ever.
            loop.setUserObject(new byte[] {1, 0, 0});
            child(root, "ApplicationExtensions").appendChild(loop);
        }
        metadata.setFromTree(name, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (var i = 0; i < root.getLength(); i++) {
            if (root.item(i) instanceof IIOMetadataNode node
                    && node.getNodeName().equals(name)) {
                return node;
            }
        }
        var node = new IIOMetadataNode(name);
        root.appendChild(node);
        return node;
    }
}
