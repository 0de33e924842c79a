package io.lancang.standalone.memory;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** Lets another Java process run out of memory, as any request that asks too much of it would. */
public final class MemoryEater {
    private MemoryEater() {}

    /** Runs in that process. */
    public static void agentmain(String arguments) {
        List<byte[]> eaten = new ArrayList<>();
        while (eaten.size() < Integer.MAX_VALUE) {
            eaten.add(new byte[1 << 20]);
        }
    }

    /** Eats the memory of a process; returns when it has ended. */
    public static void feedOn(ProcessHandle process, Path folder)
            throws IOException, AttachNotSupportedException, AgentInitializationException {
        Path jar = folder.resolve("eater.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Agent-Class"), MemoryEater.class.getName());
        JarOfClasses.write(jar, manifest, MemoryEater.class);
        VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
        try {
            machine.loadAgent(jar.toString());
        } catch (AgentLoadException | IOException ended) {
            // It ended before it could say that the agent has been loaded.
        }
        process.onExit().join();
    }
}
