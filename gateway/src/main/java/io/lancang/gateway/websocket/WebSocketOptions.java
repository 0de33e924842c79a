package io.lancang.gateway.websocket;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.protocol.Message;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Tells the HTTP server which sub-protocol it speaks, and how large a frame may be. */
@Singleton
class WebSocketOptions implements HttpServerOptionsCustomizer {
    private final int maximum;

    @Inject
    WebSocketOptions(GatewayConfig config) {
        maximum =
                (int) Math.min(Integer.MAX_VALUE, config.limits().maxBodySize().asLongValue());
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        customize(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customize(options);
    }

    private void customize(HttpServerOptions options) {
        options.addWebSocketSubProtocol(Message.SUB_PROTOCOL);
        // A message may be as large as the body of a request, in one frame or in several.
        options.setMaxWebSocketFrameSize(maximum);
        options.setMaxWebSocketMessageSize(maximum);
    }
}
