package dev.rowan.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands between a program and its server, and can swallow what passes without closing anything, as some networks do. */
public final class Proxy implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("//([^/:]+):(\\d+)/");

    private final ServerSocket listening;
    private final String url;
    private final Queue<Way> ways = new ConcurrentLinkedQueue<>();

    private Proxy(ServerSocket listening, String url) {
        this.listening = listening;
        this.url = url;
    }

    /** One direction of a connection. */
    private static final class Way implements Runnable {
        private final Socket from;
        private final Socket to;
        private volatile boolean swallows;

        Way(Socket from, Socket to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public void run() {
            byte[] buffer = new byte[8192];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    if (!swallows) {
                        out.write(buffer, 0, count);
                        out.flush();
                    }
                }
            } catch (IOException e) {
                return; // one of the two has hung up
            }
        }
    }

    /** Stands before the server of a JDBC URL. */
    public static Proxy before(String url) throws IOException {
        Matcher address = ADDRESS.matcher(url);
        if (!address.find()) {
            throw new IllegalArgumentException("expected a URL with a host and a port, got " + url);
        }
        ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Proxy proxy = new Proxy(listening, address.replaceFirst("//127.0.0.1:" + listening.getLocalPort() + "/"));
        start(() -> proxy.accept(address.group(1), Integer.parseInt(address.group(2))));
        return proxy;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(String host, int port) {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(host, port);
                for (Way way : new Way[] {new Way(client, server), new Way(server, client)}) {
                    ways.add(way);
                    start(way);
                }
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    /** The JDBC URL that leads through it. */
    public String url() {
        return url;
    }

    /** From now on nothing passes through the connections that there are. */
    public void swallow() {
        ways.forEach(way -> way.swallows = true);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Way way : ways) {
            way.from.close();
        }
    }
}
