package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import io.lancang.federation.testing.TestSubgraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vehicles: the fleet knows all types of them, the yard trucks and trains only, and telemetry just that they are vehicles. */
class FleetTest {
    private static final String FLEET_SHIP = """
            {"__typename": "Ship", "id": "s", "plate": "Jing Hong", "draught": 1.5, "carries": [$TRUCK]}
            """;

    private static final String FLEET_TRUCK = """
            {"__typename": "Truck", "id": "t", "plate": "YA 1", "axles": 5}
            """;

    private static final String FLEET_TRAIN = """
            {"__typename": "Train", "id": "r", "plate": null, "cars": 30}
            """;

    private static final TestSubgraph FLEET = subgraph("fleet", """
            type Query { vehicles: [Vehicle!]! flagship: Ship }
            type Mutation { retire(id: ID!): Vehicle }
            interface Vehicle @key(fields: "id") { id: ID! plate: String }
            type Truck implements Vehicle @key(fields: "id") { id: ID! plate: String axles: Int }
            type Ship implements Vehicle @key(fields: "id") { id: ID! plate: String draught: Float carries: [Vehicle!] }
            type Train implements Vehicle @key(fields: "id") { id: ID! plate: String cars: Int }
            """, """
            {"Query": {"vehicles": [$TRUCK, $SHIP, $TRAIN], "flagship": "@Ship[0]"}, "Mutation": {"retire": {"$by": "id", "s": "@Ship[0]", "t": "@Truck[0]"}},
             "Vehicle": [$TRUCK, $SHIP, $TRAIN], "Truck": [$TRUCK], "Ship": [$SHIP], "Train": [$TRAIN]}
            """.replace("$SHIP", FLEET_SHIP)
            .replace("$TRUCK", FLEET_TRUCK)
            .replace("$TRAIN", FLEET_TRAIN));

    private static final String YARD_TRUCK = """
            {"__typename": "Truck", "id": "t", "bay": 1, "driver": "Khamla"}
            """;

    private static final String YARD_TRAIN = """
            {"__typename": "Train", "id": "r", "bay": 3, "tag": "<{plate}>"}
            """;

    private static final TestSubgraph YARD =
            subgraph("yard", """
            type Query { parked: [Vehicle]! gate: Truck places: [Place!]! }
            interface Vehicle { id: ID! }
            type Truck implements Vehicle @key(fields: "id") { id: ID! bay: Int driver: String }
            type Train implements Vehicle @key(fields: "id") { id: ID! bay: Int plate: String @external tag: String @requires(fields: "plate") }
            type Place { bay: Int held: Vehicle }
            """, """
            {"Query": {"parked": [$TRAIN, null, $TRUCK], "gate": "@Truck[0]", "places": [{"bay": 1, "held": "@Truck[0]"}, {"bay": 2, "held": null}, {"bay": 3, "held": "@Train[0]"}]},
             "Truck": [$TRUCK], "Train": [$TRAIN]}
            """.replace("$TRUCK", YARD_TRUCK).replace("$TRAIN", YARD_TRAIN));

    private static final String TELEMETRY_SHIP = """
            {"id": "s", "speed": 9.5, "label": "{plate}!", "track": null, "near": null}
            """;

    private static final String TELEMETRY_TRUCK = """
            {"id": "t", "speed": 0.0, "label": "{plate}!", "track": {"km": 7.5, "by": "@Vehicle[0]"}, "near": "@Vehicle[1]"}
            """;

    private static final String TELEMETRY_TRAIN = """
            {"id": "r", "speed": 120.0, "label": "{plate}!", "track": {"km": 900.0, "by": "@Vehicle[2]"}, "near": "@Vehicle[0]"}
            """;

    private static final TestSubgraph TELEMETRY = subgraph("telemetry", """
            type Query { moving: [Vehicle!]! lost: Vehicle track(of: ID!): Track }
            type Mutation { ping(id: ID!): Vehicle! }
            type Vehicle @key(fields: "id") @interfaceObject {
              id: ID! plate: String @external speed: Float label: String @requires(fields: "plate") track: Track near: Vehicle }
            type Track { km: Float by: Vehicle! }
            """, """
            {"Query": {"moving": [$TRAIN, $SHIP], "lost": null,
                       "track": {"$by": "of", "t": {"km": 7.5, "by": "@Vehicle[0]"}}},
             "Mutation": {"ping": {"$by": "id", "s": "@Vehicle[1]", "t": "@Vehicle[0]"}},
             "Vehicle": [$TRUCK, $SHIP, $TRAIN]}
            """.replace("$SHIP", TELEMETRY_SHIP)
            .replace("$TRUCK", TELEMETRY_TRUCK)
            .replace("$TRAIN", TELEMETRY_TRAIN));

    private static final String WHOLE_SHIP = """
            {"__typename": "Ship", "id": "s", "plate": "Jing Hong", "draught": 1.5, "carries": [$TRUCK], "speed": 9.5, "label": "Jing Hong!", "track": null, "near": null}
            """;

    private static final String WHOLE_TRUCK = """
            {"__typename": "Truck", "id": "t", "plate": "YA 1", "axles": 5, "bay": 1, "driver": "Khamla", "speed": 0.0, "label": "YA 1!",
             "track": {"km": 7.5, "by": "@Truck[0]"}, "near": "@Ship[0]"}
            """;

    private static final String WHOLE_TRAIN = """
            {"__typename": "Train", "id": "r", "plate": null, "cars": 30, "bay": 3, "tag": "<null>", "speed": 120.0, "label": "null!",
             "track": {"km": 900.0, "by": "@Train[0]"}, "near": "@Truck[0]"}
            """;

    private static final TestSubgraph WHOLE = subgraph("whole", """
            type Query { vehicles: [Vehicle!]! flagship: Ship parked: [Vehicle]! gate: Truck places: [Place!]!
              moving: [Vehicle!]! lost: Vehicle track(of: ID!): Track }
            type Mutation { retire(id: ID!): Vehicle ping(id: ID!): Vehicle! }
            interface Vehicle { id: ID! plate: String speed: Float label: String track: Track near: Vehicle }
            type Truck implements Vehicle { id: ID! plate: String speed: Float label: String track: Track near: Vehicle axles: Int bay: Int driver: String }
            type Ship implements Vehicle { id: ID! plate: String speed: Float label: String track: Track near: Vehicle draught: Float carries: [Vehicle!] }
            type Train implements Vehicle { id: ID! plate: String speed: Float label: String track: Track near: Vehicle cars: Int bay: Int tag: String }
            type Place { bay: Int held: Vehicle }
            type Track { km: Float by: Vehicle! }
            """, """
            {"Query": {"vehicles": [$TRUCK, $SHIP, $TRAIN], "flagship": "@Ship[0]", "parked": [$TRAIN, null, $TRUCK], "gate": "@Truck[0]",
               "places": [{"bay": 1, "held": "@Truck[0]"}, {"bay": 2, "held": null}, {"bay": 3, "held": "@Train[0]"}],
               "moving": [$TRAIN, $SHIP], "lost": null, "track": {"$by": "of", "t": {"km": 7.5, "by": "@Truck[0]"}}},
             "Mutation": {"retire": {"$by": "id", "s": "@Ship[0]", "t": "@Truck[0]"}, "ping": {"$by": "id", "s": "@Ship[0]", "t": "@Truck[0]"}},
             "Truck": [$TRUCK], "Ship": [$SHIP], "Train": [$TRAIN]}
            """.replace("$SHIP", WHOLE_SHIP)
            .replace("$TRUCK", WHOLE_TRUCK)
            .replace("$TRAIN", WHOLE_TRAIN));

    private static final Judged FLEETS = Judged.by(WHOLE, FLEET, YARD, TELEMETRY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ vehicles { id plate speed label } }",
                "{ vehicles { __typename label ... on Truck { bay driver axles } ... on Train { tag cars } ... on Ship { carries { __typename label } } } }",
                "{ parked { id __typename plate speed } }",
                "{ parked { label ... on Train { tag bay cars } ... on Truck { driver near { __typename plate } } ... on Ship { draught } } }",
                "{ gate { plate label bay track { km by { __typename label ... on Truck { driver } } } } }",
                "{ places { bay held { __typename id label ... on Train { tag } } } }",
                "{ places { held { near { speed ... on Ship { carries { ... on Truck { bay label } } } ... on Truck { axles } } } } }",
                "{ moving { id speed } lost { __typename speed } }",
                "{ moving { __typename plate ... on Train { bay tag } ... on Ship { draught carries { speed } } } }",
                "{ moving { label near { __typename ... on Truck { driver label } } } }",
                "{ moving { near { near { __typename plate label } } } lost { plate label } }",
                "{ track(of: \"t\") { km by { label near { ... on Ship { draught } } ... on Truck { bay axles } } } none: track(of: \"x\") { by { plate } } }",
                "{ flagship { label speed carries { ... on Truck { driver } label } near { plate } } }",
                "{ a: moving { ...V } b: parked { ...V } } fragment V on Vehicle { kind: __typename plate ... on Train { ...T } } fragment T on Train { tag cars label }",
            })
    void answersAsTheWholeGraph(String query) {
        FLEETS.ask(query);
    }

    @Test
    void answersAsTheWholeGraphUnderConditions() {
        FLEETS.askInEveryCase("""
                query ($x: Boolean!, $y: Boolean!) {
                  parked { label @include(if: $x) ... on Train @skip(if: $y) { tag plate } ... on Truck { driver @include(if: $y) } }
                  moving @include(if: $y) { __typename @skip(if: $x) near { plate @include(if: $x) speed } }
                }
                """);
        FLEETS.askInEveryCase("""
                query ($x: Boolean!, $y: Boolean!) {
                  places { held @skip(if: $x) { ... @include(if: $y) { label } ... on Truck @include(if: $x) { axles } id } }
                  vehicles { ... on Ship @include(if: $x) { carries @skip(if: $y) { label } } speed @include(if: $y) __typename }
                }
                """);
    }

    @Test
    void answersMutationsThatReturnTheInterface() {
        FLEETS.ask("""
                mutation {
                  ping(id: "t") { __typename label ... on Truck { driver axles } }
                  retire(id: "s") { speed label ... on Ship { carries { ... on Truck { bay } } } }
                  gone: retire(id: "x") { label }
                  again: ping(id: "s") { speed near { plate } ... on Train { tag } }
                }
                """);
    }
}
