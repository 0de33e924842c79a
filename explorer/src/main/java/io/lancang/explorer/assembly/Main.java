package io.lancang.explorer.assembly;

import io.lancang.explorer.assembly.docs.Documentation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Assembles the pages: {@code Main REPOSITORY TARGET-FOLDER}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Path repository = Path.of(arguments[0]);
        Path sources = repository.resolve("explorer/src/main");
        Map<String, byte[]> files = new TreeMap<>(SourceFiles.read(sources.resolve("web")));
        files.putAll(GraphiqlFiles.read());
        files.putAll(Documentation.render(repository, Files.readString(sources.resolve("docs/page.html"))));
        CatalogueWriter.write(Assembly.of(files), Path.of(arguments[1]));
    }
}
