package io.lancang.gateway.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;

class ClientAddressTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "::ffff:203.0.113.7, 203.0.113.7",
        "::ffff:cb00:7107, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, net:20010db800010002",
        "2001:db8:1:2::9, net:20010db800010002",
        "::1, net:0000000000000000",
        "::fffe:cb00:7107, net:0000000000000000",
        "no address: at all, no address: at all"
    })
    void tellsClientsApartByTheirAddressOrTheirNetwork(String address, String client) {
        assertEquals(client, ClientAddress.of(address));
    }

    @ParameterizedTest
    @NullSource
    void countsWhoseAddressNobodyKnowsAsOne(String address) {
        assertEquals("unknown", ClientAddress.of(address));
    }
}
