package io.lancang.standalone.memory;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Stands for a built application: it is ready at once, and runs out of memory or ends when it is asked to. */
public final class StubApplication {
    private StubApplication() {}

    /** The application's own process. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/fill", _ -> fill());
        server.createContext("/end", _ -> System.exit(3));
        server.start();
        if (System.getenv("STUB_NEVER_FITS") != null) {
            fill();
        }
    }

    private static void fill() {
        List<byte[]> filled = new ArrayList<>();
        while (filled.size() < Integer.MAX_VALUE) {
            filled.add(new byte[1 << 20]);
        }
    }

    /** Puts it into a jar where a set looks for a built application. */
    public static void write(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StubApplication.class.getName());
        JarOfClasses.write(jar, manifest, StubApplication.class);
    }
}
