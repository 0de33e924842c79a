package io.lancang.kit.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that has an upload on its disk, says where, and waits to be killed. */
final class KilledUpload {
    private KilledUpload() {}

    static void main(String[] arguments) throws IOException {
        Path file = new SpoolFolder(Path.of(arguments[0])).newFile();
        Files.writeString(file, "period,partner");
        System.out.println(file);
        System.in.read();
    }
}
