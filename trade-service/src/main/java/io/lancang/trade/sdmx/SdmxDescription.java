package io.lancang.trade.sdmx;

import io.lancang.kit.openapi.DescribedRoutes;
import io.lancang.kit.openapi.Operation;
import io.lancang.kit.openapi.Parameter;
import io.lancang.kit.openapi.Schema;
import io.lancang.trade.sdmx.request.Address;
import io.lancang.trade.sdmx.request.Negotiation.Format;
import io.lancang.trade.sdmx.request.Problem;
import io.lancang.trade.sdmx.structure.Artefact;
import io.lancang.trade.sdmx.structure.Component;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The SDMX REST API, as OpenAPI describes it, below {@code /export/sdmx}. What its paths may leave out at their end is told in words. */
@Singleton
final class SdmxDescription implements DescribedRoutes {
    private static final String TAG = "SDMX";
    private static final String ROOT = "/export/sdmx/";
    private static final String ERRORS = "SdmxErrors";

    private static final String SHORTER =
            " What is left out at the end of the path is `*`, which stands for everything.";

    private static final Parameter AGENCY =
            Parameter.path("agency", "Who maintains it.", Schema.text(), Artefact.AGENCY);

    private static final Parameter VERSION = Parameter.path(
            "version",
            "Which version: `1.0.0`, `*`, `+`, `~`, or a pattern of these.",
            Schema.text(),
            Artefact.VERSION);

    private static final Parameter KEY = Parameter.path(
            "key",
            "Codes of the dimensions with dots between them: several of one with `+`, all with `*`; several keys with commas.",
            Schema.text(),
            "A.CN.LA.X.USD");

    private static final Parameter FILTERS = Parameter.byKey(
            "c",
            "Conditions on dimensions, such as `c[TIME_PERIOD]=ge:2019+le:2022`: a comma is \"or\", a plus is \"and\".",
            Schema.text(),
            new JsonObject().put("TIME_PERIOD", "2020"));

    private static final Parameter AS_OF =
            Parameter.query("asOf", "A moment: what had been loaded then.", Schema.moment(), "2099-01-31T12:00:00Z");

    @Override
    public List<Operation> operations() {
        return List.of(structures(), structure(), data(), availability());
    }

    @Override
    public JsonObject components() {
        JsonObject error = Schema.object(new TreeMap<>(Map.of(
                "code",
                        Schema.integer()
                                .put("description", "The code of the SDMX REST guidelines; from 1000 on our own."),
                "title", Schema.text(),
                "detail", Schema.text().put("description", "The value, the rule and the way out."))));
        JsonObject errors = new JsonObject()
                .put("type", "object")
                .put("required", new JsonArray().add("errors"))
                .put("properties", new JsonObject().put("errors", Schema.listOf(error)));
        return new JsonObject().put("schemas", new JsonObject().put(ERRORS, errors));
    }

    private static Operation structures() {
        return ofStructure(
                Operation.get(ROOT + "structure/{type}", "getSdmxStructures", TAG, "All structures of a type")
                        .describedAs("Dataflows, data structures, codelists, concept schemes and constraints.")
                        .with(List.of(type("dataflow"), detail(), references())));
    }

    private static Operation structure() {
        return ofStructure(Operation.get(
                        ROOT + "structure/{type}/{agency}/{id}/{version}", "getSdmxStructure", TAG, "One structure")
                .describedAs("With a further part of the path: items of a codelist or concept scheme." + SHORTER)
                .with(List.of(
                        type("dataflow"),
                        AGENCY,
                        Parameter.path("id", "Which one.", Schema.text(), "TRADE_ANNUAL"),
                        VERSION,
                        detail(),
                        references())));
    }

    private static Operation ofStructure(Operation operation) {
        return refused(operation.answers(
                200, "The message (SDMX-JSON 2.0).", mediaType(Format.STRUCTURE_JSON), Schema.object()));
    }

    private static Parameter type(String example) {
        List<String> types = Stream.concat(
                        Stream.of(Address.ANY),
                        Arrays.stream(Artefact.Type.values()).map(Artefact.Type::word))
                .toList();
        return Parameter.path("type", "Of what; `*` for all.", Schema.oneOf(types), example);
    }

    private static Parameter detail() {
        return Parameter.query(
                "detail",
                "`allstubs` for identifications alone.",
                Schema.oneOf(List.of("full", "raw", "allstubs")),
                "allstubs");
    }

    private static Parameter references() {
        return Parameter.query(
                "references",
                "What comes with it: `none`, `children`, `descendants`, `parents`, `ancestors`, `parentsandsiblings`, `all`, or a type.",
                Schema.text(),
                "none");
    }

    private static Operation data() {
        Operation operation = Operation.get(
                        ROOT + "data/dataflow/{agency}/{id}/{version}/{key}", "getSdmxData", TAG, "Observations")
                .describedAs("`Accept` chooses between SDMX-JSON, the default, and SDMX-CSV." + SHORTER)
                .with(List.of(
                        AGENCY,
                        dataflow(),
                        VERSION,
                        KEY,
                        FILTERS,
                        count("firstNObservations", "As many observations of each series, from its first on."),
                        count("lastNObservations", "As many observations of each series, up to its last."),
                        Parameter.query(
                                "attributes",
                                "Which attributes: `dsd`, `all`, `none`, `dataset`, `series`, `obs`, or ids with commas.",
                                Schema.text(),
                                "none"),
                        Parameter.query(
                                "dimensionAtObservation",
                                "Series of time, or one by one.",
                                Schema.oneOf(List.of(Component.TIME_PERIOD.name(), "AllDimensions")),
                                "AllDimensions"),
                        AS_OF));
        for (Format format : Format.ofData()) {
            operation.answers(
                    200,
                    "The message (SDMX-JSON 2.0 or SDMX-CSV 2.0).",
                    mediaType(format),
                    format == Format.DATA_CSV ? Schema.text() : Schema.object());
        }
        return refused(operation);
    }

    private static Operation availability() {
        return refused(Operation.get(
                        ROOT + "availability/dataflow/{agency}/{id}/{version}/{key}/{component}",
                        "getSdmxAvailability",
                        TAG,
                        "What there is of the same data")
                .describedAs(
                        "The codes and periods that data have, with the number of series and observations." + SHORTER)
                .with(List.of(
                        AGENCY,
                        dataflow(),
                        VERSION,
                        KEY,
                        Parameter.path("component", "Which dimension; `*` for all.", Schema.text(), Address.ANY),
                        FILTERS,
                        AS_OF))
                .answers(200, "The message (SDMX-JSON 2.0).", mediaType(Format.STRUCTURE_JSON), Schema.object()));
    }

    private static Parameter dataflow() {
        return Parameter.path("id", "Which dataflow; `structure/dataflow` lists them.", Schema.text(), "TRADE_ANNUAL");
    }

    private static Parameter count(String name, String description) {
        return Parameter.query(name, description, Schema.integer(1, 999_999), 1);
    }

    private static String mediaType(Format format) {
        return format.contentType().split(";", 2)[0];
    }

    private static Operation refused(Operation operation) {
        for (Problem problem : Problem.values()) {
            operation.answers(problem.status(), problem.title() + ".", "application/json", Schema.named(ERRORS));
        }
        return operation;
    }
}
