package io.lancang.standalone.soak;

import io.lancang.standalone.questions.Question;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Clients of the set, some with a key and some without. Each request is judged: by its status, by a part of the right answer, and by what had been
 * published before. A connection that breaks before an answer is tried again, as any client does that knows of two gateways; what changes
 * something is not. Safe for any thread.
 */
final class Client {
    private static final int TRIES = 4;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration JOB = Duration.ofMinutes(2);
    private static final List<String> PARTNERS =
            List.of("LAO", "THA", "VNM", "MMR", "KHM", "MYS", "SGP", "IDN", "PHL", "BRN");
    /** The first columns of a table of exports. */
    private static final String TABLE = "period,reporter,partner";

    private static final Pattern FIGURE = Pattern.compile("\"max\":\\{\"amount\":\"?(\\d+)");
    private static final Pattern LENGTH = Pattern.compile("\"soak-road\",\"lengthKm\":(\\d+)");
    private static final Pattern STATE = Pattern.compile("\"state\"\\s*:\\s*\"([A-Z]+)\"");
    private static final Pattern RESULT = Pattern.compile("\"result\"\\s*:\\s*\"([^\"]+)\"");

    /** The figure of the last release, in which each has a larger one. */
    static final String FIGURE_QUESTION = """
            { tradeSummary(filter: {datasets: ["soak"], frequency: MONTHLY, from: 2023, to: 2023}, groupBy: [PARTNER], \
            measures: [MAX]) { rows { max { amount } } } }""";

    static final String LENGTH_QUESTION = "{ corridor(id: \"kbe\") { segments { id lengthKm } } }";

    private final Http http;
    private final String gateway;
    private final String key;
    private final Published trade;
    private final Published corridor;
    private final Tally tally;
    private final Phases phases;

    /**
     * @param gateway where the gateways are, without a path
     * @param key of a client that is registered
     */
    Client(Http http, String gateway, String key, Published trade, Published corridor, Tally tally, Phases phases) {
        this.http = http;
        this.gateway = gateway;
        this.key = key;
        this.trade = trade;
        this.corridor = corridor;
        this.tally = tally;
        this.phases = phases;
    }

    /** Asks once, and counts what came of it. */
    void ask(Kind kind, Random random) throws InterruptedException {
        long begin = System.nanoTime();
        try {
            one(kind, random);
            tally.answered(kind, System.nanoTime() - begin);
        } catch (FailedException failed) {
            tally.failed(kind, phases.met(begin, System.nanoTime()), failed.failure());
        }
    }

    private void one(Kind kind, Random random) throws FailedException, InterruptedException {
        switch (kind) {
            case QUESTION -> {
                Question question = Question.ALL.get(random.nextInt(Question.ALL.size()));
                contains(question.answer(), answer(kind, known(Http.graphql(gateway, question.document()), random)));
            }
            case VARIED ->
                contains("\"points\":[{", answer(kind, known(Http.graphql(gateway, varied(random)), random)));
            case FIGURE -> recent(kind, FIGURE_QUESTION, FIGURE, trade);
            case LENGTH -> recent(kind, LENGTH_QUESTION, LENGTH, corridor);
            case EXPORT ->
                contains(TABLE, answer(kind, export("trade-annual.csv?partners=" + partner(random) + "&from=2015")));
            case RANGE ->
                answer(
                        kind,
                        export("trade-flows.csv?partners=" + partner(random)).header("range", "bytes=100-4000"));
            case SDMX ->
                contains(
                        "LANCANG:TRADE_ANNUAL",
                        answer(
                                kind,
                                export("sdmx/data/dataflow/LANCANG/TRADE_ANNUAL/1.0.0/A.CN.LA.X+M.USD")
                                        .header("accept", "text/csv")));
            case FEATURES ->
                contains(
                        "\"FeatureCollection\"",
                        answer(kind, Http.to(gateway + "/ogc/corridor/collections/segments/items?bbox=101,21,102,22")));
            case SELF ->
                contains(
                        "\"id\":\"soak\"",
                        answer(kind, Http.graphql(gateway, "{ me { id } }").header("x-api-key", key)));
            case JOB -> job(partner(random));
            case LOAD -> throw new IllegalArgumentException("stewards load, not clients");
        }
    }

    private static String varied(Random random) {
        int from = 1995 + random.nextInt(20);
        return """
                { partner(code: "%s") { name trade(from: %d, to: %d) { points { period { year } total { amount } growth } } \
                corridors { id name } borderCrossings { id name } } }""".formatted(partner(random), from, from + 4);
    }

    private static String partner(Random random) {
        return PARTNERS.get(random.nextInt(PARTNERS.size()));
    }

    private HttpRequest.Builder export(String file) {
        return Http.to(gateway + "/exports/trade/" + file);
    }

    private HttpRequest.Builder known(HttpRequest.Builder request, Random random) {
        return random.nextBoolean() ? request.header("x-api-key", key) : request;
    }

    private void recent(Kind kind, String document, Pattern number, Published published)
            throws FailedException, InterruptedException {
        long asked = System.nanoTime();
        String body = answer(kind, Http.graphql(gateway, document));
        Matcher found = number.matcher(body);
        if (!found.find()) {
            throw new FailedException(new Failure(200, Failure.WRONG, "", body));
        }
        Duration behind =
                published.behind(Integer.parseInt(found.group(1)), asked).orElse(Duration.ZERO);
        tally.old(kind, behind);
        if (behind.compareTo(Published.TOLERANCE) > 0) {
            throw new FailedException(
                    new Failure(200, Failure.STALE, "", "by " + behind.toMillis() + " ms: " + found.group()));
        }
    }

    /** Orders a file, waits for it and reads it. */
    private void job(String partner) throws FailedException, InterruptedException {
        String ordered = answer(
                Kind.JOB,
                Http.to(gateway + "/jobs")
                        .header("x-api-key", key)
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"export\": \"/exports/trade/trade-annual.csv?partners=" + partner + "\"}")));
        String address = gateway + "/jobs/" + matched(Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\""), ordered);
        long deadline = System.nanoTime() + JOB.toNanos();
        String job = ordered;
        while (matched(STATE, job).matches("QUEUED|RUNNING")) {
            if (System.nanoTime() > deadline) {
                throw new FailedException(new Failure(200, Failure.WRONG, "integration", "not done: " + job));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            job = answer(Kind.SELF, Http.to(address).header("x-api-key", key));
        }
        contains(TABLE, answer(Kind.SELF, Http.to(matched(RESULT, job))));
    }

    private static String matched(Pattern pattern, String text) throws FailedException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new FailedException(new Failure(200, Failure.WRONG, "", text));
        }
        return found.group(1);
    }

    private static void contains(String part, String body) throws FailedException {
        if (!body.contains(part)) {
            throw new FailedException(new Failure(200, Failure.WRONG, "", body));
        }
    }

    private String answer(Kind kind, HttpRequest.Builder request) throws FailedException, InterruptedException {
        HttpResponse<String> answer = sent(kind, request.build());
        if (answer.statusCode() >= 300 || answer.body().contains("\"errors\":[")) {
            throw new FailedException(Failure.of(answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private HttpResponse<String> sent(Kind kind, HttpRequest request) throws FailedException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return http.send(request);
            } catch (IOException broken) {
                if (kind.writes() || attempt == TRIES) {
                    throw new FailedException(Failure.broken(broken));
                }
                tally.triedAgain(kind);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
