package io.lancang.integration.webhook.outbox;

import io.lancang.integration.webhook.address.Resolver.RefusedAddressException;
import io.lancang.kit.text.Brief;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing was delivered.
 *
 * @param why in words, which name the value and the rule
 */
record FailedSending(DeliveryFault fault, String why) {
    private static final int DEEPEST = 20;

    /** By the status that a receiver answered; null if it took the delivery. */
    static @Nullable FailedSending of(int status) {
        if (status >= 300 && status < 400) {
            return new FailedSending(
                    DeliveryFault.REDIRECTED,
                    "The receiver redirects (" + status + "), which is not followed. Register the new URL.");
        }
        return status < 200 || status >= 300
                ? new FailedSending(DeliveryFault.STATUS_REFUSED, "The receiver answered " + status + ".")
                : null;
    }

    /**
     * By what happened before there was an answer.
     *
     * @param host of the URL
     */
    static FailedSending of(String host, Throwable failure) {
        List<Throwable> chain = chain(failure);
        DeliveryFault fault = chain.stream().anyMatch(SSLException.class::isInstance)
                ? ofCertificate(chain)
                : switch (failure) {
                    case RefusedAddressException refused -> DeliveryFault.ADDRESS_REFUSED;
                    case UnknownHostException unknown -> DeliveryFault.NAME_NOT_FOUND;
                    case TimeoutException late -> DeliveryFault.TIMEOUT;
                    default -> DeliveryFault.UNREACHABLE;
                };
        // TLS says at first that there is no connection, and what was wrong at last.
        return new FailedSending(fault, why(fault, Brief.value(host), Brief.value(said(chain.getLast()))));
    }

    /** The deepest cause says most: a path of certificates is invalid because one of them has expired, for instance. */
    private static DeliveryFault ofCertificate(List<Throwable> chain) {
        for (Throwable cause : chain.reversed()) {
            DeliveryFault fault = switch (cause) {
                case CertificateExpiredException expired -> DeliveryFault.CERTIFICATE_EXPIRED;
                case CertificateNotYetValidException early -> DeliveryFault.CERTIFICATE_NOT_YET_VALID;
                case CertPathBuilderException noPath -> DeliveryFault.CERTIFICATE_UNTRUSTED;
                case CertPathValidatorException invalid
                when invalid.getReason() == BasicReason.EXPIRED -> DeliveryFault.CERTIFICATE_EXPIRED;
                case CertPathValidatorException invalid -> DeliveryFault.CERTIFICATE_UNTRUSTED;
                // The check of the name alone throws it as it is, and without a cause.
                case CertificateException plain
                when plain.getClass() == CertificateException.class -> DeliveryFault.CERTIFICATE_NAME;
                default -> DeliveryFault.TLS_FAILED;
            };
            if (fault != DeliveryFault.TLS_FAILED) {
                return fault;
            }
        }
        return DeliveryFault.TLS_FAILED;
    }

    private static String why(DeliveryFault fault, String host, String said) {
        return switch (fault) {
            case CERTIFICATE_NAME -> "The certificate of the receiver is not for '" + host + "': " + said;
            case CERTIFICATE_EXPIRED -> "A certificate of '" + host + "' has expired: " + said;
            case CERTIFICATE_NOT_YET_VALID -> "A certificate of '" + host + "' is not valid yet: " + said;
            case CERTIFICATE_UNTRUSTED ->
                "The certificate of '" + host + "' is signed by itself or by an authority that is not trusted. "
                        + "Receivers on the internet need one of a public authority; an authority of one's own is for whoever "
                        + "runs the service to name (lancang.integration.webhooks.tls).";
            case NAME_NOT_FOUND -> "The name '" + host + "' has no address.";
            case TIMEOUT -> "'" + host + "' did not answer in time: " + said;
            case TLS_FAILED -> "TLS with '" + host + "' failed: " + said;
            case URL_REFUSED, ADDRESS_REFUSED, UNREACHABLE, REDIRECTED, STATUS_REFUSED -> said;
        };
    }

    private static String said(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = failure; each != null && chain.size() < DEEPEST; each = each.getCause()) {
            chain.add(each);
        }
        return chain;
    }
}
