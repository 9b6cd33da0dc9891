package org.obhut.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How often one network address, or somebody by another name, may ask: so many at once, and then so many a second (a token bucket). No address is kept: a bucket
 * is found by a hash of the address under a key that is in memory only and replaced every hour, together with all buckets.
 */
public final class RequestRate {

    private static final Duration LIFE_OF_A_KEY = Duration.ofHours(1);
    private static final int BUCKETS = 20_000;

    private record Bucket(double left, Instant at) {}

    private final int atOnce;
    private final double perSecond;
    private final SecureRandom random;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > BUCKETS;
        }
    };
    private byte[] key = new byte[0];
    private Instant keyUntil = Instant.MIN;

    public RequestRate(int atOnce, double perSecond, SecureRandom random, Clock clock) {
        this.atOnce = atOnce;
        this.perSecond = perSecond;
        this.random = random;
        this.clock = clock;
    }

    /** Takes one request of an address. Returns how long it has to wait; zero where it may pass. */
    public synchronized Duration take(String address) {
        Instant now = clock.instant();
        if (!now.isBefore(keyUntil)) {
            key = new byte[32];
            random.nextBytes(key);
            keyUntil = now.plus(LIFE_OF_A_KEY);
            buckets.clear();
        }
        String name = hash(address);
        Bucket before = buckets.getOrDefault(name, new Bucket(atOnce, now));
        double seconds = Math.max(0, Duration.between(before.at(), now).toMillis() / 1000.0);
        double left = Math.min(atOnce, before.left() + seconds * perSecond);
        if (left < 1) {
            buckets.put(name, new Bucket(left, now));
            return Duration.ofMillis((long) Math.ceil((1 - left) / perSecond * 1000));
        }
        buckets.put(name, new Bucket(left - 1, now));
        return Duration.ZERO;
    }

    /** What is kept of those who asked: for the test that no address is. */
    synchronized List<String> kept() {
        return List.copyOf(buckets.keySet());
    }

    private String hash(String address) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)), 0, 12);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not at hand", e);
        }
    }
}
