import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.irandargah.JdbcStore;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** Asks the inbox in a real database what a test wants to know: a line of JSON for a line of JSON. */
public final class InboxShop {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource database;
    private final JdbcStore store;

    private InboxShop(String kind, String url) throws Exception {
        if (kind.equals("postgres")) {
            PGSimpleDataSource postgres = new PGSimpleDataSource();
            postgres.setUrl(url);
            database = postgres;
            store = JdbcStore.postgres(database);
        } else if (kind.equals("mysql")) {
            database = new MariaDbDataSource(url);
            store = JdbcStore.mysql(database);
        } else {
            SQLiteDataSource sqlite = new SQLiteDataSource();
            sqlite.setUrl(url + "?busy_timeout=10000");
            database = sqlite;
            store = JdbcStore.sqlite(database);
        }
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(store.createTable());
        }
    }

    public static void main(String[] arguments) throws Exception {
        InboxShop shop = new InboxShop(arguments[0], arguments[1]);
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            System.out.println(JSON.writeValueAsString(shop.told(JSON.readTree(line))));
        }
        System.exit(0);
    }

    private Object told(JsonNode ask) throws Exception {
        String event = ask.get("event").asText();
        String owner = ask.path("owner").asText();
        Duration lease = Duration.ofMillis(ask.path("lease_ms").asLong(60_000));
        switch (ask.get("do").asText()) {
            case "claim":
                return store.claim(event, owner, lease).name().toLowerCase();
            case "finish":
                return store.finish(event, owner, null);
            case "release":
                store.release(event, owner);
                return true;
            case "transaction":
                return finishIn(event, owner, ask.get("commits").asBoolean());
            default:
                return race(event, ask.get("attempts").asInt());
        }
    }

    private boolean finishIn(String event, String owner, boolean commits) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean own = store.finish(event, owner, connection);
            if (commits) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return own;
        }
    }

    /** How many of many attempts at once get the event. */
    private long race(String event, int attempts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(attempts);
        List<Future<JdbcStore.Claim>> claims = new ArrayList<>();
        for (int attempt = 0; attempt < attempts; attempt++) {
            String owner = "attempt-" + attempt;
            claims.add(threads.submit(() -> store.claim(event, owner, Duration.ofMinutes(1))));
        }
        long claimed = 0;
        for (Future<JdbcStore.Claim> claim : claims) {
            claimed += claim.get() == JdbcStore.Claim.CLAIMED ? 1 : 0;
        }
        threads.shutdown();
        return claimed;
    }
}
