package io.lancang.trade.intake;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.release.LoadResult;
import io.lancang.kit.release.ReleaseRejectedException;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** What is answered, as JSON. */
final class Answers {
    private static final String SERVICE = "trade";

    private Answers() {}

    static String of(String dataset, LoadResult result) {
        JsonObjectBuilder answer = Json.createObjectBuilder().add("dataset", dataset);
        switch (result) {
            case LoadResult.Unchanged(long release) ->
                answer.add("outcome", "UNCHANGED").add("release", String.valueOf(release));
            case LoadResult.Loaded loaded ->
                counts(
                        answer.add("outcome", "LOADED").add("release", String.valueOf(loaded.release())),
                        loaded.rows(),
                        loaded.skipped(),
                        loaded.added(),
                        loaded.closed());
            case LoadResult.Checked checked ->
                counts(
                        answer.add("outcome", "CHECKED"),
                        checked.rows(),
                        checked.skipped(),
                        checked.added(),
                        checked.closed());
        }
        return answer.build().toString();
    }

    private static void counts(JsonObjectBuilder answer, long rows, long skipped, long added, long closed) {
        answer.add("rows", rows).add("skipped", skipped).add("added", added).add("closed", closed);
    }

    static String ofRejected(ReleaseRejectedException rejected, int limit) {
        JsonArrayBuilder rejections = Json.createArrayBuilder();
        rejected.rejections()
                .forEach(rejection -> rejections.add(Json.createObjectBuilder()
                        .add("line", rejection.line())
                        .add("column", rejection.column())
                        .add("reason", rejection.reason())));
        JsonObjectBuilder error = error(
                ErrorCode.BAD_USER_INPUT,
                "Nothing was loaded: " + rejected.rejections().size() + " faults were found"
                        + (rejected.rejections().size() >= limit ? ", after which the reading ended." : "."),
                "Correct the rows and send the file again; dryRun=true checks without loading.");
        return Json.createObjectBuilder()
                .add("error", error)
                .add("rejections", rejections)
                .build()
                .toString();
    }

    static String ofError(ErrorCode code, String message, @Nullable String hint) {
        return Json.createObjectBuilder()
                .add("error", error(code, message, hint))
                .build()
                .toString();
    }

    private static JsonObjectBuilder error(ErrorCode code, String message, @Nullable String hint) {
        JsonObjectBuilder error = Json.createObjectBuilder()
                .add("code", code.name())
                .add("service", SERVICE)
                .add("message", message);
        return hint == null ? error : error.add("hint", hint);
    }

    static JsonObject parse(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (JsonException malformed) {
            throw ServiceException.badInput("The body is no JSON object: " + malformed.getMessage(), "Send an object.");
        }
    }
}
