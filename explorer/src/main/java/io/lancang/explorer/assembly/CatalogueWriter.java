package io.lancang.explorer.assembly;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes files, compressed and numbered, and the catalogue that {@code Pages} reads. */
final class CatalogueWriter {
    private CatalogueWriter() {}

    static void write(List<AssembledFile> files, Path folder) throws IOException {
        empty(folder);
        StringBuilder catalogue = new StringBuilder();
        for (int number = 0; number < files.size(); number++) {
            AssembledFile file = files.get(number);
            String resource = number + ".gz";
            Files.write(folder.resolve(resource), gzip(file.content()));
            catalogue
                    .append(String.join(
                            "\t",
                            file.path(),
                            resource,
                            MediaTypes.of(file.path()),
                            '"' + file.hash() + '"',
                            String.valueOf(!MediaTypes.keepsName(file.path())),
                            String.valueOf(file.content().length)))
                    .append('\n');
        }
        Files.writeString(folder.resolve("catalogue"), catalogue, StandardCharsets.UTF_8);
    }

    /** What an earlier build has left would be packed too. */
    private static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 2 + 64);
        try (BestGzip stream = new BestGzip(bytes)) {
            stream.write(content);
        }
        return bytes.toByteArray();
    }

    /** As small as it gets: time is the build's. */
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream target) throws IOException {
            super(target);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
