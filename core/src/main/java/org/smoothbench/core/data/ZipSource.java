package org.smoothbench.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.smoothbench.core.problem.Problem;

/** The files of a zip archive, unpacked in memory only. */
record ZipSource(Path place, ZipFile zip) implements ImageSource {

    /** Opens an archive; a broken one ends in a {@link Problem.Data}. */
    static ZipSource open(Path place) {
        try {
            return new ZipSource(place, new ZipFile(place.toFile()));
        } catch (IOException e) {
            throw new Problem.Data(
                            "is not a zip archive that can be opened (" + e.getMessage() + ")",
                            place.toString(),
                            "fetch or pack the archive again")
                    .asException(e);
        }
    }

    @Override
    public List<String> paths() {
        return zip.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .toList();
    }

    @Override
    public byte[] read(String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw new IOException("no longer in the archive");
        }
        try (InputStream stream = zip.getInputStream(entry)) {
            // The size an archive states for an entry may be a lie, so what is unpacked is counted.
            byte[] bytes = stream.readNBytes(FILE_LIMIT_BYTES + 1);
            if (bytes.length > FILE_LIMIT_BYTES) {
                throw new IOException("larger than " + (FILE_LIMIT_BYTES >> 20) + " MiB when unpacked");
            }
            // ZipFile unpacks without looking at the checksum.
            CRC32 checksum = new CRC32();
            checksum.update(bytes);
            if (checksum.getValue() != entry.getCrc()) {
                throw new ZipException("its checksum does not match");
            }
            return bytes;
        }
    }

    @Override
    public String where(String path) {
        return place + ", " + path;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
