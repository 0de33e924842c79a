package io.lancang.gateway.config.traffic;

/** HTTP versions for subgraphs. */
public enum HttpProtocol {
    HTTP_1_1,
    /** HTTP/2: by ALPN over TLS, by prior knowledge in clear text. */
    HTTP_2
}
