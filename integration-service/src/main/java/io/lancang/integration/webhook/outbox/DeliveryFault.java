package io.lancang.integration.webhook.outbox;

import org.eclipse.microprofile.graphql.Description;

/** Why a receiver did not take a delivery. A client may switch over them: none is ever renamed. */
@Description("Why a receiver did not take a delivery.")
public enum DeliveryFault {
    @Description("Deliveries may not go to the URL any more: its form, port or scheme is not allowed.")
    URL_REFUSED,

    @Description("The name has an address that is not of the public internet.")
    ADDRESS_REFUSED,

    @Description("The name of the receiver has no address.")
    NAME_NOT_FOUND,

    @Description("No connection came about, or it broke before an answer came.")
    UNREACHABLE,

    @Description("The receiver did not answer in time.")
    TIMEOUT,

    @Description("The certificate is not for the name in the URL.")
    CERTIFICATE_NAME,

    @Description("The certificate, or one above it, has expired.")
    CERTIFICATE_EXPIRED,

    @Description("The certificate, or one above it, is not valid yet.")
    CERTIFICATE_NOT_YET_VALID,

    @Description("The certificate is signed by nobody who is trusted: by itself, or by an unknown authority.")
    CERTIFICATE_UNTRUSTED,

    @Description("TLS was not agreed on for another reason.")
    TLS_FAILED,

    @Description("The receiver redirects, which is not followed.")
    REDIRECTED,

    @Description("The receiver answered with a status that says that it did not take the delivery.")
    STATUS_REFUSED
}
