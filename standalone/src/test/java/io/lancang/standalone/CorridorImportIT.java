package io.lancang.standalone;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A steward loads the worked example of corridor-service/IMPORT.md, and the gateway answers with it. */
class CorridorImportIT {
    @RegisterExtension
    static final RunningSet SET = RunningSet.shared();

    private final Steward steward = new Steward(SET);

    private String roads = "";

    @BeforeEach
    void loadTheExample() throws IOException {
        CorridorImportGuide guide = CorridorImportGuide.read();
        steward.load("corridor", "locations", "depots.csv", guide.depots());
        roads = guide.roads();
        steward.load("corridor", "segments", "roads.geojson", roads);
    }

    @AfterEach
    void theOtherTestsFindWhatShips() throws IOException {
        steward.withdrawAll();
    }

    @Test
    void aLocationOfACsvFileIsThereWithItsSourceAndTheNameOfItsCountry() {
        SET.ask("""
                { location(id: "na-mo-depot") { name name2: name(language: ZH) kind coordinates { latitude longitude }
                    partner { code name } sources { id title } corridors { id } } }""")
                .body("errors", nullValue())
                .body("data.location.name", is("Na Mo depot"))
                .body("data.location.name2", is("纳莫货场"))
                .body("data.location.kind", is("LOGISTICS_PARK"))
                .body("data.location.coordinates.latitude.doubleValue()", closeTo(20.93, 1e-5))
                .body("data.location.partner.name", is("Lao People's Democratic Republic"))
                .body("data.location.sources.id", is(List.of("S_W_BVR")))
                .body("data.location.corridors.id", is(List.of("kbe")));
    }

    @Test
    void aSegmentOfAGeoJsonFileIsPartOfItsCorridorAndOfRoutes() {
        SET.ask("""
                { corridor(id: "kbe") { segments { id lengthKm greatCircleKm opened { text precision } } }
                  routes(from: "bangkok", to: "na-mo-depot", modes: [ROAD], alternatives: 1) {
                    routes { legs { segment { id } to { id } } partners { code name } crossings { to { id } } } } }""")
                .body("errors", nullValue())
                .body(
                        "data.corridor.segments.find { it.id == 'kbe-depot-road' }.greatCircleKm.doubleValue()",
                        closeTo(27.7, 0.1))
                .body("data.corridor.segments.find { it.id == 'kbe-depot-road' }.opened.precision", is("MONTH"))
                .body("data.routes.routes", hasSize(1))
                .body("data.routes.routes[0].legs[-1].segment.id", is("kbe-depot-road"))
                .body("data.routes.routes[0].legs[-1].to.id", is("na-mo-depot"))
                .body("data.routes.routes[0].partners.name", hasItem("Lao People's Democratic Republic"))
                .body("data.routes.routes[0].crossings.to.id", is(List.of("houayxay")));
    }

    /** The places are 27.7 km apart, the ends of what is drawn in the Caribbean some 860. */
    @Test
    void aLineOnAnotherContinentIsDoubtedAndSaysNothingAboutTheSegment() throws IOException {
        String elsewhere = roads.replace(
                "[[101.66667, 21.16667], [101.75, 20.93]]", "[[-78.33333, 21.16667], [-78.2, 21.1], [-70, 20.93]]");
        steward.load("corridor", "segments", "roads.geojson", elsewhere);

        SET.ask("{ segment(id: \"kbe-depot-road\") { greatCircleKm greatCircleComputed findings { kind } } }")
                .body("errors", nullValue())
                .body("data.segment.greatCircleKm.doubleValue()", closeTo(27.7, 0.1))
                .body("data.segment.greatCircleComputed", is(true))
                .body("data.segment.findings.kind", hasItem("LINE_OFF_ENDS"));
    }
}
