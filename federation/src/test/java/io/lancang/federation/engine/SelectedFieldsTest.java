package io.lancang.federation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.federation.testing.TestSubgraph;
import io.lancang.federation.testing.TestSubgraphs;
import io.lancang.federation.testing.TestSupergraph;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The fields of an operation by their response keys, each with all places of the schema where it may be looked up. */
class SelectedFieldsTest {
    private static final TestSubgraph STOPS = TestSubgraph.of("stops", """
        type Query { stop: Stop port: Port }
        interface Stop { name: String }
        type Port implements Stop { name: String berths: Int }
        type Depot implements Stop { name: String }
        """).build();

    private final FederationEngine<Object> engine =
            new FederationEngine<>(TestSupergraph.of(STOPS), TestSubgraphs.of(STOPS), EngineOptions.DEFAULT);

    /** What is asked of an interface is a field of each of its types as well. */
    @Test
    void haveTheCoordinatesOfTheInterfaceAndOfItsTypes() {
        assertEquals(
                List.of(
                        new SelectedField(
                                "s",
                                Set.of("Query.stop"),
                                List.of(
                                        new SelectedField(
                                                "name", Set.of("Stop.name", "Port.name", "Depot.name"), List.of()),
                                        new SelectedField("berths", Set.of("Port.berths"), List.of()))),
                        new SelectedField(
                                "port",
                                Set.of("Query.port"),
                                List.of(new SelectedField("name", Set.of("Port.name"), List.of())))),
                fields("{ s: stop { name ... on Port { berths } } port { name } }"));
    }

    @Test
    void areNoneOfWhatCannotBeRun() {
        assertEquals(List.of(), fields("{ nothing }"));
    }

    private List<SelectedField> fields(String document) {
        return engine.selectedFields(engine.preparation(new GraphQLRequest(document, null, Map.of()), "context"));
    }
}
