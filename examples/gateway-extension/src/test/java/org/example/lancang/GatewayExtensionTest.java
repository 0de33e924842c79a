package org.example.lancang;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Headers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The beans of the example, and some that tests add, called by a gateway in front of a real subgraph. */
@QuarkusTest
@WithTestResource(ShopSubgraph.class)
class GatewayExtensionTest {
    private static final String NAME = "query A($id: ID = 1) { customer(id: $id) { name } }";

    @SuppressWarnings("NullAway.Init") // injected
    ShopSubgraph shop;

    @SuppressWarnings("NullAway.Init") // injected
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @BeforeEach
    void forgetRequests() {
        shop.received();
    }

    @Test
    void saysToSubgraphsWhoseClientAsks() {
        ask(given().header("X-Tenant", "forged"), NAME).body("data.customer.name", equalTo("Ann"));

        List<Headers> received = shop.received();
        assertEquals(1, received.size());
        assertEquals(List.of("acme"), received.getFirst().get("X-Tenant"));
    }

    @Test
    void refusesARequestBeforeAnySubgraphIsAsked() {
        given().contentType("application/json")
                .header("X-Api-Key", "guessed")
                .body("{\"query\":\"{ customer(id: 1) { name } }\"}")
                .post("/graphql")
                .then()
                .statusCode(401)
                .body("errors[0].extensions.code", equalTo("UNKNOWN_API_KEY"))
                .body("errors[0].message", equalTo("Send the key that you were given as X-Api-Key."));

        assertEquals(List.of(), shop.received());
    }

    @Test
    void masksAFieldUnderEveryAliasBelowInterfacesAndFragments() {
        ask(
                        given(),
                        "{ customer(id: 1) { name e: email friend { ... on Customer { ...F } } } party(id: 1) { email } }"
                                + " fragment F on Party { email n: name }")
                .body("data.customer.name", equalTo("Ann"))
                .body("data.customer", aMapWithSize(3))
                .body("data.customer.e", nullValue())
                .body("data.customer.friend", aMapWithSize(2))
                .body("data.customer.friend.email", nullValue())
                .body("data.customer.friend.n", equalTo("Ann"))
                .body("data.party.email", nullValue());
    }

    @Test
    void showsAMaskedFieldToATrustedTenant() {
        ask(given().header("X-Api-Key", "key-of-bank"), "{ customer(id: 1) { e: email } }")
                .body("data.customer.e", equalTo("ann@example.org"));
    }

    @Test
    void masksAFieldInEventsOfSubscriptionsWhichSayTheTenant() {
        String events = given().contentType("application/json")
                .header("X-Api-Key", "key-of-acme")
                .accept("text/event-stream")
                .body("{\"query\":\"subscription { customerChanged { name email } }\"}")
                .post("/graphql")
                .asString();

        assertTrue(events.contains("{\"data\":{\"customerChanged\":{\"name\":\"Ann\",\"email\":null}}}"), events);
        assertEquals(List.of("acme"), shop.received().getFirst().get("X-Tenant"));
    }

    @Test
    void ignoresDeferWhereAnswersAreChanged() {
        ask(
                        given().accept("multipart/mixed;deferSpec=20220824, application/json"),
                        "{ customer(id: 1) { name ... @defer { email } } }")
                .contentType("application/json")
                .body("data.customer", aMapWithSize(2))
                .body("data.customer.email", nullValue());
    }

    @Test
    void callsAllBeansOfAllPointsInTheirOrder() {
        ask(given(), NAME).header("X-Way", "first last plan:QUERY:[Query.customer]:true to from:7 answer");
    }

    @Test
    void asksWhatABeanHasMadeOfTheRequest() {
        ask(given().header("X-Customer", "none"), NAME)
                .body("data.customer", nullValue())
                .body("errors[0].extensions.code", equalTo("NOT_FOUND"))
                .body("errors[0].extensions.seen", equalTo(true))
                .body("errors[0].path", equalTo(List.of("customer")));
    }

    @Test
    void showsErrorsOfOperationsThatAreNotValid() {
        given().contentType("application/json")
                .header("X-Api-Key", "key-of-acme")
                .accept("application/graphql-response+json")
                .body("{\"query\":\"{ nobody }\"}")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION_FAILED"))
                .body("errors[0].extensions.seen", equalTo(true))
                .body("$", not(hasKey("data")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "answer", "plan:QUERY:[Query.customer]:true"})
    void aBeanThatFailsCostsTheRequest(String point) {
        given().contentType("application/json")
                .header("X-Api-Key", "key-of-acme")
                .header("X-Fail", point)
                .body("{\"query\":\"{ customer(id: 1) { name } }\"}")
                .post("/graphql")
                .then()
                .statusCode(500)
                .body("errors[0].extensions.code", equalTo("EXTENSION_FAILED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"to", "from:7"})
    void aBeanThatFailsAtASubgraphCostsTheFieldsOfThatSubgraph(String point) {
        ask(given().header("X-Fail", point), NAME)
                .body("data.customer", nullValue())
                .body(
                        "errors[0].message",
                        containsString("An extension of the gateway failed at a request to the subgraph"));
    }

    @Test
    void timesEachBeanAtEachPoint() {
        ask(given(), NAME);

        String page = given().get(management.resolve("/q/metrics")).asString();
        assertTrue(
                page.lines()
                        .anyMatch(line -> line.startsWith("lancang_gateway_extensions_seconds_count{")
                                && line.contains("extension=\"Tenants\"")
                                && line.contains("point=\"to_subgraph\"")
                                && line.contains("outcome=\"done\"")
                                && !line.endsWith(" 0.0")
                                && !line.endsWith(" 0")),
                page);
    }

    private static ValidatableResponse ask(RequestSpecification client, String query) {
        FilterableRequestSpecification asked = (FilterableRequestSpecification) client;
        if (!asked.getHeaders().hasHeaderWithName("X-Api-Key")) {
            asked.header("X-Api-Key", "key-of-acme");
        }
        return asked.contentType("application/json")
                .body("{\"query\":\"" + query + "\"}")
                .post("/graphql")
                .then()
                .statusCode(200);
    }
}
