package org.exops.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.exops.events.v1.Topic;
import org.exops.local.servers.KafkaServer;
import org.exops.local.servers.PostgresServer;
import org.exops.local.servers.ServerSettings;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL, a Kafka or both for one test class alone, that it may stop and start: injected into its fields of type
 * {@link PostgresServer} and {@link KafkaServer}. Used as {@code @QuarkusTestResource(value = OwnServers.class,
 * restrictToAnnotatedClass = true, initArgs = @ResourceArg(name = "kafka", value = "true"))}; what is not asked for comes from
 * {@link TestServers}.
 */
public final class OwnServers implements QuarkusTestResourceLifecycleManager {
    /** The argument that asks for a PostgreSQL. */
    public static final String POSTGRES = "postgres";

    /** The argument that asks for a Kafka. */
    public static final String KAFKA = "kafka";

    /** The value of an argument for a server that is away until the test starts it. */
    public static final String LATE = "late";

    private boolean latePostgres;
    private @Nullable PostgresServer postgres;
    private @Nullable KafkaServer kafka;

    @Override
    public int order() {
        // After TestServers, whose settings it overrides.
        return 1;
    }

    @Override
    public void init(Map<String, String> arguments) {
        ServerSettings settings = ServerSettings.temporary().withoutDurability();
        latePostgres = LATE.equals(arguments.get(POSTGRES));
        if (latePostgres || Boolean.parseBoolean(arguments.get(POSTGRES))) {
            postgres = new PostgresServer(settings);
        }
        if (Boolean.parseBoolean(arguments.get(KAFKA))) {
            kafka = new KafkaServer(settings);
        }
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> result = new HashMap<>();
        if (postgres != null) {
            postgres.start();
            result.putAll(TestServers.database(postgres.createDatabase("own", "own", "secret")));
            if (latePostgres) {
                postgres.stop();
            }
        }
        if (kafka != null) {
            kafka.start();
            kafka.createTopics(Topic.ALL);
            CurrentKafka.set(kafka.bootstrapServers());
            result.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        }
        return result;
    }

    @Override
    public void inject(TestInjector injector) {
        if (postgres != null) {
            injector.injectIntoFields(postgres, new TestInjector.MatchesType(PostgresServer.class));
        }
        if (kafka != null) {
            injector.injectIntoFields(kafka, new TestInjector.MatchesType(KafkaServer.class));
        }
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
