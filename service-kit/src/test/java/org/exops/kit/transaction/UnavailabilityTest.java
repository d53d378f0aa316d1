package org.exops.kit.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnavailabilityTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "57P01", "55P03", "25006", "28P01", "3D000"})
    void a_database_that_is_away_busy_or_in_conflict_passes(String state) {
        assertThat(Unavailability.isTransient(new PgException("no", "FATAL", state, "")))
                .isTrue();
        assertThat(Unavailability.isTransient(new IllegalStateException(new SQLException("no", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22P02", "42P01", "25P02"})
    void a_statement_that_the_database_refuses_does_not_pass(String state) {
        assertThat(Unavailability.isTransient(new PgException("no", "ERROR", state, "")))
                .isFalse();
    }

    @Test
    void a_broken_connection_passes_even_as_a_cause() {
        assertThat(Unavailability.isTransient(new ConnectException())).isTrue();
        assertThat(Unavailability.isTransient(new RuntimeException(new IOException("reset"))))
                .isTrue();
    }

    @Test
    void json_that_cannot_be_read_never_passes_though_it_fails_as_an_io_exception() {
        assertThat(Unavailability.isTransient(new UncheckedIOException(new JsonParseException(null, "cut"))))
                .isFalse();
    }

    @Test
    void kafka_says_itself_what_may_be_tried_again() {
        assertThat(Unavailability.isTransient(new NotLeaderOrFollowerException()))
                .isTrue();
        assertThat(Unavailability.isTransient(new RecordTooLargeException())).isFalse();
    }

    @Test
    void a_fault_of_our_own_does_not_pass() {
        assertThat(Unavailability.isTransient(new IllegalStateException("bug"))).isFalse();
        assertThat(Unavailability.isTransient(null)).isFalse();
    }
}
