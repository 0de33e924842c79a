package io.lancang.gateway.subgraph.resilience;

import io.lancang.gateway.telemetry.ResilienceEvent;
import io.lancang.gateway.telemetry.SubgraphMeter;
import io.vertx.core.net.SocketAddress;
import org.jboss.logging.Logger;

/** Tells operators which server of a subgraph is left out. */
record ServerLog(String subgraph, SubgraphMeter meter) implements Server.Watcher {
    private static final Logger LOG = Logger.getLogger(ServerLog.class);

    @Override
    public void ejected(SocketAddress server, long millis) {
        meter.resilience(ResilienceEvent.SERVER_EJECTED);
        LOG.warnf(
                "Server %s of subgraph \"%s\" is left out for %d ms, because its latest requests failed.",
                server, subgraph, millis);
    }

    @Override
    public void returned(SocketAddress server) {
        meter.resilience(ResilienceEvent.SERVER_RETURNED);
        LOG.infof("Server %s of subgraph \"%s\" answers again.", server, subgraph);
    }
}
