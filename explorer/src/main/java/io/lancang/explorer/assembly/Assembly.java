package io.lancang.explorer.assembly;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Names files by their content. A file's references are quoted or bracketed relative paths, {@code "./map/view.js"} for instance;
 * each becomes the new name of what it refers to, which therefore is named first. A path that begins with {@code ./} or {@code ../}
 * and leads to no file fails the build, unless it leads to a page's address or out of the folder.
 */
final class Assembly {
    private static final int HASH_DIGITS = 12;
    private static final Pattern REFERENCE =
            Pattern.compile("(?<=[\"'(])\\.{1,2}/[A-Za-z0-9_./-]+\\.[a-z0-9]+(?=[\"')])");
    /** Libraries are taken as they are: what looks like a reference in them is none. */
    private static final String LIBRARIES = "graphiql/";

    private final Map<String, byte[]> sources;
    private final Map<String, AssembledFile> assembled = new TreeMap<>();
    private final Deque<String> underWay = new ArrayDeque<>();

    private Assembly(Map<String, byte[]> sources) {
        this.sources = sources;
    }

    /** @param sources content by path */
    static List<AssembledFile> of(Map<String, byte[]> sources) {
        Assembly assembly = new Assembly(sources);
        sources.keySet().forEach(assembly::assemble);
        return new ArrayList<>(assembly.assembled.values());
    }

    private AssembledFile assemble(String path) {
        AssembledFile known = assembled.get(path);
        if (known != null) {
            return known;
        }
        if (underWay.contains(path)) {
            throw new IllegalArgumentException("Files refer to each other in a circle, so none can be named first: "
                    + path + " <- " + String.join(" <- ", underWay));
        }
        underWay.push(path);
        byte[] content = withNewNames(path, Objects.requireNonNull(sources.get(path), path));
        underWay.pop();
        String hash = hash(content);
        AssembledFile file = new AssembledFile(MediaTypes.keepsName(path) ? path : named(path, hash), hash, content);
        assembled.put(path, file);
        return file;
    }

    private byte[] withNewNames(String path, byte[] content) {
        if (!MediaTypes.refers(path) || path.startsWith(LIBRARIES)) {
            return content;
        }
        String text = new String(content, StandardCharsets.UTF_8);
        return REFERENCE
                .matcher(text)
                .replaceAll(reference -> newName(path, reference))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String newName(String from, MatchResult reference) {
        String target = URI.create(from).resolve(reference.group()).toString();
        if (target.startsWith("../")) {
            return reference.group();
        }
        if (!sources.containsKey(target)) {
            throw new IllegalArgumentException(
                    from + " refers to " + reference.group() + ", and there is no file " + target);
        }
        if (MediaTypes.keepsName(target)) {
            return reference.group();
        }
        String name = assemble(target).path();
        return reference.group().substring(0, reference.group().lastIndexOf('/') + 1)
                + name.substring(name.lastIndexOf('/') + 1);
    }

    private static String named(String path, String hash) {
        int dot = path.lastIndexOf('.');
        return path.substring(0, dot) + "." + hash + path.substring(dot);
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
