package io.lancang.standalone;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebook and the collection of requests get answers from the gateway. */
class ExamplesIT {
    /** A request of the collection: its title, its line, its headers, and a body after an empty line. */
    private static final Pattern REQUEST = Pattern.compile(
            "(?ms)^### (?<title>[^\\n]+)\\n(?<method>[A-Z]+) (?<url>\\S+)\\n(?<headers>(?:[A-Za-z-]+: [^\\n]+\\n)*)\\n?(?<body>\\{.*?^}\\n)?");

    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    record Request(String title, String method, String url, Map<String, String> headers, String body) {
        @Override
        public String toString() {
            return title;
        }

        Response send() {
            RequestSpecification request =
                    given().urlEncodingEnabled(false).headers(headers).body(body);
            return request.request(method, url.replace("{{url}}", SET.running().gatewayUrl()));
        }
    }

    /** All requests of the collection. */
    static List<Request> requests() throws IOException {
        String collection = Files.readString(ExampleProcess.folder("http").resolve("lancang.http"));
        List<Request> requests = REQUEST.matcher(collection)
                .results()
                .map(found -> new Request(
                        found.group("title"),
                        found.group("method"),
                        found.group("url"),
                        headers(found.group("headers")),
                        found.group("body") == null ? "" : found.group("body")))
                .toList();
        assertEquals(collection.split("(?m)^### ", -1).length - 1, requests.size(), "not all requests were read");
        return requests;
    }

    private static Map<String, String> headers(String lines) {
        return lines.lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void answersEveryRequestOfTheCollectionAsItsTitleSays(Request request) {
        if (request.headers().containsValue("text/event-stream")) {
            // Whether it can be planned: SubscriptionIT waits for what comes of it.
            Matcher operation = Pattern.compile("\"query\": \"(.*)\"").matcher(request.body());
            assertTrue(operation.find(), request.body());
            SET.explain(operation.group(1));
            return;
        }
        Response response = request.send();
        assertEquals(200, response.statusCode(), response.asString());
        if (request.headers().containsKey("Lancang-Explain")) {
            assertTrue(response.asString().contains("trade"), response.asString());
            return;
        }
        JsonPath answer = response.jsonPath();
        if (request.title().startsWith("An unknown partner")) {
            assertEquals("NOT_FOUND", answer.getString("errors[0].extensions.code"));
            assertTrue(answer.getString("errors[0].extensions.hint").contains("LAO"), answer.prettify());
        } else {
            assertNull(answer.getList("errors"), answer.prettify());
            assertTrue(answer.getMap("data").values().stream().noneMatch(Objects::isNull), answer.prettify());
        }
    }

    @Test
    void runsEveryCellOfTheNotebook() throws Exception {
        String printed = ExampleProcess.run("python", gateway(), "python3 run.py trade-and-corridors.ipynb");

        assertTrue(printed.contains("  2020      3.56 billion US$  REPORTED"), printed);
        assertTrue(printed.contains("  2021             no figure  REPORTED  NOT_COVERED"), printed);
        assertTrue(printed.contains("  China–Laos Railway: TRANSPORT, OPERATIONAL, 1035 km"), printed);
        // All pages: as many corridors as the graph counts.
        int counted = SET.ask("{ corridors { totalCount } }").extract().path("data.corridors.totalCount");
        String kinds = printed.lines()
                .filter(line -> line.startsWith("{'"))
                .findFirst()
                .orElseThrow();
        int listed = kinds.replaceAll("[^0-9]+", " ")
                .strip()
                .transform(numbers -> Arrays.stream(numbers.split(" ", -1))
                        .mapToInt(Integer::parseInt)
                        .sum());
        assertEquals(counted, listed, kinds);
    }

    private static Map<String, String> gateway() {
        return Map.of("LANCANG_URL", SET.running().gatewayUrl());
    }
}
