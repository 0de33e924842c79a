package io.lancang.integration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/**
 * Names of receivers for the virtual machine of the tests, which no server of names knows: those below {@value #RECEIVERS} are this machine's.
 * So whoever connects to one by its name, instead of to the address that was looked up and checked, does not come there.
 */
public final class TestNames extends InetAddressResolverProvider {
    /** What the names end in. */
    static final String RECEIVERS = ".receiver.test";

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver usual = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                return host.endsWith(RECEIVERS)
                        ? Stream.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}))
                        : usual.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return usual.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "names of receivers in tests";
    }
}
