package io.lancang.trade.sdmx.message;

import io.lancang.trade.sdmx.request.Problem;
import io.lancang.trade.sdmx.request.SdmxException;
import io.lancang.trade.sdmx.structure.Artefact;
import io.lancang.trade.sdmx.structure.Dataflow;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** What messages of SDMX-JSON have in common. */
public final class Messages {
    private Messages() {}

    /**
     * Who prepared a message, and when.
     *
     * @param kind {@code data} or {@code structure}
     * @param prepared the moment, in the form of ISO 8601
     */
    static JsonObject meta(String kind, String prepared) {
        return new JsonObject()
                .put(
                        "schema",
                        "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/" + kind
                                + "-message/tools/schemas/2.0.0/sdmx-json-" + kind + "-schema.json")
                .put("id", UUID.randomUUID().toString())
                .put("prepared", prepared)
                .put("test", false)
                .put("contentLanguages", new JsonArray().add("en"))
                .put("sender", named(Artefact.AGENCY, "Lancang"));
    }

    /** An id with its name in English, as the best match and by language. */
    public static JsonObject named(String id, String name) {
        return new JsonObject().put("id", id).put("name", name).put("names", new JsonObject().put("en", name));
    }

    /** A request that nothing answers. */
    public static SdmxException noData(Dataflow dataflow) {
        return new SdmxException(
                Problem.NO_RESULTS,
                "There are no data for this key and these filters. availability/dataflow/" + Artefact.AGENCY + "/"
                        + dataflow.id() + " tells what there is.");
    }
}
