package org.obhut.platform;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** Events without a container: whoever listens hears them at once. */
public final class HeardEvent {

    private HeardEvent() {}

    /** An event whose {@code fire} reaches this listener and whose other methods nobody is to call. */
    @SuppressWarnings("unchecked")
    public static <T> Event<T> by(Consumer<T> listener) {
        return (Event<T>) Proxy.newProxyInstance(
                HeardEvent.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("fire")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    listener.accept((T) arguments[0]);
                    return null;
                });
    }
}
