package io.tradewind.embedded.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Finds out which loopback ports can be listened on. */
public final class Ports {
    private Ports() {}

    /** Whether nobody listens on this port of the loopback interface. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Without address reuse a port would seem taken for a minute after its last connection closed.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return true;
        } catch (IOException expected) {
            return false;
        }
    }

    /** Fails with {@link PortTakenException} when somebody listens on this port. */
    public static void requireFree(int port, String neededBy) {
        if (!isFree(port)) {
            throw new PortTakenException(port, neededBy);
        }
    }

    /** A port that was free a moment ago; the caller must be ready for somebody else taking it first. */
    public static int findFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        } catch (IOException cause) {
            throw new UncheckedIOException("no free port on the loopback interface", cause);
        }
    }

    /** Always the IPv4 address: {@code localhost} may name the IPv6 one, where our processes do not listen. */
    private static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
