import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Service of a cluster: each new connection goes to one of the pods that are ready at that moment, in turn, and stays there
 * until either end closes it.
 */
public final class Service {
    private static final AtomicInteger TURN = new AtomicInteger();

    private Service() {}

    /** @param arguments the port to listen on, and the file with the ports of the pods that are ready, one a line */
    public static void main(String[] arguments) throws IOException {
        Path ready = Path.of(arguments[1]);
        try (ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 512);
            while (true) {
                Socket client = server.accept();
                Thread.startVirtualThread(() -> connect(client, ready));
            }
        }
    }

    private static void connect(Socket client, Path ready) {
        try (client) {
            List<String> ports = Files.readAllLines(ready);
            int port = Integer.parseInt(ports.get(Math.floorMod(TURN.getAndIncrement(), ports.size())));
            try (Socket pod = new Socket(InetAddress.getLoopbackAddress(), port)) {
                client.setTcpNoDelay(true);
                pod.setTcpNoDelay(true);
                Thread answers = Thread.startVirtualThread(() -> copy(pod, client));
                copy(client, pod);
                answers.join();
            }
        } catch (IOException unreachable) {
            // The client sees its connection end, as it would in a cluster.
            System.err.println(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until one end closes; then the other end hears that no more will come. */
    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException closed) {
            abort(from);
            abort(to);
        }
    }

    private static void abort(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            System.err.println(failure);
        }
    }
}
