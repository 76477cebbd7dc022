package com.irandargah;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The inbox in a database, tried with SQLite. */
class JdbcStoreTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;
    private SQLiteDataSource database;
    private JdbcStore store;

    @BeforeEach
    void makeTheTable() throws SQLException {
        database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + folder.resolve("inbox.db"));
        store = JdbcStore.sqlite(database);
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(store.createTable());
        }
    }

    private static WebhookEvent event(String signature) {
        JsonObject nothing = new JsonObject(Map.of());
        return new WebhookEvent("event-1", "payment.completed", signature, nothing, nothing);
    }

    @Test
    void givesAnEventToOneAttemptAtATime() {
        assertEquals(WebhookStore.Claim.CLAIMED, store.claim("event", "one", LONG));
        assertEquals(WebhookStore.Claim.RUNNING, store.claim("event", "two", LONG));
        assertFalse(store.finish("event", "two", null));
        assertTrue(store.finish("event", "one", null));
        assertTrue(store.finish("event", "one", null));
        assertEquals(WebhookStore.Claim.DONE, store.claim("event", "two", LONG));
        assertEquals(WebhookStore.Claim.CLAIMED, store.claim("another", "two", LONG));
    }

    @Test
    void letsAnotherTakeOverWhenTheLeaseHasEnded() throws InterruptedException {
        store.claim("event", "dead", Duration.ofMillis(20));
        Thread.sleep(100);
        assertEquals(WebhookStore.Claim.CLAIMED, store.claim("event", "next", LONG));
        assertFalse(store.finish("event", "dead", null));
        assertTrue(store.finish("event", "next", null));
    }

    @Test
    void givesTheEventBackWhenItsHandlerFails() throws Exception {
        assertThrows(java.io.IOException.class, () -> Webhooks.handleOnce(event("a"), store, (event, done) -> {
            throw new java.io.IOException("the database is away");
        }));
        AtomicInteger runs = new AtomicInteger();
        for (int delivery = 0; delivery < 3; delivery++) {
            assertEquals(200, Webhooks.handleOnce(event("a"), store, (event, done) -> runs.incrementAndGet()));
        }
        assertEquals(1, runs.get());
    }

    @Test
    void finishesAnEventInTheTransactionOfTheShop() throws SQLException {
        for (boolean commits : new boolean[] {false, true}) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                store.claim("event", "one", LONG);
                assertTrue(store.finish("event", "one", connection));
                if (commits) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
            }
            assertEquals(commits ? WebhookStore.Claim.DONE : WebhookStore.Claim.RUNNING,
                store.claim("event", "two", LONG));
        }
    }
}
