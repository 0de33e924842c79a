package io.lancang.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code corridor-service/IMPORT.md} with its worked example.
 *
 * @param text all of it
 */
record CorridorImportGuide(String text) {
    static CorridorImportGuide read() throws IOException {
        return new CorridorImportGuide(Files.readString(RunningSet.home().resolve("corridor-service/IMPORT.md")));
    }

    /** The file of locations. */
    String depots() {
        return block("```\n(node_id,.*?)```");
    }

    /** The file of segments, which is GeoJSON. */
    String roads() {
        return block("```json\n(\\{\"type\".*?)```");
    }

    private String block(String pattern) {
        Matcher block = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        if (!block.find()) {
            throw new AssertionError("the guide has no example like " + pattern);
        }
        return block.group(1);
    }
}
