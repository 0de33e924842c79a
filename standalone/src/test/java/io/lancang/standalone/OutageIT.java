package io.lancang.standalone;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client asks for trade and corridors together while corridor-service is down. */
class OutageIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.own();

    @BeforeAll
    static void corridorServiceGoesDown() throws InterruptedException {
        SET.running().stopService("corridor");
    }

    @Test
    void costsOnlyTheFieldsOfTheServiceThatIsDown() {
        ValidatableResponse answer = SET.ask("""
                { partner(code: "LAO") { name trade(from: 2019, to: 2019) { points { total { amount } } }
                                         corridors { id } borderCrossings { id } } }""");
        answer.body("data.partner.name", is("Lao People's Democratic Republic"))
                .body("data.partner.trade.points[0].total.amount", notNullValue())
                .body("data.partner.corridors", nullValue())
                .body("data.partner.borderCrossings", nullValue())
                .body(
                        "errors.path.collect { it.join('.') }",
                        containsInAnyOrder("partner.corridors", "partner.borderCrossings"))
                .body("errors.extensions.code", everyItem(is("SUBGRAPH_UNAVAILABLE")))
                .body("errors.extensions.service", everyItem(is("corridor")));
    }

    @Test
    void nullsARootFieldOfTheServiceThatIsDownAndKeepsTheOthers() {
        SET.ask("""
                { corridor(id: "clr") { name } partner(code: "VNM") { name } }""")
                .body("data.corridor", nullValue())
                .body("data.partner.name", is("Vietnam"))
                .body("errors[0].path", is(List.of("corridor")))
                .body("errors[0].extensions.code", is("SUBGRAPH_UNAVAILABLE"));
    }
}
