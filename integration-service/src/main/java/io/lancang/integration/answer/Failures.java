package io.lancang.integration.answer;

import io.lancang.kit.error.DatabaseFailure;
import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says what a failure tells whoever asked over plain HTTP: what he can do something about; the log has the rest. */
public final class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);

    private Failures() {}

    /**
     * What is told.
     *
     * @param path of the request, for the log
     */
    public static ServiceException explained(Throwable failure, String path) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServiceException refusal) {
                return refusal;
            }
            ServiceException explained = DatabaseFailure.explained(cause).orElse(null);
            if (explained != null) {
                LOG.warnf("The database did not answer %s: %s", path, cause);
                return explained;
            }
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf(failure, "Error %s at %s", id, path);
        return new ServiceException(ErrorCode.INTERNAL, "A fault in the service (error " + id + ").", null);
    }
}
