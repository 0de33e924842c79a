package io.lancang.gateway.telemetry;

import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.telemetry.AccessLogConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;

/**
 * Writes a line for each request of a client: as {@code name=value} in the message, and each value by its name beside it, which logs in
 * JSON show as {@code mdc}. What clients choose cannot begin a line or another value. Thread-safe.
 */
@Singleton
public class AccessLog {
    /** The category. */
    public static final String CATEGORY = "io.lancang.gateway.access";

    private static final int LONGEST = 200;

    private final Logger logger = Logger.getLogger(CATEGORY);
    private final boolean isOn;
    private final double sample;
    private final DoubleSupplier chance;

    @Inject
    AccessLog(GatewayConfig config) {
        this(config.accessLog(), () -> ThreadLocalRandom.current().nextDouble());
    }

    AccessLog(AccessLogConfig config, DoubleSupplier chance) {
        this.isOn = config.enabled();
        this.sample = config.sample();
        this.chance = chance;
        if (!(sample >= 0 && sample <= 1)) {
            throw new ConfigurationException("lancang.gateway.access-log.sample is " + sample
                    + ", but it is a share of the requests: from 0 for none to 1 for all.");
        }
    }

    /**
     * Whether a request has a line.
     *
     * @param isRemarkable whether it was refused, or failed, or has errors
     */
    public boolean takes(boolean isRemarkable) {
        return isOn && (isRemarkable || sample >= 1 || chance.getAsDouble() < sample);
    }

    /** Writes a line with these values, in their order; those that are empty are left out. */
    public void write(Map<String, String> values) {
        StringBuilder message = new StringBuilder();
        ExtLogRecord line = new ExtLogRecord(Level.INFO, "", AccessLog.class.getName());
        values.forEach((name, value) -> {
            if (!value.isEmpty()) {
                String text = shown(value);
                message.append(message.isEmpty() ? "" : " ")
                        .append(name)
                        .append('=')
                        .append(quoted(text));
                line.putMdc(name, text);
            }
        });
        line.setMessage(message.toString(), ExtLogRecord.FormatStyle.NO_FORMAT);
        line.setLoggerName(CATEGORY);
        logger.logRaw(line);
    }

    /** In one line, and no longer than anybody reads. */
    private static String shown(String value) {
        StringBuilder text = new StringBuilder();
        String bounded = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
        bounded.chars().forEach(each -> {
            boolean isControl = Character.isISOControl(each) || each == 0x2028 || each == 0x2029;
            if (isControl) {
                text.append(String.format("\\u%04x", each));
            } else {
                text.append((char) each);
            }
        });
        return text.toString();
    }

    private static String quoted(String text) {
        boolean isPlain = text.chars().allMatch(each -> each > ' ' && each != '"' && each != '=' && each != '\\');
        return isPlain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
