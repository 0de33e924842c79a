package io.lancang.kit.intake;

import io.lancang.kit.dataset.Doubt;
import io.lancang.kit.dataset.Rejection;
import io.lancang.kit.error.ErrorBody;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.load.LoadResult;
import io.lancang.kit.singlefact.UndoneEdit;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered, as JSON. */
final class Answers {
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
                        loaded.closed(),
                        loaded.doubts(),
                        loaded.undone());
            case LoadResult.Checked checked ->
                counts(
                        answer.add("outcome", "CHECKED"),
                        checked.rows(),
                        checked.skipped(),
                        checked.added(),
                        checked.closed(),
                        checked.doubts(),
                        checked.undone());
        }
        return answer.build().toString();
    }

    private static void counts(
            JsonObjectBuilder answer,
            long rows,
            long skipped,
            long added,
            long closed,
            List<Doubt> doubts,
            List<UndoneEdit> undone) {
        answer.add("rows", rows)
                .add("skipped", skipped)
                .add("added", added)
                .add("closed", closed)
                .add("doubts", doubts(doubts))
                .add("undone", undone(undone));
    }

    private static JsonArrayBuilder undone(List<UndoneEdit> undone) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        undone.forEach(edit -> array.add(Json.createObjectBuilder()
                .add("release", String.valueOf(edit.release()))
                .add("what", edit.what())
                .add("values", edit.values())));
        return array;
    }

    private static JsonArrayBuilder doubts(List<Doubt> doubts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        doubts.forEach(doubt -> array.add(row(doubt.line(), doubt.column(), doubt.reason())));
        return array;
    }

    private static JsonArrayBuilder rejections(List<Rejection> rejections) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        rejections.forEach(rejection -> array.add(row(rejection.line(), rejection.column(), rejection.reason())));
        return array;
    }

    private static JsonObjectBuilder row(long line, String column, String reason) {
        return Json.createObjectBuilder()
                .add("line", line)
                .add("column", column)
                .add("reason", reason);
    }

    static String ofRejected(String service, List<Rejection> rejections, int limit) {
        ServiceException refusal = ServiceException.badInput(
                "Nothing was loaded: " + faults(rejections.size())
                        + (rejections.size() >= limit ? ", after which the reading ended." : "."),
                "Correct the rows and send the file again; dryRun=true checks without loading.");
        return Json.createObjectBuilder(ErrorBody.ofFile(service, refusal))
                .add("rejections", rejections(rejections))
                .build()
                .toString();
    }

    private static String faults(int number) {
        return number == 1 ? "1 fault was found" : number + " faults were found";
    }

    static String ofError(String service, ErrorCode code, String message, @Nullable String hint) {
        return ErrorBody.ofFile(service, new ServiceException(code, message, hint))
                .toString();
    }
}
