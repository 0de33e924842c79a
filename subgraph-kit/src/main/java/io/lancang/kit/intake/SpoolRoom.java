package io.lancang.kit.intake;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * The room on disk that uploads take together. Where a platform ends a process that takes too much of a disk, the limit has
 * to be ours: then one upload is refused, and all else is answered. Safe for any thread.
 */
@Singleton
final class SpoolRoom {
    private static final Logger LOG = Logger.getLogger(SpoolRoom.class);
    private static final int MEGABYTE = 1 << 20;

    private final SpoolFolder folder;
    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    SpoolRoom(IntakeConfig config, SpoolFolder folder) {
        this.folder = folder;
        this.limit = config.spoolLimit().map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
    }

    /** A new file that nothing is in. */
    Path newFile() throws IOException {
        return folder.newFile();
    }

    /** @throws ServiceException UNAVAILABLE if all uploads together would take more than they may */
    void take(long bytes) {
        if (taken.addAndGet(bytes) > limit) {
            taken.addAndGet(-bytes);
            throw none("uploads may take " + limit / MEGABYTE + " MB together");
        }
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** What a client reads where the disk itself takes no more. */
    static ServiceException refusedByDisk(IOException failure) {
        LOG.errorf("The folder for temporary files takes no more of an upload: %s", failure);
        return none("its folder for temporary files takes no more");
    }

    private static ServiceException none(String reason) {
        return new ServiceException(
                ErrorCode.UNAVAILABLE,
                "This service has no room for the upload: " + reason + ". Nothing was loaded.",
                "Send the file in parts or when no other load runs. Its operators can give it more room.");
    }
}
