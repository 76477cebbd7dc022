package irandargah

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"time"
)

// The tables of the inbox, for your migrations. Shops in every language may share one.
const (
	// PostgresTable is for PostgreSQL, 11 or later.
	PostgresTable = `create table if not exists irandargah_inbox (
  fingerprint char(64) collate "C" primary key,
  owner char(36) not null,
  leased_until timestamptz not null,
  done_at timestamptz
)`
	// MySQLTable is for MySQL, 5.7 or later, and MariaDB.
	MySQLTable = `create table if not exists irandargah_inbox (
  fingerprint char(64) character set ascii collate ascii_bin not null primary key,
  owner char(36) character set ascii collate ascii_bin not null,
  leased_until datetime(3) not null,
  done_at datetime(3)
) engine = InnoDB`
	// SQLiteTable is for SQLite, 3.24 or later. Times are milliseconds since 1970.
	SQLiteTable = `create table if not exists irandargah_inbox (
  fingerprint text primary key,
  owner text not null,
  leased_until integer not null,
  done_at integer
)`
)

// digest is of the form in which all shops keep a fingerprint: names get as long as a header may be, digests do not.
func digest(fingerprint string) string {
	sum := sha256.Sum256([]byte(fingerprint))
	return hex.EncodeToString(sum[:])
}

// found tells whether a query has a row.
func found(row *sql.Row) (bool, error) {
	var one int
	err := row.Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// orOwn is the connection of the handler, or the store's own.
func orOwn(connection Connection, db *sql.DB) Connection {
	if connection == nil {
		return db
	}
	return connection
}

type postgresStore struct{ db *sql.DB }

// NewPostgresStore remembers events in the table of PostgresTable, with pgx or lib/pq: one statement to claim, and the
// clock of the database.
func NewPostgresStore(db *sql.DB) WebhookStore { return postgresStore{db} }

func (s postgresStore) Claim(ctx context.Context, fingerprint, owner string, lease time.Duration) (WebhookClaim, error) {
	// The time of now, not of the statement's beginning: it may have waited for the row.
	claimed, err := found(s.db.QueryRowContext(ctx, `insert into irandargah_inbox as inbox (fingerprint, owner, leased_until)
  values ($1, $2, clock_timestamp() + $3::bigint * interval '1 millisecond')
  on conflict (fingerprint) do update set owner = excluded.owner, leased_until = excluded.leased_until
  where inbox.done_at is null and inbox.leased_until <= clock_timestamp()
  returning 1`, digest(fingerprint), owner, lease.Milliseconds()))
	if claimed || err != nil {
		return Claimed, err
	}
	return doneOrRunning(found(s.db.QueryRowContext(ctx,
		`select 1 from irandargah_inbox where fingerprint = $1 and done_at is not null`, digest(fingerprint))))
}

func doneOrRunning(done bool, err error) (WebhookClaim, error) {
	if done {
		return Done, err
	}
	return Running, err
}

func (s postgresStore) Finish(ctx context.Context, fingerprint, owner string, connection Connection) (bool, error) {
	return found(orOwn(connection, s.db).QueryRowContext(ctx, `update irandargah_inbox
  set done_at = coalesce(done_at, clock_timestamp())
  where fingerprint = $1 and owner = $2 returning 1`, digest(fingerprint), owner))
}

func (s postgresStore) Release(ctx context.Context, fingerprint, owner string) error {
	_, err := s.db.ExecContext(ctx, `update irandargah_inbox set leased_until = clock_timestamp()
  where fingerprint = $1 and owner = $2 and done_at is null`, digest(fingerprint), owner)
	return err
}

type mysqlStore struct{ db *sql.DB }

// NewMySQLStore remembers events in the table of MySQLTable, with go-sql-driver/mysql and the clock of the database.
func NewMySQLStore(db *sql.DB) WebhookStore { return mysqlStore{db} }

// look tells whose an event is, and whether it is done: MySQL returns no rows from a change, and counts those that were
// changed as its client asks.
func (s mysqlStore) look(ctx context.Context, connection Connection, fingerprint, owner string) (own, done bool, err error) {
	var who string
	err = connection.QueryRowContext(ctx, `select owner, done_at is not null from irandargah_inbox where fingerprint = ?`,
		digest(fingerprint)).Scan(&who, &done)
	if errors.Is(err, sql.ErrNoRows) {
		return false, false, nil
	}
	return who == owner, done, err
}

func (s mysqlStore) Claim(ctx context.Context, fingerprint, owner string, lease time.Duration) (WebhookClaim, error) {
	// Not now(), which has an hour twice where clocks are put back.
	if _, err := s.db.ExecContext(ctx, `insert into irandargah_inbox (fingerprint, owner, leased_until)
  values (?, ?, utc_timestamp(3) + interval ? microsecond) on duplicate key update fingerprint = fingerprint`,
		digest(fingerprint), owner, lease.Microseconds()); err != nil {
		return Running, err
	}
	if _, err := s.db.ExecContext(ctx, `update irandargah_inbox
  set owner = ?, leased_until = utc_timestamp(3) + interval ? microsecond
  where fingerprint = ? and done_at is null and leased_until <= utc_timestamp(3)`,
		owner, lease.Microseconds(), digest(fingerprint)); err != nil {
		return Running, err
	}
	own, done, err := s.look(ctx, s.db, fingerprint, owner)
	if own && !done && err == nil {
		return Claimed, nil
	}
	return doneOrRunning(done, err)
}

func (s mysqlStore) Finish(ctx context.Context, fingerprint, owner string, connection Connection) (bool, error) {
	connection = orOwn(connection, s.db)
	if _, err := connection.ExecContext(ctx, `update irandargah_inbox set done_at = coalesce(done_at, utc_timestamp(3))
  where fingerprint = ? and owner = ?`, digest(fingerprint), owner); err != nil {
		return false, err
	}
	own, done, err := s.look(ctx, connection, fingerprint, owner)
	return own && done, err
}

func (s mysqlStore) Release(ctx context.Context, fingerprint, owner string) error {
	_, err := s.db.ExecContext(ctx, `update irandargah_inbox set leased_until = utc_timestamp(3)
  where fingerprint = ? and owner = ? and done_at is null`, digest(fingerprint), owner)
	return err
}

type sqliteStore struct{ db *sql.DB }

// NewSQLiteStore remembers events in the table of SQLiteTable, which the processes of one machine may share. Let the
// database wait for other processes: PRAGMA busy_timeout.
func NewSQLiteStore(db *sql.DB) WebhookStore { return sqliteStore{db} }

// changed tells whether a statement has changed a row.
func changed(result sql.Result, err error) (bool, error) {
	if err != nil {
		return false, err
	}
	rows, err := result.RowsAffected()
	return rows > 0, err
}

func (s sqliteStore) Claim(ctx context.Context, fingerprint, owner string, lease time.Duration) (WebhookClaim, error) {
	now := time.Now().UnixMilli()
	claimed, err := changed(s.db.ExecContext(ctx, `insert into irandargah_inbox (fingerprint, owner, leased_until) values (?, ?, ?)
  on conflict (fingerprint) do update set owner = excluded.owner, leased_until = excluded.leased_until
  where done_at is null and leased_until <= ?`, digest(fingerprint), owner, now+lease.Milliseconds(), now))
	if claimed || err != nil {
		return Claimed, err
	}
	return doneOrRunning(found(s.db.QueryRowContext(ctx,
		`select 1 from irandargah_inbox where fingerprint = ? and done_at is not null`, digest(fingerprint))))
}

func (s sqliteStore) Finish(ctx context.Context, fingerprint, owner string, connection Connection) (bool, error) {
	return changed(orOwn(connection, s.db).ExecContext(ctx, `update irandargah_inbox set done_at = coalesce(done_at, ?)
  where fingerprint = ? and owner = ?`, time.Now().UnixMilli(), digest(fingerprint), owner))
}

func (s sqliteStore) Release(ctx context.Context, fingerprint, owner string) error {
	_, err := s.db.ExecContext(ctx, `update irandargah_inbox set leased_until = ?
  where fingerprint = ? and owner = ? and done_at is null`, time.Now().UnixMilli(), digest(fingerprint), owner)
	return err
}
