package io.lancang.integration.webhook.address;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are of the public internet: by the registries of special addresses of IANA (RFC 6890 and what came later). Everything of
 * IPv6 outside of 2000::/3 is none. Holds no state.
 */
final class PublicAddresses {
    /** Ranges of IPv4 that are not for the public, with the number of bits that they have in common. */
    private static final List<Range> SPECIAL = List.of(
            range(0, 0, 0, 8),
            range(10, 0, 0, 8),
            range(100, 64, 0, 10),
            range(127, 0, 0, 8),
            range(169, 254, 0, 16),
            range(172, 16, 0, 12),
            range(192, 0, 0, 24),
            range(192, 0, 2, 24),
            range(192, 31, 196, 24),
            range(192, 52, 193, 24),
            range(192, 88, 99, 24),
            range(192, 168, 0, 16),
            range(192, 175, 48, 24),
            range(198, 18, 0, 15),
            range(198, 51, 100, 24),
            range(203, 0, 113, 24),
            range(224, 0, 0, 4),
            range(240, 0, 0, 4));

    private PublicAddresses() {}

    private record Range(int first, int bits) {
        boolean has(int address) {
            return (address ^ first) >>> (32 - bits) == 0;
        }
    }

    private static Range range(int first, int second, int third, int bits) {
        return new Range((first << 24) | (second << 16) | (third << 8), bits);
    }

    static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isPublic(number(four.getAddress(), 0));
            case Inet6Address six -> isPublic(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic(int four) {
        return SPECIAL.stream().noneMatch(range -> range.has(four));
    }

    private static boolean isPublic(byte[] six) {
        int head = number(six, 0);
        // Translated by NAT64 (64:ff9b::/96) or tunnelled by 6to4 (2002::/16): as far as the address of IPv4 inside is.
        if (head == 0x0064ff9b && number(six, 4) == 0 && number(six, 8) == 0) {
            return isPublic(number(six, 12));
        }
        if (head >>> 16 == 0x2002) {
            return isPublic(number(six, 2));
        }
        boolean isUnicast = head >>> 29 == 1;
        // Teredo, benchmarks and ORCHID in 2001::/23, documentation in 2001:db8::/32 and 3fff::/20.
        boolean isSpecial = head >>> 9 == 0x20010000 >>> 9 || head == 0x20010db8 || head >>> 12 == 0x3fff0;
        return isUnicast && !isSpecial;
    }

    private static int number(byte[] bytes, int from) {
        int number = 0;
        for (int index = from; index < from + 4; index++) {
            number = (number << 8) | (bytes[index] & 0xff);
        }
        return number;
    }
}
