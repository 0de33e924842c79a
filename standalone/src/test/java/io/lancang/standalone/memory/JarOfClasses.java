package io.lancang.standalone.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Writes classes of the tests into a jar, for another process to run. */
final class JarOfClasses {
    private JarOfClasses() {}

    static void write(Path jar, Manifest manifest, Class<?>... classes) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Class<?> each : classes) {
                String name = each.getName().replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(name));
                try (InputStream content = each.getResourceAsStream("/" + name)) {
                    if (content == null) {
                        throw new IllegalStateException(name + " is not among the tests");
                    }
                    content.transferTo(out);
                }
            }
        }
    }
}
