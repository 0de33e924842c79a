package io.lancang.gateway.http.format;

import io.lancang.federation.GraphQLResponse.Outcome;

/** The two media types of GraphQL over HTTP; they differ in what a status code says. */
public enum ResponseFormat {
    /** The status says whether the request was executed. */
    GRAPHQL_RESPONSE("application/graphql-response+json", 400),
    /** Status 200 for all that was a well-formed request, because old clients read a body only then. */
    JSON("application/json", 200);

    private final String mediaType;
    private final String contentType;
    private final int requestErrorStatus;

    ResponseFormat(String mediaType, int requestErrorStatus) {
        this.mediaType = mediaType;
        this.contentType = mediaType + "; charset=utf-8";
        this.requestErrorStatus = requestErrorStatus;
    }

    public String mediaType() {
        return mediaType;
    }

    public String contentType() {
        return contentType;
    }

    public int status(Outcome outcome) {
        return switch (outcome) {
            case DATA, DATA_WITH_ERRORS -> 200;
            case REQUEST_ERROR -> requestErrorStatus;
        };
    }
}
