package org.obhut.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.platform.Statements;

/**
 * Facts that wait for the monthly move: each sealed to the statistics key, without an id, in an envelope of one size. Written in
 * the transaction of what is counted, so that neither is there without the other.
 */
@ApplicationScoped
public class StagedFacts {

    private static final int VERSION = 1;
    private static final JsonProvider JSON = JsonProvider.provider();

    private final Statements statements;
    private final OperatingSecrets secrets;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected StagedFacts() {
        this.statements = null;
        this.secrets = null;
    }

    @Inject
    public StagedFacts(Statements statements, OperatingSecrets secrets) {
        this.statements = statements;
        this.secrets = secrets;
    }

    /** Part of the caller's transaction. @throws IllegalArgumentException where the fact is longer than {@link OperatingSecrets#FACT} */
    public void stage(Fact fact) {
        statements.run("INSERT INTO fact_staged (sealed) VALUES (?)", secrets.sealFact(bytes(fact)));
    }

    private static byte[] bytes(Fact fact) {
        JsonObjectBuilder answers = JSON.createObjectBuilder();
        fact.answers().forEach((name, keys) -> {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            keys.forEach(array::add);
            answers.add(name, array);
        });
        return JSON.createObjectBuilder()
                .add("v", VERSION)
                .add("fact", fact.kind().name().toLowerCase(Locale.ROOT))
                .add("month", fact.month().toString())
                .add("answers", answers)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
