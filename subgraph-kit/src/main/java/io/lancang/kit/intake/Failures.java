package io.lancang.kit.intake;

import io.lancang.kit.dataset.Rejection;
import io.lancang.kit.dataset.ReleaseRejectedException;
import io.lancang.kit.error.Challenge;
import io.lancang.kit.error.DatabaseFailure;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.HttpStatus;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.load.LoadRefusedException;
import io.lancang.kit.text.UnreadableTextException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** How failures are answered: a stable code, what is wrong, and what to do. */
public final class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final int UNPROCESSABLE = 422;
    private static final int REQUEST_TIMEOUT = 408;
    /** The class of states that rules of our own in the database raise; their messages are written for clients. */
    private static final String OWN_RULES = "LN";

    private final String service;

    Failures(@ConfigProperty(name = "lancang.subgraph") String service) {
        this.service = service;
    }

    @ServerExceptionMapper
    public Response rejected(ReleaseRejectedException rejected) {
        return answer(
                UNPROCESSABLE, Answers.ofRejected(service, rejected.rejections(), ReleaseRejectedException.LIMIT));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(SecurityException nobody) {
        return Response.fromResponse(answer(Challenge.unauthenticated(nobody instanceof AuthenticationFailedException)))
                .header(Challenge.HEADER, Challenge.SCHEME)
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException refused) {
        return answer(
                ErrorCode.FORBIDDEN,
                "The credentials of the request do not allow this: it needs the role '" + ReleaseResource.STEWARD
                        + "'.",
                "Ask whoever grants roles at your identity provider.");
    }

    @ServerExceptionMapper
    public Response unreadable(UnreadableTextException unreadable) {
        Rejection place = new Rejection(unreadable.line(), "row", unreadable.reason());
        return answer(UNPROCESSABLE, Answers.ofRejected(service, List.of(place), ReleaseRejectedException.LIMIT));
    }

    /** The rest of the body may never come, so nothing more is read of the connection. */
    @ServerExceptionMapper
    public Response tooSlow(SlowUploadException slow) {
        return Response.fromResponse(answer(
                        REQUEST_TIMEOUT,
                        Answers.ofError(
                                service,
                                ErrorCode.TIMEOUT,
                                slow.getMessage() + " Nothing was loaded.",
                                "Send the file again over a faster connection, packed by gzip or in parts.")))
                .header("connection", "close")
                .build();
    }

    @ServerExceptionMapper
    public Response refused(LoadRefusedException refused) {
        return answer(
                ErrorCode.CONFLICT,
                String.valueOf(refused.getMessage()),
                "GET /loads tells what is running, GET /releases?dataset=CODE what was loaded.");
    }

    @ServerExceptionMapper
    public Response answer(ServiceException refusal) {
        return answer(refusal.code(), refusal.getMessage(), refusal.hint());
    }

    @ServerExceptionMapper
    public Response ofDatabase(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        if (state != null && state.startsWith(OWN_RULES) && failure instanceof PSQLException broken) {
            return ofRule(broken.getServerErrorMessage());
        }
        // No state is what the pool says of a wait that took too long.
        Optional<ServiceException> database =
                state == null ? Optional.of(DatabaseFailure.outOfReach()) : DatabaseFailure.ofState(state);
        return database.map(refusal -> {
                    LOG.warnf("The database did not answer: %s", failure);
                    return answer(refusal.code(), refusal.getMessage() + " Nothing was changed.", refusal.hint());
                })
                .orElseGet(() -> internal(failure));
    }

    private Response ofRule(@Nullable ServerErrorMessage rule) {
        String message = rule == null ? null : rule.getMessage();
        return answer(
                ErrorCode.CONFLICT,
                message == null ? "A rule of the database was broken." : message,
                rule == null ? null : rule.getHint());
    }

    @ServerExceptionMapper
    public Response ofTransport(IOException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException database) {
                return ofDatabase(database);
            }
        }
        LOG.infof("A file could not be read to its end: %s", failure);
        return answer(
                ErrorCode.BAD_USER_INPUT,
                "The file could not be read to its end: " + failure.getMessage() + ". Nothing was loaded.",
                "Send it again, as it is or packed by gzip.");
    }

    private Response internal(Exception failure) {
        String id = UUID.randomUUID().toString();
        LOG.errorf(failure, "Error %s", id);
        return answer(
                ErrorCode.INTERNAL,
                "This could not be done because of a fault in the service (error " + id + "). Nothing was changed.",
                "Report the error id; the log has the rest.");
    }

    private Response answer(ErrorCode code, String message, @Nullable String hint) {
        return answer(HttpStatus.of(code), Answers.ofError(service, code, message, hint));
    }

    private static Response answer(int status, String body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(body)
                .build();
    }
}
