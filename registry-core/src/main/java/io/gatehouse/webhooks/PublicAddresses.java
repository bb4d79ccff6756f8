package io.gatehouse.webhooks;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses anybody on the internet could reach, by the registries of special-purpose addresses (RFC 6890): a webhook to any other
 * would let its owner send requests to machines behind the portal. IPv6 addresses that carry one of IPv4 count as that.
 */
public final class PublicAddresses {
    private static final List<Net> NOT_GLOBAL = List.of(
            net("0.0.0.0", 8),
            net("10.0.0.0", 8),
            net("100.64.0.0", 10),
            net("127.0.0.0", 8),
            net("169.254.0.0", 16),
            net("172.16.0.0", 12),
            net("192.0.0.0", 24),
            net("192.0.2.0", 24),
            net("192.88.99.0", 24),
            net("192.168.0.0", 16),
            net("198.18.0.0", 15),
            net("198.51.100.0", 24),
            net("203.0.113.0", 24),
            net("224.0.0.0", 3),
            net("::", 8),
            net("100::", 8),
            net("2001::", 23),
            net("2001:db8::", 32),
            net("3fff::", 20),
            net("5f00::", 16),
            net("fc00::", 7),
            net("fe80::", 9),
            net("ff00::", 8));

    private PublicAddresses() {}

    private record Net(BigInteger prefix, int bits, int shift) {
        boolean holds(byte[] address) {
            return address.length * 8 == bits
                    && new BigInteger(1, address).shiftRight(shift).equals(prefix);
        }
    }

    public static boolean isPublic(InetAddress address) {
        byte[] bytes = carried(address.getAddress());
        return NOT_GLOBAL.stream().noneMatch(net -> net.holds(bytes));
    }

    /** The address of IPv4 in one of IPv6: by 6to4 (2002::/16) or NAT64 (64:ff9b::/96); Java unwraps mapped ones itself. */
    private static byte[] carried(byte[] address) {
        if (address.length != 16) {
            return address;
        }
        if (address[0] == 0x20 && address[1] == 0x02) {
            return Arrays.copyOfRange(address, 2, 6);
        }
        byte[] nat64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
        return Arrays.equals(Arrays.copyOf(address, 12), nat64) ? Arrays.copyOfRange(address, 12, 16) : address;
    }

    private static Net net(String first, int length) {
        try {
            // A literal, which is looked up nowhere.
            InetAddress address = InetAddress.getByName(first);
            boolean six = address instanceof Inet6Address || !(address instanceof Inet4Address);
            int bits = six ? 128 : 32;
            return new Net(new BigInteger(1, address.getAddress()).shiftRight(bits - length), bits, bits - length);
        } catch (UnknownHostException noLiteral) {
            throw new IllegalArgumentException(first, noLiteral);
        }
    }
}
