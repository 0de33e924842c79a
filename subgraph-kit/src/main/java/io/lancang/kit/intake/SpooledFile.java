package io.lancang.kit.intake;

import io.lancang.kit.dataset.Rejection;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.error.ServiceException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that could be read once, copied to the folder for temporary files, so that it can be read as often as needed. The
 * copy and its room go when this is closed.
 */
final class SpooledFile implements ReleaseFile, Closeable {
    private static final int BUFFER = 1 << 16;

    private final ReleaseFile original;
    private final Path copy;
    private final SpoolRoom room;
    private long taken;

    private SpooledFile(ReleaseFile original, Path copy, SpoolRoom room) {
        this.original = original;
        this.copy = copy;
        this.room = room;
    }

    /**
     * Copies a file.
     *
     * @throws IOException if the file cannot be read to its end
     * @throws ServiceException UNAVAILABLE if there is no room for it
     */
    static SpooledFile of(ReleaseFile once, SpoolRoom room) throws IOException {
        SpooledFile spooled = new SpooledFile(once, emptyCopy(room), room);
        try (InputStream content = once.open()) {
            spooled.take(content);
            return spooled;
        } catch (IOException | RuntimeException failure) {
            spooled.close();
            throw failure;
        }
    }

    private static Path emptyCopy(SpoolRoom room) {
        try {
            return room.newFile();
        } catch (IOException failure) {
            throw SpoolRoom.refusedByDisk(failure);
        }
    }

    /** What fails at reading is the client's, what fails at writing is ours. */
    private void take(InputStream content) throws IOException {
        try (OutputStream out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[BUFFER];
            for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                room.take(length);
                taken += length;
                write(out, buffer, length);
            }
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException failure) {
            throw SpoolRoom.refusedByDisk(failure);
        }
    }

    @Override
    public String name() {
        return original.name();
    }

    @Override
    public char delimiter() {
        return original.delimiter();
    }

    @Override
    public Rejection located(Rejection found) {
        return original.located(found);
    }

    @Override
    public int longestRow() {
        return original.longestRow();
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(copy);
    }

    @Override
    public void close() throws IOException {
        room.giveBack(taken);
        taken = 0;
        Files.deleteIfExists(copy);
    }
}
