package io.lancang.explorer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** All files of the pages. */
public final class Pages {
    /** Where the files lie on the class path; a native image has to be given this folder. */
    static final String FOLDER = "/explorer/";

    /** One line for each file: path, number of its resource, content type, ETag, immutable or not, length; tabs between. */
    static final String CATALOGUE = FOLDER + "catalogue";

    private Pages() {}

    /** What there is, without its content; keyed by {@link PageFile#path}. */
    public static Map<String, PageFile> list() {
        Map<String, PageFile> files = new HashMap<>();
        new String(read(CATALOGUE), StandardCharsets.UTF_8)
                .lines()
                .map(Pages::file)
                .forEach(file -> files.put(file.path(), file));
        return Map.copyOf(files);
    }

    private static PageFile file(String line) {
        String[] parts = line.split("\t", -1);
        return new PageFile(
                parts[0],
                FOLDER + parts[1],
                parts[2],
                parts[3],
                Boolean.parseBoolean(parts[4]),
                Integer.parseInt(parts[5]));
    }

    static byte[] read(String resource) {
        try (InputStream stream = Pages.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The build has left out " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The pages cannot be read from " + resource, e);
        }
    }
}
