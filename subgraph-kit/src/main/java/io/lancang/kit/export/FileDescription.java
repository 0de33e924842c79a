package io.lancang.kit.export;

import io.lancang.kit.openapi.Operation;
import io.lancang.kit.openapi.Parameter;
import io.lancang.kit.openapi.Schema;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;

/** Describes answers with files: whole or in part, and not again to whoever has them. */
public final class FileDescription {
    /** As of when figures are seen. */
    public static final Parameter AS_OF = Parameter.query(
            "asOf",
            "A moment: what had been loaded then. The present if it is left out.",
            Schema.moment(),
            "2099-01-31T12:00:00Z");

    /** What a CSV file does about spreadsheets. */
    public static final Parameter SPREADSHEET_SAFE = Parameter.query(
            "spreadsheetSafe",
            "Whether texts of a CSV file that a spreadsheet would run as formulas get an apostrophe before them. Nothing to other files.",
            Schema.decision(),
            false);

    private FileDescription() {}

    /**
     * Adds what is the same for all files, and the request for the headers alone.
     *
     * @param contentTypes of the file: one of these
     */
    public static List<Operation> of(Operation file, Collection<String> contentTypes) {
        for (String contentType : contentTypes) {
            String mediaType = contentType.split(";", 2)[0];
            file.answers(200, "The file.", mediaType, contentOf(mediaType))
                    .answers(206, "The part of it that `Range` names.", mediaType, contentOf(mediaType));
        }
        file.withShared("IfNoneMatch", "IfModifiedSince", "Range", "IfRange")
                .tells(200, "ETag", "Last-Modified", "Accept-Ranges", "Content-Disposition", "Cache-Control")
                .tells(206, "ETag", "Last-Modified", "Accept-Ranges", "Content-Range", "Cache-Control")
                .answers(304, "The client has this version already.")
                .tells(304, "ETag", "Last-Modified", "Cache-Control")
                .refuses(400, 416, 503);
        return List.of(file, file.headers());
    }

    private static JsonObject contentOf(String mediaType) {
        return switch (mediaType) {
            case "application/geo+json" ->
                Schema.object()
                        .put("description", "A collection of features (RFC 7946).")
                        .put("required", new JsonArray().add("type").add("features"));
            case "application/vnd.apache.parquet" ->
                new JsonObject().put("description", "A file of Apache Parquet: bytes.");
            default -> Schema.text();
        };
    }
}
