package io.lancang.kit.intake;

import io.lancang.kit.error.ServiceException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Takes in an upload in a process that the system lets write less than that, and prints what a client is answered. */
final class FullDisk {
    static final int UPLOAD = 1 << 20;

    private FullDisk() {}

    static void main(String[] arguments) throws IOException {
        try (SpooledFile file = SpooledFile.of(
                Upload.of(
                        "upload.csv",
                        new ByteArrayInputStream("x".repeat(UPLOAD).getBytes(StandardCharsets.UTF_8)),
                        Limits.USUAL),
                new SpoolRoom(Limits.USUAL, new SpoolFolder()))) {
            System.out.println("It was taken: " + file.name());
        } catch (ServiceException refusal) {
            Response answer = new Failures("trade").answer(refusal);
            System.out.println(answer.getStatus() + " " + answer.getEntity());
        }
        try (Stream<Path> left = Files.walk(Path.of(System.getProperty("java.io.tmpdir")))) {
            System.out.println(left.filter(file -> file.getFileName().toString().endsWith(".csv"))
                            .count()
                    + " files are left");
        }
    }
}
