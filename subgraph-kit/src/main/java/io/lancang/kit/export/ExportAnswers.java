package io.lancang.kit.export;

import io.lancang.kit.error.DatabaseFailure;
import io.lancang.kit.error.ErrorBody;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.HttpStatus;
import io.lancang.kit.error.ServiceException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.core.http.HttpServerResponse;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Answers requests with files, or with an error that has a code of {@link ErrorCode}. */
@Singleton
public class ExportAnswers {
    private static final Logger LOG = Logger.getLogger(ExportAnswers.class);

    private final ExportStream stream;
    private final String service;

    ExportAnswers(ExportStream stream, @ConfigProperty(name = "lancang.subgraph") String service) {
        this.stream = stream;
        this.service = service;
    }

    /** Sends a file. */
    public void send(RoutingContext request, Export export) {
        send(request, connection -> Uni.createFrom().item(export));
    }

    /**
     * Sends a file that has to ask the database first what it is.
     *
     * @param prepare asks within the transaction that reads the rows; may fail with a {@link ServiceException}
     */
    public void send(RoutingContext request, Function<SqlConnection, Uni<Export>> prepare) {
        HttpServerResponse response = HttpServerResponse.newInstance(request.response());
        stream.send(prepare, export -> begin(export, response), response)
                .chain(() -> response.end())
                .subscribe()
                .with(done -> LOG.debugf("Sent %s", request.request().uri()), failure -> fail(request, failure));
    }

    private static void begin(Export export, HttpServerResponse response) {
        response.setChunked(true)
                .putHeader("content-type", export.format().contentType())
                .putHeader("content-disposition", "attachment; filename=\"" + export.name() + "\"");
        export.headers().forEach(response::putHeader);
    }

    /**
     * Answers with a failure. What was begun cannot be taken back: then the connection is closed, so that the client does
     * not take a part for all.
     */
    public void fail(RoutingContext request, Throwable failure) {
        if (request.response().headWritten() || request.response().closed()) {
            LOG.infof("The export %s broke off: %s", request.request().uri(), failure);
            request.response().reset();
            return;
        }
        request.response().headers().remove("content-disposition");
        request.response().setChunked(false);
        refuse(request, refusalOf(failure));
    }

    private static ServiceException refusalOf(Throwable failure) {
        if (failure instanceof ServiceException refusal) {
            return refusal;
        }
        return DatabaseFailure.explained(failure).orElseGet(() -> {
            String id = UUID.randomUUID().toString();
            LOG.errorf(failure, "Error %s", id);
            return new ServiceException(
                    ErrorCode.INTERNAL,
                    "This file could not be written because of a fault in the service (error " + id + ").",
                    "Report the error id; the log has the rest.");
        });
    }

    /** Answers with an error instead of a file. */
    public void refuse(RoutingContext request, ServiceException refusal) {
        request.response()
                .setStatusCode(HttpStatus.of(refusal.code()))
                .putHeader("content-type", "application/json")
                .end(ErrorBody.ofGraph(service, refusal).toString());
    }
}
