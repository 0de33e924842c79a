package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;

/** Where nulls go and where the client reads about errors. */
class ErrorsTest {
    private static Federation trains(String name, String stops) {
        return Federation.of(subgraph("trains", """
                        type Query { trains: [Train]! best: Train! maybe: Train }
                        type Train @key(fields: "id") { id: ID! line: String! }
                        """, """
                        {"Query": {"trains": [{"id": "1", "line": "L1"}, {"id": "2", "line": "L2"}], "best": {"id": "1", "line": "L1"}, "maybe": {"id": "2", "line": "L2"}}}
                        """), subgraph("plans", """
                        type Train @key(fields: "id") { id: ID! name: %s stops: %s }
                        type Stop { place: String! minutes: Int }
                        """.formatted(name, stops), """
                        {"Train": [{"id": "1", "name": "Express", "stops": [{"place": "Boten", "minutes": "!late"}, null]}, {"id": "2", "name": "!lost", "stops": "!closed"}]}
                        """));
    }

    @Test
    void nullsOnlyTheFieldWhereItMayBeNull() {
        trains("String", "[Stop]").ask("{ trains { line name } }").answersInPart("""
                        {"trains": [{"line": "L1", "name": "Express"}, {"line": "L2", "name": null}]}
                        """, "SUBGRAPH_ERROR trains/1/name");
    }

    @Test
    void nullsTheObjectAboveAFieldThatMustNotBeNull() {
        trains("String!", "[Stop]")
                .ask("{ trains { line title: name } maybe { name } }")
                .answersInPart("""
                        {"trains": [{"line": "L1", "title": "Express"}, null], "maybe": null}
                        """, "SUBGRAPH_ERROR trains/1/title", "SUBGRAPH_ERROR maybe/name");
    }

    @Test
    void nullsEverythingWhereNothingOnTheWayMayBeNull() {
        trains("String!", "[Stop!]!")
                .ask("{ best { stops { place } } }")
                .answersInPart("null", "SUBGRAPH_ERROR best/stops/1");
    }

    @Test
    void mapsPathsInsideOfEntitiesToTheClientsNames() {
        trains("String", "[Stop]")
                .ask("{ all: trains { halts: stops { where: place after: minutes } } }")
                .answersInPart("""
                        {"all": [{"halts": [{"where": "Boten", "after": null}, null]}, {"halts": null}]}
                        """, "SUBGRAPH_ERROR all/0/halts/0/after", "SUBGRAPH_ERROR all/1/halts");
    }

    @Test
    void nullsTheItemOfAListOfNonNullObjectsAndThenTheList() {
        trains("String", "[Stop!]")
                .ask("{ trains { line stops { place } } }")
                .answersInPart("""
                        {"trains": [{"line": "L1", "stops": null}, {"line": "L2", "stops": null}]}
                        """, "SUBGRAPH_ERROR trains/0/stops/1", "SUBGRAPH_ERROR trains/1/stops");
    }

    @Test
    void reportsAnErrorOfAnEntityAtEveryPlaceThatShowsIt() {
        trains("String", "[Stop]")
                .ask("{ trains { name } maybe { n: name } }")
                .answersInPart("""
                        {"trains": [{"name": "Express"}, {"name": null}], "maybe": {"n": null}}
                        """, "SUBGRAPH_ERROR trains/1/name", "SUBGRAPH_ERROR maybe/n");
    }
}
