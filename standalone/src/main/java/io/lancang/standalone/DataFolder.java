package io.lancang.standalone;

import io.lancang.standalone.StandaloneException.ExitCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept between starts: the database's files, logs, parsed classes, generated passwords. One running set holds the
 * folder by a lock that the system releases however the process ends.
 */
final class DataFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final List<String> OWN = List.of(
            "postgres",
            "binaries",
            "classes",
            "logs",
            "credentials.properties",
            "steward-token",
            "trade-url",
            "corridor-url",
            "integration-url",
            "admin-key");

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** Takes the folder, creating it where needed, and empties it for a fresh start. */
    static DataFolder open(Options options) throws StandaloneException {
        Path root = options.data();
        try {
            if (Files.exists(root) && !Files.isDirectory(root)) {
                throw new StandaloneException(
                        ExitCode.FAILED, "The data folder " + root + " is a file. Choose another: --data DIR");
            }
            Files.createDirectories(root);
            refuseForeign(root);
            DataFolder folder = new DataFolder(root, lock(root));
            if (options.start() == Options.Start.FRESH) {
                for (String name : OWN) {
                    delete(root.resolve(name));
                }
            }
            deleteHalfUnpacked(folder.binaries());
            Files.createDirectories(folder.logs());
            Files.createDirectories(folder.classes());
            return folder;
        } catch (IOException e) {
            throw new StandaloneException(
                    ExitCode.FAILED,
                    "The data folder " + root + " cannot be used: " + e + ". Choose another: --data DIR",
                    e);
        }
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    /** Whether an earlier start left a database here. */
    boolean hasDatabase() {
        return Files.exists(postgres().resolve("PG_VERSION"));
    }

    Path binaries() {
        return root.resolve("binaries");
    }

    /** Where the applications keep what their virtual machines parsed and linked, for the next start. */
    Path classes() {
        return root.resolve("classes");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path credentials() {
        return root.resolve("credentials.properties");
    }

    /** The bearer token by which data are loaded into the running set. */
    Path stewardToken() {
        return root.resolve("steward-token");
    }

    /** The key with which the first clients of the running set are made. */
    Path adminKey() {
        return root.resolve("admin-key");
    }

    /** The address at which data are loaded into a service of the running set, {@code trade} for instance. */
    Path url(String service) {
        return root.resolve(service + "-url");
    }

    Path root() {
        return root;
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    /** Somebody's home folder, given by mistake, is left as it is. */
    private static void refuseForeign(Path root) throws IOException, StandaloneException {
        try (var entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.equals(LOCK) && !OWN.contains(name)) {
                    throw new StandaloneException(
                            ExitCode.FAILED,
                            "The data folder " + root + " holds '" + name
                                    + "', which is not Lancang's. Choose an empty folder: --data DIR");
                }
            }
        }
    }

    /** Unpacking that was interrupted leaves no marker, and the library cannot unpack over what is there. */
    private static void deleteHalfUnpacked(Path binaries) throws IOException {
        if (!Files.exists(binaries)) {
            return;
        }
        try (var versions = Files.newDirectoryStream(binaries, "PG-*")) {
            for (Path version : versions) {
                if (!Files.exists(version.resolve(".exists"))) {
                    delete(version);
                }
            }
        }
    }

    private static FileChannel lock(Path root) throws IOException, StandaloneException {
        FileChannel channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!tryLock(channel)) {
            channel.close();
            throw new StandaloneException(
                    ExitCode.FAILED,
                    "Another Lancang runs on the data folder " + root
                            + ". Stop it, or choose another folder: --data DIR");
        }
        return channel;
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // The holder is this very process, which starts a second set in tests.
            return false;
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
