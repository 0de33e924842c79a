package io.lancang.kit.intake;

import io.lancang.kit.release.ReleaseFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that could be read once, copied to the folder for temporary files, so that it can be read as often as needed. The
 * copy goes when this is closed.
 */
record SpooledFile(String name, Path copy) implements ReleaseFile, Closeable {
    static SpooledFile of(ReleaseFile once) throws IOException {
        Path copy = Files.createTempFile("lancang-upload", ".csv");
        SpooledFile spooled = new SpooledFile(once.name(), copy);
        try (InputStream content = once.open()) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            return spooled;
        } catch (IOException | RuntimeException failure) {
            spooled.close();
            throw failure;
        }
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(copy);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(copy);
    }
}
