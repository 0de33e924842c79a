package io.lancang.k8s.admission;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses with the same first bits, of IPv4 or IPv6.
 *
 * @param length of an address in bits
 */
record Range(BigInteger address, int length, int bits) {
    private static final Pattern CIDR = Pattern.compile("([0-9.]+|[0-9a-fA-F:]+:[0-9a-fA-F:]*)/(\\d{1,3})");

    static Optional<Range> parse(String text) {
        Matcher parts = CIDR.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            byte[] address = InetAddress.ofLiteral(parts.group(1)).getAddress();
            int length = address.length * Byte.SIZE;
            int bits = Integer.parseInt(parts.group(2));
            return bits > length ? Optional.empty() : Optional.of(new Range(new BigInteger(1, address), length, bits));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Whether all addresses of another range are in this one, and not all of this one in that. */
    boolean isMoreThan(Range part) {
        return length == part.length()
                && bits < part.bits()
                && address.xor(part.address()).shiftRight(length - bits).signum() == 0;
    }
}
