package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;

/** Requirements that go through interfaces and unions, or stand on implementations. */
class RequiresOnAbstractTypesTest {
    private static final Federation FLEET = Federation.of(subgraph("fleet", """
                    type Query { carriers: [Carrier!]! depot: Depot }
                    interface Carrier { id: ID! power: Power }
                    type Truck implements Carrier @key(fields: "id") { id: ID! power: Power axles: Int }
                    type Train implements Carrier @key(fields: "id") { id: ID! power: Power gauge: Int }
                    union Power = Diesel | Electric
                    type Diesel { litres: Int }
                    type Electric { volts: Int phase: String }
                    type Depot @key(fields: "id") { id: ID! parked: [Carrier!]! best: Power }
                    """, """
                    {"Query": {"carriers": [
                       {"__typename": "Truck", "id": "1", "axles": 3, "power": {"__typename": "Diesel", "litres": 90}},
                       {"__typename": "Train", "id": "2", "gauge": 1435,
                        "power": {"__typename": "Electric", "volts": 25000, "phase": "ac"}},
                       {"__typename": "Truck", "id": "3", "axles": 2, "power": null}],
                     "depot": {"id": "d", "best": {"__typename": "Electric", "volts": 1, "phase": "dc"}, "parked": [
                       {"__typename": "Truck", "id": "1", "axles": 3}, {"__typename": "Train", "id": "2", "gauge": 1000}]}}}
                    """), subgraph("tax", """
                    type Truck @key(fields: "id") {
                      id: ID! axles: Int @external power: Power @external
                      tax: String @requires(fields: "axles") fuel: String @requires(fields: "power { ... on Diesel { litres } }")
                    }
                    type Train @key(fields: "id") {
                      id: ID! gauge: Int @external power: Power @external
                      tax: String @requires(fields: "gauge")
                      fuel: String @requires(fields: "power { ... on Diesel { litres } ... on Electric { volts phase } }")
                    }
                    union Power = Diesel | Electric
                    type Diesel { litres: Int @external }
                    type Electric { volts: Int @external phase: String @external }
                    type Depot @key(fields: "id") {
                      id: ID! best: Power @external
                      load: String @requires(fields: "best { __typename ... on Electric { volts } }")
                    }
                    """, """
                    {"Truck": [{"tax": "{axles} axles", "fuel": "{power}"}], "Train": [{"tax": "{gauge} mm", "fuel": "{power}"}],
                     "Depot": [{"load": "{best}"}]}
                    """));

    @Test
    void sendsEachImplementationWhatItsOwnFieldRequires() {
        FLEET.ask("{ carriers { ... on Truck { tax } ... on Train { tax } } }")
                .answers("""
                        {"carriers": [{"tax": "3 axles"}, {"tax": "1435 mm"}, {"tax": "2 axles"}]}
                        """)
                .asking("fleet tax");
    }

    @Test
    void asksOnlyTheImplementationThatIsSelected() {
        FLEET.ask("{ carriers { id ... on Train { tax } } }")
                .answers("""
                        {"carriers": [{"id": "1"}, {"id": "2", "tax": "1435 mm"}, {"id": "3"}]}
                        """)
                .sends(1, "[{\"__typename\":\"Train\",\"id\":\"2\",\"gauge\":1435}]");
    }

    @Test
    void sendsMembersOfAUnionByTheFragmentsOfTheRequirement() {
        FLEET.ask("{ carriers { ... on Truck { fuel } ... on Train { fuel } } }")
                .answers("""
                        {"carriers": [
                          {"fuel": "{\\"__typename\\":\\"Diesel\\",\\"litres\\":90}"},
                          {"fuel": "{\\"__typename\\":\\"Electric\\",\\"volts\\":25000,\\"phase\\":\\"ac\\"}"},
                          {"fuel": null}]}
                        """)
                .asking("fleet tax");
    }

    @Test
    void requiresTheTypeOfAUnionMember() {
        FLEET.ask("{ depot { load } }").answers("""
                        {"depot": {"load": "{\\"__typename\\":\\"Electric\\",\\"volts\\":1}"}}
                        """).asking("fleet tax");
    }

    @Test
    void requiresFieldsOfAnInterfaceWithMoreOfItsImplementations() {
        Federation.of(subgraph("a", """
                                type Query { box: Box }
                                type Box @key(fields: "id") { id: ID! items: [Item!] }
                                interface Item { weight: Int }
                                type Book implements Item { weight: Int pages: Int }
                                type Pen implements Item { weight: Int ink: String }
                                """, """
                                {"Query": {"box": {"id": "b", "items": [
                                  {"__typename": "Book", "weight": 300, "pages": 99}, {"__typename": "Pen", "weight": 9, "ink": "red"}]}}}
                                """), subgraph("b", """
                                type Box @key(fields: "id") {
                                  id: ID! items: [Item!] @external
                                  label: String @requires(fields: "items { weight ... on Book { pages } }") }
                                interface Item { weight: Int }
                                type Book implements Item { weight: Int @external pages: Int @external }
                                type Pen implements Item { weight: Int @external }
                                """, """
                                {"Box": [{"label": "{items}"}]}
                                """))
                .ask("{ box { label } }")
                .answers("""
                        {"box": {"label":
                          "[{\\"__typename\\":\\"Book\\",\\"weight\\":300,\\"pages\\":99},{\\"__typename\\":\\"Pen\\",\\"weight\\":9}]"}}
                        """)
                .asking("a b");
    }

    @Test
    void requiresAFieldOfAnInterfaceWhoseImplementationsLiveElsewhere() {
        Federation.of(subgraph("a", """
                                type Query { pets: [Pet!]! }
                                interface Pet { id: ID! }
                                type Cat implements Pet @key(fields: "id") { id: ID! }
                                type Dog implements Pet @key(fields: "id") { id: ID! }
                                """, """
                                {"Query": {"pets": [{"__typename": "Cat", "id": "c"}, {"__typename": "Dog", "id": "d"}]}}
                                """), subgraph("b", """
                                type Cat @key(fields: "id") { id: ID! lives: Int }
                                type Dog @key(fields: "id") { id: ID! breed: Breed }
                                type Breed { name: String }
                                """, """
                                {"Cat": [{"id": "c", "lives": 9}], "Dog": [{"id": "d", "breed": {"name": "husky"}}]}
                                """), subgraph("c", """
                                interface Pet { id: ID! note: String }
                                type Cat implements Pet @key(fields: "id") {
                                  id: ID! lives: Int @external note: String @requires(fields: "lives") }
                                type Dog implements Pet @key(fields: "id") {
                                  id: ID! breed: Breed @external note: String @requires(fields: "breed { name }") }
                                type Breed { name: String @external }
                                """, """
                                {"Cat": [{"note": "{lives} lives"}], "Dog": [{"note": "a {breed.name}"}]}
                                """))
                .ask("{ pets { note } }")
                .answers("""
                        {"pets": [{"note": "9 lives"}, {"note": "a husky"}]}
                        """)
                .asking("a b c");
    }
}
