package io.lancang.explorer.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Assembles the pages: {@code Main SOURCE-FOLDER TARGET-FOLDER}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(SourceFiles.read(Path.of(arguments[0])));
        files.putAll(GraphiqlFiles.read());
        CatalogueWriter.write(Assembly.of(files), Path.of(arguments[1]));
    }
}
