package io.lancang.corridor.bench;

import io.lancang.kit.dataset.ReleaseFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A packaged file with generated rows behind its own: what other files refer to stays.
 *
 * @param content the whole file
 */
record GeneratedFile(String name, byte[] content) implements ReleaseFile {
    static GeneratedFile behind(ReleaseFile packaged, String rows) throws IOException {
        try (InputStream stream = packaged.open()) {
            String own = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            String all = own.endsWith("\n") ? own + rows : own + "\n" + rows;
            return new GeneratedFile("generated " + packaged.name(), all.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }
}
