package io.lancang.standalone;

import io.lancang.standalone.StandaloneException.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The room on the disk of a data folder. A disk that is full breaks one part or another with a message of that part's own; what a
 * person has to know is that the disk is full, and that nothing is lost by it.
 */
final class DiskSpace {
    private static final long MEGABYTE = 1024 * 1024;

    /** 190 MB when everything is ready, what the applications parsed for the next start, and room to write. */
    private static final long FIRST_START = 400 * MEGABYTE;

    /** PostgreSQL writes its log in files of 16 MB, and needs the next one before the last is free again. */
    private static final long GOING_ON = 48 * MEGABYTE;

    private static final String WAY_OUT = "Make room on it and start again: what was loaded is still there.";

    private final Path folder;
    private final Room room;

    /** How many bytes can be written on the disk of a folder. */
    interface Room {
        long in(Path folder) throws IOException;
    }

    DiskSpace(Path folder) {
        this(folder, path -> Files.getFileStore(path).getUsableSpace());
    }

    DiskSpace(Path folder, Room room) {
        this.folder = folder;
        this.room = room;
    }

    /** Refuses a start that could not come to its end. */
    void requireForStart(boolean isFirst) throws StandaloneException {
        long needed = isFirst ? FIRST_START : GOING_ON;
        try {
            long left = room.in(folder);
            if (left < needed) {
                throw new StandaloneException(
                        ExitCode.FAILED,
                        "The disk of the data folder " + folder + " has " + left / MEGABYTE + " MB left, and "
                                + (isFirst ? "a first start" : "a start") + " takes " + needed / MEGABYTE + " MB. "
                                + (isFirst ? "Make room on it, or choose another folder: --data DIR" : WAY_OUT));
            }
        } catch (IOException e) {
            throw new StandaloneException(
                    ExitCode.FAILED,
                    "The disk of the data folder " + folder + " cannot be asked for its room: " + e,
                    e);
        }
    }

    /** The failure as it is, or what it means if the disk is full. */
    StandaloneException explain(StandaloneException failure) {
        try {
            long left = room.in(folder);
            return left >= GOING_ON
                    ? failure
                    : new StandaloneException(
                            failure.exitCode(),
                            "The disk of the data folder " + folder + " is full: " + left / MEGABYTE + " MB are left. "
                                    + WAY_OUT,
                            failure);
        } catch (IOException e) {
            failure.addSuppressed(e);
            return failure;
        }
    }
}
