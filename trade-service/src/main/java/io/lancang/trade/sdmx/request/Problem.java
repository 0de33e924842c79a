package io.lancang.trade.sdmx.request;

/** What can be wrong with a request, with the status of HTTP and the code of the SDMX REST guidelines; from 1000 on are our own. */
public enum Problem {
    /** Nothing matches: no such artefact, or no data. */
    NO_RESULTS(404, 100, "No results found"),
    /** The address does not follow the SDMX REST API. */
    SYNTAX(400, 140, "Syntax error"),
    /** It does, but names what the structure does not have. */
    SEMANTIC(422, 150, "Semantic error"),
    /** It asks for more than is answered at once. */
    TOO_LARGE(413, 130, "Response too large due to client request"),
    /** It asks for a part of the standard that this service does not have. */
    NOT_IMPLEMENTED(501, 501, "Not implemented"),
    /** It is well, and the service cannot answer it now. */
    UNAVAILABLE(503, 503, "Service unavailable"),
    /** A fault of the service. */
    INTERNAL(500, 500, "Internal server error"),
    /** No format that the client takes is written here. */
    NOT_ACCEPTABLE(406, 1406, "Not acceptable");

    private final int status;
    private final int code;
    private final String title;

    Problem(int status, int code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    public String title() {
        return title;
    }
}
