package io.lancang.kit.export;

import io.lancang.kit.error.DatabaseFailure;
import io.lancang.kit.error.ErrorBody;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.HttpStatus;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.representation.Validator;
import io.lancang.kit.text.Brief;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
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

    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final ExportStream stream;
    private final QuestionStates states;
    private final KnownSizes sizes;
    private final SendingConfig config;
    private final Pool pool;
    private final String service;

    ExportAnswers(
            ExportStream stream,
            QuestionStates states,
            KnownSizes sizes,
            SendingConfig config,
            Pool pool,
            @ConfigProperty(name = "lancang.subgraph") String service) {
        this.stream = stream;
        this.states = states;
        this.sizes = sizes;
        this.config = config;
        this.pool = pool;
        this.service = service;
    }

    /** Sends a file. */
    public void send(RoutingContext request, Question question, Export export) {
        send(request, question, connection -> Uni.createFrom().item(export));
    }

    /**
     * Sends a file that has to ask the database first how it is made. Who has it already, or wants its headers alone, takes no place of
     * those that are written.
     *
     * @param prepare asks within the transaction that reads the rows; may fail with a {@link ServiceException}
     */
    public void send(RoutingContext request, Question question, Function<SqlConnection, Uni<Export>> prepare) {
        Wanted wanted = Wanted.of(request.request());
        boolean isHead = request.request().method().equals(HttpMethod.HEAD);
        Uni<Boolean> answered = isHead || wanted.conditions().areAny()
                ? states.of(question, pool)
                        .chain(validator -> UniHelper.toUni(answer(request, question, wanted, validator)
                                .withoutFile(isHead)
                                .map(sent -> sent.map(true))
                                .orElse(Future.succeededFuture(false))))
                : Uni.createFrom().item(false);
        answered.chain(isAnswered -> isAnswered
                        ? Uni.createFrom().voidItem()
                        : stream.read(
                                connection -> write(request, question, wanted, prepare, connection),
                                () -> request.response().headWritten()))
                .subscribe()
                .with(done -> LOG.debugf("Sent %s", request.request().uri()), failure -> fail(request, failure));
    }

    private FileAnswer answer(RoutingContext request, Question question, Wanted wanted, Validator validator) {
        return new FileAnswer(question, wanted, validator, request.response(), sizes, config);
    }

    /** The version is asked for again, since only that which the same connection sees is that of its rows. */
    private Uni<Void> write(
            RoutingContext request,
            Question question,
            Wanted wanted,
            Function<SqlConnection, Uni<Export>> prepare,
            SqlConnection connection) {
        return states.of(question, connection)
                .chain(validator -> prepare.apply(connection)
                        .chain(export -> UniHelper.toUni(
                                answer(request, question, wanted, validator).send(export, connection.getDelegate()))));
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
        if (failure instanceof UnsatisfiableRangeException beyond) {
            request.response().putHeader("content-range", "bytes */" + beyond.size());
            refuse(request, beyondEnd(request, beyond.size()), RANGE_NOT_SATISFIABLE);
        } else {
            refuse(request, refusalOf(failure));
        }
    }

    private static ServiceException beyondEnd(RoutingContext request, long size) {
        return ServiceException.badInput(
                "`Range` is '" + Brief.value(String.valueOf(request.request().getHeader("range")))
                        + "', and the file has " + size + " bytes, the first of which is 0.",
                "Ask for bytes that there are. A file of this size that you have is whole.");
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
        refuse(request, refusal, HttpStatus.of(refusal.code()));
    }

    private void refuse(RoutingContext request, ServiceException refusal, int status) {
        request.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(ErrorBody.ofGraph(service, refusal).toString());
    }
}
