package io.lancang.kit.intake;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The folder of this process for uploads, within the folder for temporary files. The process holds a lock in it for as long
 * as it lives, and the system takes the lock away however the process ends: folders that nobody holds are left over and are
 * removed. Safe for any thread, and beside any number of other processes.
 */
@Singleton
final class SpoolFolder {
    private static final Logger LOG = Logger.getLogger(SpoolFolder.class);
    private static final String NAME = "lancang-uploads-";
    /** A folder is not called what others remove before its lock is held. */
    private static final String UNFINISHED_NAME = "lancang-unfinished-";

    private static final String OWNER = "owner.lock";

    private final Path parent;
    private @Nullable Path folder;
    private @Nullable FileChannel owner;

    SpoolFolder() {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @param parent the folder for temporary files */
    SpoolFolder(Path parent) {
        this.parent = parent;
    }

    /** A new file that nothing is in. */
    Path newFile() throws IOException {
        return Files.createTempFile(own(), "upload", ".csv");
    }

    private synchronized Path own() throws IOException {
        Path own = folder;
        if (own == null || !Files.isDirectory(own)) {
            own = claim();
            folder = own;
        }
        return own;
    }

    private Path claim() throws IOException {
        Path unfinished = Files.createTempDirectory(parent, UNFINISHED_NAME);
        FileChannel held =
                FileChannel.open(unfinished.resolve(OWNER), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        held.lock();
        owner = held;
        String suffix = unfinished.getFileName().toString().substring(UNFINISHED_NAME.length());
        return Files.move(unfinished, parent.resolve(NAME + suffix), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what processes left that were killed. What cannot be removed stays, and the log tells. */
    void removeLeftovers() {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, NAME + "*")) {
            for (Path each : folders) {
                removeIfLeft(each);
            }
        } catch (IOException failure) {
            LOG.warnf("What earlier processes left in %s cannot be listed: %s", parent, failure);
        }
    }

    private void removeIfLeft(Path left) {
        try {
            if (!isOfThisUser(left)) {
                return;
            }
            try (FileChannel channel = FileChannel.open(left.resolve(OWNER), StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock != null) {
                    remove(left);
                    LOG.infof("Removed the uploads that a process left in %s", left);
                }
            }
        } catch (OverlappingFileLockException ownedByThisProcess) {
            LOG.debugf("%s is in use", left);
        } catch (IOException failure) {
            LOG.warnf("%s, which an earlier process left, cannot be removed: %s", left, failure);
        }
    }

    /** Whoever may write to the folder for temporary files could put a link there, or a folder of the same name. */
    private boolean isOfThisUser(Path left) throws IOException {
        if (!Files.isDirectory(left, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        return Files.getOwner(left, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own()));
    }

    private static void remove(Path left) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(left)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(left);
    }

    /** Removes the folder of this process. */
    @PreDestroy
    synchronized void close() throws IOException {
        Path own = folder;
        FileChannel held = owner;
        if (own != null && held != null) {
            remove(own);
            held.close();
            folder = null;
        }
    }
}
