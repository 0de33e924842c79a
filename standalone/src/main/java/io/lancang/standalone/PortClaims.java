package io.lancang.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells processes of this machine that choose ports what the others have chosen: an application listens seconds after its port was chosen,
 * and until then nothing else shows that it is taken. A claim is a lock on a file, so that it ends with the process that made it, however
 * that ends.
 */
final class PortClaims {
    /** Of this process. They are held until it ends. */
    private static final List<FileChannel> HELD = new ArrayList<>();

    private final Path folder;

    /** @param folder which all processes that should know of each other share; made where it is missing */
    PortClaims(Path folder) {
        this.folder = folder;
    }

    /** Those of all processes that use the same folder for temporary files. */
    static PortClaims ofThisMachine() {
        return new PortClaims(Path.of(System.getProperty("java.io.tmpdir"), "lancang-ports"));
    }

    /**
     * Claims a port for this process; false if this or another one has done so before. Where files cannot be made there, since the folder is
     * somebody else's for instance, it cannot be known, and the port counts as claimed by nobody.
     */
    boolean claim(int port) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve(String.valueOf(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                synchronized (HELD) {
                    HELD.add(channel);
                }
                return true;
            }
            channel.close();
            return false;
        } catch (IOException unknown) {
            return true;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }
}
