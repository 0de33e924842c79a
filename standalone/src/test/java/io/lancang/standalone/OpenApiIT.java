package io.lancang.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.standalone.DescribedApi.Answer;
import io.lancang.standalone.DescribedApi.Described;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All that the gateway's OpenAPI document says is tried at the gateway's address: each path, parameter and kind of answer. */
class OpenApiIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    /** What a parameter says something about, without which it means nothing. */
    private static final Map<String, String> COMPANIONS = Map.of(
            "membersOf", "composition=LIKE_FOR_LIKE&blocs=ASEAN&",
            "composition", "blocs=ASEAN&",
            "classification", "level=2&",
            "level", "classification=HS1992&",
            "fromMonth", "frequency=MONTHLY&from=2024&",
            "toMonth", "frequency=MONTHLY&to=2024&");

    @SuppressWarnings("NullAway.Init") // read before all tests
    private static ApiReader read;

    @BeforeAll
    static void readTheDocument() throws Exception {
        read = ApiReader.of(SET, "openapi-reader");
    }

    @Test
    void everyServiceSaysWhatItHas() {
        assertTrue(read.api().document().path("info").path("x-missing").isMissingNode());
        Set<String> tags = new TreeSet<>();
        read.api()
                .document()
                .path("tags")
                .forEach(tag -> tags.add(tag.path("name").asText()));
        assertEquals(Set.of("Catalogues", "Exports", "Feeds", "Gateway", "Jobs", "Maps", "SDMX"), tags);
        assertTrue(
                read.api().requests().size() > 60, () -> read.api().requests().size() + " requests");
        // One kind of error, and nothing that two services call by one name and mean differently.
        read.api()
                .document()
                .path("components")
                .path("schemas")
                .fieldNames()
                .forEachRemaining(name -> assertFalse(name.matches("(trade|corridor|integration)\\..*"), name));
    }

    @Test
    void eachRequestWithItsExamplesIsAnsweredAsDescribed() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Described described : read.reading()) {
            Answer answer = read.send(described, read.path(described));
            if (answer.status() != 200 || !read.api().isDescribed(described, answer)) {
                wrong.add(described + ": " + answer.status() + " " + answer.mediaType() + " " + answer.beginning());
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** All that names formats by `Accept` or by a choice of names. */
    @Test
    void eachKindOfAnswerIsGiven() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Described described : read.reading()) {
            List<String> types = read.api().mediaTypes(described, 200);
            for (String type : types.size() > 1 && ApiReader.isOfSdmx(described) ? types : List.<String>of()) {
                Answer answer = read.send(described, read.path(described), "Accept", type);
                if (!answer.mediaType().equals(type)) {
                    wrong.add(described + ": " + answer.mediaType() + ", not " + type);
                }
            }
        }
        Described table = read.named("corridorExportTable");
        Set<String> given = new TreeSet<>();
        for (JsonNode file :
                read.api().parameters(table, "path").getFirst().path("schema").path("enum")) {
            Answer answer = read.send(table, read.api().path(table, Map.of("file", file.asText())));
            if (answer.status() != 200) {
                wrong.add(file + ": " + answer);
            }
            given.add(answer.mediaType());
        }
        assertEquals(List.of(), wrong);
        assertEquals(new TreeSet<>(read.api().mediaTypes(table, 200)), given);
    }

    @Test
    void eachParameterIsTaken() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Described described : read.reading()) {
            for (JsonNode parameter : read.api().parameters(described, "query")) {
                String name = parameter.path("name").asText();
                // What leads to a next page is part of the address that the first one gives.
                if (described.method().equals("head") || !parameter.has("example")) {
                    continue;
                }
                String companions = ApiReader.isOfSdmx(described) ? "" : COMPANIONS.getOrDefault(name, "");
                Answer answer =
                        read.send(described, read.path(described) + "?" + companions + DescribedApi.query(parameter));
                if (answer.status() != 200) {
                    wrong.add(described + " " + name + ": " + answer.status() + " " + answer.beginning());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Parameters without an example are part of the address of the next page. */
    @Test
    void theNextPageIsWhereTheFirstSays() throws Exception {
        Described order = read.named("integrationOrderJob");
        Described list = read.named("integrationListJobs");
        // The same export, ordered while it runs, would be the same job; that of before is done.
        assertEquals(202, read.send(order, "/jobs").status());

        String next = read.send(list, "/jobs?first=1").json().path("next").asText();
        assertTrue(next.contains("after="), next);
        Answer page = read.send(list, next.substring(next.indexOf("/jobs")));

        assertEquals(200, page.status());
        assertEquals(1, page.json().path("jobs").size());

        Described features = read.named("corridorGetCorridorsItems");
        String link = "";
        for (JsonNode each :
                read.send(features, features.path() + "?limit=1").json().path("links")) {
            link = each.path("rel").asText().equals("next") ? each.path("href").asText() : link;
        }
        assertTrue(link.contains("cursor="), link);
        Answer further = read.send(features, link.substring(link.indexOf("/ogc")));
        assertEquals(200, further.status());
    }

    @Test
    void whatAClientHasIsNotSentAgainAndPartsAre() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Described described : read.reading()) {
            if (described.isAnswered(304)) {
                String etag = read.send(described, read.path(described)).header("etag");
                // A client of a library that unpacks by itself asks in the same way again.
                Answer known = read.send(described, read.path(described), "If-None-Match", etag);
                if (etag.isEmpty() || known.status() != 304) {
                    wrong.add(described + ": " + etag + " " + known.status());
                }
            }
            if (described.isAnswered(206)) {
                Answer part = read.send(described, read.path(described), "Range", "bytes=0-9");
                if (part.status() != 206
                        || !part.header("content-range").startsWith("bytes 0-9/")
                        || !read.api().isDescribed(described, part)) {
                    wrong.add(described + ": " + part);
                }
                Answer beyond = read.send(described, read.path(described), "Range", "bytes=999999999999-");
                if (beyond.status() != 416 || !read.api().isDescribed(described, beyond)) {
                    wrong.add(described + ": " + beyond);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** One of its own: others look at theirs. */
    @Test
    void aJobIsCancelled() throws Exception {
        String id = read.send(read.named("integrationOrderJob"), "/jobs")
                .json()
                .path("id")
                .asText();
        Described cancel = read.named("integrationCancelJob");

        Answer answer = read.send(cancel, "/jobs/" + id);

        assertEquals(200, answer.status());
        assertTrue(read.api().isDescribed(cancel, answer));
    }
}
