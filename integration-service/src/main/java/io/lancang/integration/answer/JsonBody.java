package io.lancang.integration.answer;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Reads the body of a request, no more than may be. */
public final class JsonBody {
    private JsonBody() {}

    /** The body; fails with LIMIT_EXCEEDED for one of more bytes than {@code most}, and with BAD_USER_INPUT for no JSON object. */
    public static Uni<JsonObject> read(RoutingContext routing, int most) {
        HttpServerRequest request = routing.request();
        return Uni.createFrom()
                .<Buffer>emitter(emitter -> {
                    Buffer body = Buffer.buffer();
                    request.handler(part -> {
                        if (body.length() + part.length() > most) {
                            emitter.fail(tooLarge(most));
                        } else {
                            body.appendBuffer(part);
                        }
                    });
                    request.exceptionHandler(emitter::fail);
                    request.endHandler(end -> emitter.complete(body));
                    request.resume();
                })
                .map(JsonBody::parse);
    }

    private static ServiceException tooLarge(int most) {
        return new ServiceException(
                ErrorCode.LIMIT_EXCEEDED, "The body has more than " + most + " bytes.", "Send less at once.");
    }

    private static JsonObject parse(Buffer body) {
        try {
            return body.toJsonObject();
        } catch (DecodeException | ClassCastException noObject) {
            throw ServiceException.badInput("The body is no JSON object.", "Send one, in UTF-8.");
        }
    }
}
