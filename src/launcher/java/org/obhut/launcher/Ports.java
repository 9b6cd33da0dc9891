package org.obhut.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether a port can be had, asked before anything is started that would only fail in its log. */
public final class Ports {

    private Ports() {}

    /** A free port on loopback, chosen by the operating system. */
    public static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Checks that a port is free.
     *
     * @param setting the environment name of the setting to change where it is not
     */
    static void require(String address, int port, String setting) throws StartFailure {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new StartFailure("Port " + port + " is in use or not allowed; set " + setting + " to another", e);
        }
    }
}
