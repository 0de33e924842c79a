package io.lancang.kit.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.kit.fixture.DcatAp;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever runs a service names who publishes its data. */
class PublisherTest {
    private static final String ROOT = "https://lancang.example/exports/trade";

    private static final Catalog CATALOG = new Catalog(
            "trade",
            "Trade",
            List.of(new CatalogDataset(
                    "flows",
                    "Flows",
                    "Figures of flows.",
                    List.of(
                            new CatalogSource("A", "A table", "https://a.example/t", "CC BY 4.0", "2024"),
                            new CatalogSource("B", "An article", "page 3", null, null)),
                    LocalDate.of(2000, 1, 1),
                    LocalDate.of(2024, 12, 31),
                    List.of("Laos"),
                    OffsetDateTime.parse("2026-11-29T10:00:00Z"),
                    List.of(
                            new CatalogFile("flows-csv", "flows.csv?a=1", "text/csv", "csv", List.of()),
                            new CatalogFile(
                                    "flows-ndjson", "flows.ndjson", "application/x-ndjson", "ndjson", List.of())))));

    private record Given(Optional<String> name, Optional<String> url, Optional<String> contact)
            implements PublisherConfig {}

    private static Given given(@Nullable String name, @Nullable String url, @Nullable String contact) {
        return new Given(Optional.ofNullable(name), Optional.ofNullable(url), Optional.ofNullable(contact));
    }

    private static Publisher publisher(@Nullable String url, @Nullable String contact) {
        return Publisher.of(given("Office of Statistics", url, contact)).orElseThrow();
    }

    @Test
    void makesACatalogueOfDcatAp() {
        JsonObject catalog = CATALOG.dcat(ROOT, publisher("https://statistics.example", "data@statistics.example"));

        assertEquals(List.of(), DcatAp.faultsOf(catalog));
        JsonObject dataset = catalog.getJsonArray("dcat:dataset").getJsonObject(0);
        for (JsonObject published : List.of(catalog, dataset)) {
            assertEquals(
                    new JsonObject()
                            .put("@id", "https://statistics.example")
                            .put("@type", "foaf:Agent")
                            .put("foaf:name", "Office of Statistics")
                            .put(
                                    "foaf:homepage",
                                    new JsonObject()
                                            .put("@id", "https://statistics.example")
                                            .put("@type", "foaf:Document")),
                    published.getJsonObject("dct:publisher"));
        }
        assertEquals(
                "mailto:data@statistics.example",
                dataset.getJsonObject("dcat:contactPoint")
                        .getJsonObject("vcard:hasEmail")
                        .getString("@id"));
    }

    @Test
    void isANameAtLeast() {
        JsonObject catalog = CATALOG.dcat(ROOT, publisher(null, null));

        assertEquals(List.of(), DcatAp.faultsOf(catalog));
        assertTrue(!catalog.encode().contains("contactPoint"), catalog.encode());
    }

    @Test
    void isAskedOnTheWebWhereThatIsTheContact() {
        JsonObject dataset = CATALOG.dcat(ROOT, publisher(null, "https://statistics.example/ask"))
                .getJsonArray("dcat:dataset")
                .getJsonObject(0);

        assertEquals(
                "https://statistics.example/ask",
                dataset.getJsonObject("dcat:contactPoint")
                        .getJsonObject("vcard:hasURL")
                        .getString("@id"));
    }

    /** Whoever does not say who publishes has a catalogue of DCAT that is none of DCAT-AP: nobody is made up. */
    @Test
    void isNobodyWhereNobodyIsNamed() {
        assertEquals(Optional.empty(), Publisher.of(given(null, null, null)));
        assertEquals(
                List.of(ROOT + "/catalog.jsonld has 0 of dct:publisher"), DcatAp.faultsOf(CATALOG.dcat(ROOT, null)));
    }

    @Test
    void contributesToTheDataPackage() {
        JsonObject described =
                CATALOG.dataPackage(ROOT, publisher("https://statistics.example", "data@statistics.example"));

        assertEquals(
                """
                {"title":"Office of Statistics","path":"https://statistics.example","email":"data@statistics.example",\
                "roles":["publisher"]}""", described.getJsonArray("contributors").getJsonObject(0).encode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|https://statistics.example||is set without `lancang.catalogue.publisher.name`",
                "||data@statistics.example|is set without `lancang.catalogue.publisher.name`",
                "Office|statistics.example||`lancang.catalogue.publisher.url` is 'statistics.example'. It is an address on the Web",
                "Office||somebody|`lancang.catalogue.publisher.contact` is 'somebody'. It is an address of e-mail or on the Web"
            })
    void isRefusedWhereItCannotBeWritten(
            @Nullable String name, @Nullable String url, @Nullable String contact, String message) {
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> Publisher.of(given(name, url, contact)));

        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused.getMessage());
    }
}
