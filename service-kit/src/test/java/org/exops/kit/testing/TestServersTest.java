package org.exops.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
@SuppressWarnings("NullAway.Init") // injected
class TestServersTest {
    @Inject
    Pool pool;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @ConfigProperty(name = "quarkus.oidc.public-key")
    String publicKey;

    @Test
    void the_application_has_a_database_of_its_own_on_the_shared_server() {
        String name = pool.query("select current_database()")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
        assertThat(name).startsWith("test_");
    }

    @Test
    void the_application_has_the_shared_broker_and_trusts_the_tests_tokens() {
        assertThat(kafka).isEqualTo(RunningServers.ofThisBuild().kafka()).isEqualTo(CurrentKafka.bootstrapServers());
        assertThat(publicKey).isEqualTo(Tokens.publicKey());
    }
}
