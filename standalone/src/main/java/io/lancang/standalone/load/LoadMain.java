package io.lancang.standalone.load;

import io.lancang.standalone.StandaloneException;
import io.lancang.standalone.StandaloneException.ExitCode;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code ./lancang import DATASET FILE}. */
public final class LoadMain {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;

    private final PrintStream out;

    private LoadMain(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("lancang.home", "")).toAbsolutePath();
        System.exit(run(List.of(arguments), System.getenv(), home.resolve(".lancang"), System.out));
    }

    /** Runs the command and returns its exit status. */
    static int run(List<String> arguments, Map<String, String> environment, Path data, PrintStream out) {
        try {
            return new LoadMain(out).load(LoadOptions.parse(arguments, environment, data));
        } catch (StandaloneException e) {
            out.println("lancang: " + e.getMessage());
            return e.exitCode().status();
        } catch (IOException | ExecutionException e) {
            out.println("lancang: the file could not be sent: " + (e.getCause() == null ? e : e.getCause()));
            return ExitCode.FAILED.status();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED.status();
        }
    }

    private int load(LoadOptions options) throws IOException, InterruptedException, ExecutionException {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "dataset", options.dataset(),
                "fileName", options.file().getFileName().toString(),
                "replace", options.replace(),
                "confirm", String.valueOf(options.confirmed()),
                "dryRun", String.valueOf(options.check())));
        if (!options.overEdits().isEmpty()) {
            parameters.put("overEdits", options.overEdits());
        }
        try (TradeClient client = new TradeClient(options.service(), options.token())) {
            CompletableFuture<TradeClient.Answer> answer =
                    client.load(parameters, HttpRequest.BodyPublishers.ofFile(options.file()));
            int status = report(awaited(client, options.dataset(), answer));
            return status == 0 && options.precedence().isPresent()
                    ? precede(client, options.dataset(), options.precedence().getAsInt())
                    : status;
        }
    }

    private int precede(TradeClient client, String dataset, int place) throws IOException, InterruptedException {
        TradeClient.Answer answer = client.precede(dataset, place);
        if (answer.status() != NO_CONTENT) {
            out.println("lancang: the file is loaded, but the precedence was not set: " + refusal(answer));
            return ExitCode.FAILED.status();
        }
        out.println("Dataset " + dataset + " has precedence " + place
                + ": its figures count where none with a lower number" + " has one.");
        return 0;
    }

    /** Waits and prints every second how far the service is. */
    private TradeClient.Answer awaited(TradeClient client, String dataset, CompletableFuture<TradeClient.Answer> answer)
            throws IOException, InterruptedException, ExecutionException {
        while (true) {
            try {
                return answer.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException running) {
                client.running(dataset).ifPresent(load -> out.println("  " + load));
            }
        }
    }

    private int report(TradeClient.Answer answer) {
        JsonObject body = answer.body();
        if (answer.status() == OK || answer.status() == CREATED) {
            printOutcome(body);
            return 0;
        }
        out.println("lancang: " + refusal(answer));
        if (body.containsKey("rejections")) {
            printRows(body, "rejections");
        }
        return ExitCode.FAILED.status();
    }

    private void printRows(JsonObject body, String name) {
        body.getJsonArray(name)
                .getValuesAs(JsonObject.class)
                .forEach(row -> out.printf(
                        "  line %d, column %s: %s%n",
                        row.getInt("line"), row.getString("column"), row.getString("reason")));
    }

    private void printOutcome(JsonObject body) {
        switch (body.getString("outcome")) {
            case "UNCHANGED" ->
                out.println("Nothing changed: release " + body.getString("release") + " has this content already.");
            case "CHECKED" -> out.println("The file has no fault. " + counts(body) + " Nothing was kept.");
            default -> out.println("Loaded as release " + body.getString("release") + ". " + counts(body));
        }
        if (body.containsKey("doubts") && !body.getJsonArray("doubts").isEmpty()) {
            out.println("These rows may be right, and should be looked at:");
            printRows(body, "doubts");
        }
        if (body.containsKey("undone") && !body.getJsonArray("undone").isEmpty()) {
            printUndone(body);
        }
    }

    private void printUndone(JsonObject body) {
        out.println("What stewards changed and this file undoes:");
        body.getJsonArray("undone")
                .getValuesAs(JsonObject.class)
                .forEach(edit -> out.printf(
                        "  release %s (%s): %s%n",
                        edit.getString("release"), edit.getString("what"), edit.getString("values")));
    }

    private static String counts(JsonObject body) {
        return "%,d rows (%,d skipped): %,d added, %,d closed."
                .formatted(
                        body.getJsonNumber("rows").longValue(),
                        body.getJsonNumber("skipped").longValue(),
                        body.getJsonNumber("added").longValue(),
                        body.getJsonNumber("closed").longValue());
    }

    private static String refusal(TradeClient.Answer answer) {
        JsonObject error = answer.body().getJsonObject("error");
        if (error != null) {
            return error.getString("message") + (error.containsKey("hint") ? " " + error.getString("hint") : "");
        }
        return switch (answer.status()) {
            case UNAUTHENTICATED -> "the token is missing, wrong or out of date. Give one: --token TOKEN";
            case FORBIDDEN -> "the token has not the role steward, which loading needs.";
            default -> "the service answered " + answer.status() + " " + answer.body();
        };
    }
}
