package io.lancang.k8s.contract;

import io.lancang.k8s.manifest.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a virtual machine has parsed and linked of an application's classes, written down by one that ended, so that the others start with
 * half of the work.
 *
 * @param archive the file
 */
record ParsedClasses(Path archive) {
    private static final Path FOLDER = Home.repository().resolve("k8s/target/classes-of-pods");

    static ParsedClasses of(BuiltApplication application) {
        return new ParsedClasses(FOLDER.resolve(application + ".jsa"));
    }

    /** For a process that ends by itself. */
    List<String> optionsToWrite() {
        try {
            Files.createDirectories(FOLDER);
            Files.deleteIfExists(archive);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:aot=off");
    }

    /** For one that may use them; none where nobody has written any. */
    List<String> optionsToRead() {
        return Files.exists(archive)
                ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:aot=off")
                : List.of();
    }
}
