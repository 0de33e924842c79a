package io.lancang.kit.startup;

import io.lancang.kit.dataset.ReleaseFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file that ships inside the application, under {@code data/} of its resources. A native image holds it only if
 * {@code quarkus.native.resources.includes} names it.
 *
 * @param name the name of the file
 */
public record PackagedFile(String name) implements ReleaseFile {
    @Override
    public InputStream open() throws IOException {
        InputStream content = Thread.currentThread().getContextClassLoader().getResourceAsStream("data/" + name);
        if (content == null) {
            throw new FileNotFoundException("The application holds no file data/" + name);
        }
        return content;
    }
}
