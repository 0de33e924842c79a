package io.lancang.gateway.limits.rate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The token buckets as a script of Redis or Valkey. Both buckets of a client are one hash: the tokens at a time in microseconds of the
 * store's clock. A bucket that is full again expires. Thread-safe.
 */
final class TakeScript {
    /** Stands for no limit: a script's numbers are doubles. */
    private static final String NO_LIMIT = "-1";

    private static final String LUA = """
        local time = redis.call('TIME')
        local now = time[1] * 1000000 + time[2]
        local state = redis.call('HMGET', KEYS[1], 'requests', 'cost', 'at')
        local elapsed = math.max(0, now - (tonumber(state[3]) or now))
        local function filled(tokens, limit)
          if limit < 0 then return 0 end
          return math.min(limit, (tonumber(tokens) or limit) + elapsed * limit / 60000000)
        end
        local function until_there(amount, tokens, limit)
          if limit <= 0 then return 0 end
          return math.max(1, math.ceil((amount - tokens) * 60000000 / limit))
        end
        local request_limit, cost_limit = tonumber(ARGV[1]), tonumber(ARGV[2])
        local requests = filled(state[1], request_limit)
        local cost = filled(state[2], cost_limit)
        local wanted, amount = tonumber(ARGV[3]), tonumber(ARGV[4])
        local kind, wait = 0, 0
        if request_limit >= 0 and requests < wanted then
          kind, wait = 1, until_there(wanted, requests, request_limit)
        else
          if request_limit >= 0 then requests = requests - wanted end
          if cost_limit >= 0 and amount > 0 and cost < amount then
            kind, wait = 2, until_there(amount, cost, cost_limit)
          elseif cost_limit >= 0 then
            cost = math.min(cost_limit, cost - amount)
          end
        end
        redis.call('HSET', KEYS[1], 'requests', string.format('%.6f', requests), 'cost', string.format('%.6f', cost),
          'at', string.format('%.0f', now))
        redis.call('PEXPIRE', KEYS[1], 61000)
        return {kind, math.floor(requests), math.floor(cost), wait}
        """;

    private static final String UNKNOWN_SCRIPT = "NOSCRIPT";

    private final Redis redis;
    private final String name;

    TakeScript(Redis redis) {
        this.redis = redis;
        this.name = sha1(LUA);
    }

    /** The name under which the store knows a script that it has run. */
    private static String sha1(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java has to have it.
            throw new IllegalStateException(impossible);
        }
    }

    /** What became of it: kind of refusal or 0, tokens left of requests and of cost, microseconds to wait. */
    Future<Response> take(String key, Plan plan, long cost) {
        return run(key, plan, 1, cost);
    }

    /** Takes no request and less than nothing of cost. */
    Future<Response> giveBack(String key, Plan plan, long cost) {
        return run(key, plan, 0, -cost);
    }

    private Future<Response> run(String key, Plan plan, long requests, long cost) {
        return send(Command.EVALSHA, name, key, plan, requests, cost)
                .recover(failure -> String.valueOf(failure.getMessage()).startsWith(UNKNOWN_SCRIPT)
                        ? send(Command.EVAL, LUA, key, plan, requests, cost)
                        : Future.failedFuture(failure));
    }

    private Future<Response> send(Command command, String script, String key, Plan plan, long requests, long cost) {
        return redis.send(Request.cmd(command)
                        .arg(script)
                        .arg(1)
                        .arg(key)
                        .arg(number(plan.requestsPerMinute()))
                        .arg(number(plan.costPerMinute()))
                        .arg(requests)
                        .arg(cost))
                .map(answer -> Objects.requireNonNull(answer, "the script answers"));
    }

    private static String number(long limit) {
        return limit == Plan.NO_LIMIT ? NO_LIMIT : String.valueOf(limit);
    }

    void close() {
        redis.close();
    }
}
