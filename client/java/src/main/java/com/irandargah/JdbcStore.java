package com.irandargah;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The webhook inbox in a database: one table, which shops in other languages share. The handler may finish an event in
 * its own transaction, by the connection of that.
 */
public final class JdbcStore implements WebhookStore<Connection> {
    private static final String LOOK =
        "select owner, case when done_at is null then 0 else 1 end from irandargah_inbox where fingerprint = ?";
    private static final String FINISH =
        "update irandargah_inbox set done_at = coalesce(done_at, %s) where fingerprint = ? and owner = ?";
    private static final String RELEASE = "update irandargah_inbox set leased_until = %s"
        + " where fingerprint = ? and owner = ? and done_at is null";

    private final DataSource database;
    private final Dialect dialect;

    private JdbcStore(DataSource database, Dialect dialect) {
        this.database = database;
        this.dialect = dialect;
    }

    /** What the databases say differently. The clock is that of the database, wherever there is one for all. */
    private enum Dialect {
        POSTGRES("clock_timestamp()", "clock_timestamp() + ? * interval '1 millisecond'",
            "char(64) collate \"C\" primary key", "char(36)", "timestamptz", ""),
        MYSQL("utc_timestamp(3)", "utc_timestamp(3) + interval (? * 1000) microsecond",
            "char(64) character set ascii collate ascii_bin not null primary key",
            "char(36) character set ascii collate ascii_bin", "datetime(3)", " engine = InnoDB"),
        SQLITE("cast((julianday('now') - 2440587.5) * 86400000 as integer)",
            "cast((julianday('now') - 2440587.5) * 86400000 as integer) + ?", "text primary key", "text", "integer", "");

        final String now;
        final String table;
        final String insert;
        final String take;

        Dialect(String now, String later, String key, String owner, String time, String end) {
            this.now = now;
            table = "create table if not exists irandargah_inbox (fingerprint " + key + ", owner " + owner
                + " not null, leased_until " + time + " not null, done_at " + time + ")" + end;
            insert = "insert into irandargah_inbox (fingerprint, owner, leased_until) values (?, ?, " + later + ")"
                + (key.contains("ascii") ? " on duplicate key update fingerprint = fingerprint"
                    : " on conflict (fingerprint) do nothing");
            take = "update irandargah_inbox set owner = ?, leased_until = " + later
                + " where fingerprint = ? and done_at is null and leased_until <= " + now;
        }
    }

    /**
     * In PostgreSQL 11 or later.
     *
     * @param database yours
     * @return the inbox
     */
    public static JdbcStore postgres(DataSource database) {
        return new JdbcStore(database, Dialect.POSTGRES);
    }

    /**
     * In MySQL 5.7 or later, or MariaDB.
     *
     * @param database yours
     * @return the inbox
     */
    public static JdbcStore mysql(DataSource database) {
        return new JdbcStore(database, Dialect.MYSQL);
    }

    /**
     * In SQLite 3.24 or later, in one file, which the processes of one machine may share.
     *
     * @param database yours; let it wait for other processes
     * @return the inbox
     */
    public static JdbcStore sqlite(DataSource database) {
        return new JdbcStore(database, Dialect.SQLITE);
    }

    /**
     * Makes the table; for your migrations.
     *
     * @return a statement of SQL
     */
    public String createTable() {
        return dialect.table;
    }

    @Override
    public Claim claim(String fingerprint, String owner, Duration lease) {
        String key = digest(fingerprint);
        return inOwn(connection -> {
            change(connection, dialect.insert, key, owner, lease.toMillis());
            change(connection, dialect.take, owner, lease.toMillis(), key);
            // Drivers count changes as they are told, so a look at who owns the row decides.
            Row row = look(connection, key);
            return row.done ? Claim.DONE : owner.equals(row.owner) ? Claim.CLAIMED : Claim.RUNNING;
        });
    }

    @Override
    public boolean finish(String fingerprint, String owner, Connection connection) {
        String key = digest(fingerprint);
        Work<Boolean> work = one -> {
            change(one, String.format(FINISH, dialect.now), key, owner);
            Row row = look(one, key);
            return row.done && owner.equals(row.owner);
        };
        if (connection == null) {
            return inOwn(work);
        }
        try {
            return work.in(connection);
        } catch (SQLException failed) {
            throw unreachable(failed);
        }
    }

    @Override
    public void release(String fingerprint, String owner) {
        inOwn(connection -> change(connection, String.format(RELEASE, dialect.now), digest(fingerprint), owner));
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private static final class Row {
        String owner;
        boolean done;
    }

    /** Each statement is one transaction, whatever the pool says. */
    private <T> T inOwn(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            boolean automatic = connection.getAutoCommit();
            if (!automatic) {
                connection.setAutoCommit(true);
            }
            try {
                return work.in(connection);
            } finally {
                if (!automatic) {
                    connection.setAutoCommit(false);
                }
            }
        } catch (SQLException failed) {
            throw unreachable(failed);
        }
    }

    private static IllegalStateException unreachable(SQLException failed) {
        return new IllegalStateException("The inbox cannot be reached: answer 500, so that the event comes again.", failed);
    }

    private static int change(Connection connection, String text, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            return statement.executeUpdate();
        }
    }

    private static Row look(Connection connection, String key) throws SQLException {
        Row row = new Row();
        try (PreparedStatement statement = connection.prepareStatement(LOOK)) {
            statement.setString(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    // PostgreSQL fills a char up with blanks.
                    row.owner = rows.getString(1).trim();
                    row.done = rows.getInt(2) == 1;
                }
            }
        }
        return row;
    }

    /** Names get as long as a header may be; their digests do not. */
    private static String digest(String fingerprint) {
        try {
            return Signature.hex(MessageDigest.getInstance("SHA-256").digest(Signature.bytes(fingerprint)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
