package io.lancang.federation.describe;

import java.util.LinkedHashMap;
import java.util.Map;

/** Objects of JSON whose members keep their order, so that the same operation is described by the same text in each process. */
final class Ordered {
    private Ordered() {}

    static Map<String, Object> of(String name, Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(name, value);
        return members;
    }

    static Map<String, Object> of(String name, Object value, String second, Object secondValue) {
        Map<String, Object> members = of(name, value);
        members.put(second, secondValue);
        return members;
    }
}
