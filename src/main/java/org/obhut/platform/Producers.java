package org.obhut.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** Time, randomness and settings, so that nothing else asks the machine for them. */
@ApplicationScoped
public class Producers {

    private static final System.Logger LOG = System.getLogger(Producers.class.getName());

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    Settings settings() {
        var config = ConfigProvider.getConfig();
        try {
            return new Settings(new SettingSource(
                            name -> config.getOptionalValue(name, String.class), config.getPropertyNames()))
                    .within(Runtime.getRuntime().maxMemory());
        } catch (InvalidSetting refusal) {
            LOG.log(System.Logger.Level.ERROR, "Obhut does not start: {0}", refusal.getMessage());
            throw refusal;
        }
    }
}
