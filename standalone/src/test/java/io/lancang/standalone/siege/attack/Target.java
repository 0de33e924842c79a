package io.lancang.standalone.siege.attack;

import io.lancang.standalone.siege.wire.Loopback;
import java.net.InetSocketAddress;

/**
 * What is attacked: the applications of a set on this machine.
 *
 * @param gateway where clients ask
 * @param trade where trade-service answers its gateway, and stewards who load files
 * @param corridor where corridor-service does
 * @param stewardToken the bearer token of somebody who may load files
 */
public record Target(
        InetSocketAddress gateway, InetSocketAddress trade, InetSocketAddress corridor, String stewardToken) {
    public Target {
        Loopback.require(gateway);
        Loopback.require(trade);
        Loopback.require(corridor);
    }

    /** Which of them an attack goes to. */
    public enum Gate {
        GATEWAY,
        TRADE,
        CORRIDOR
    }

    /** Where one of them listens. */
    public InetSocketAddress at(Gate gate) {
        return switch (gate) {
            case GATEWAY -> gateway;
            case TRADE -> trade;
            case CORRIDOR -> corridor;
        };
    }
}
