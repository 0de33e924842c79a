package io.lancang.explorer.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What GraphiQL needs, out of its library. Its maps of sources, which are larger than all the rest, stay there. */
final class GraphiqlFiles {
    private static final String LIBRARY = "/META-INF/resources/graphql-ui/";
    private static final List<String> NAMES =
            List.of("react.production.min.js", "react-dom.production.min.js", "graphiql.min.js", "graphiql.min.css");

    private GraphiqlFiles() {}

    static Map<String, byte[]> read() throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (String name : NAMES) {
            try (InputStream stream = GraphiqlFiles.class.getResourceAsStream(LIBRARY + name)) {
                if (stream == null) {
                    throw new IOException("GraphiQL's library has no " + name);
                }
                files.put("graphiql/" + name, stream.readAllBytes());
            }
        }
        return files;
    }
}
