"""The webhook inbox in PostgreSQL, MySQL, MariaDB and SQLite, by any driver of DB-API: one table, which clients share.

Each store takes a connection of its own, which it commits, or a function that opens one: a new connection, which is
closed again, or a context manager such as `pool.connection` of psycopg_pool.
"""

import hashlib
import threading
import time
from contextlib import contextmanager
from typing import Any, Callable, Iterator, Sequence, Tuple, Union


def _digest(fingerprint: str) -> str:
    """Names get as long as a header may be; their digests do not."""
    return hashlib.sha256(fingerprint.encode()).hexdigest()


class _SqlStore:
    """What all databases have in common. A statement is a transaction of its own."""

    # Makes the table; for your migrations.
    create_table: str

    def __init__(self, connect: Union[Any, Callable[[], Any]]) -> None:
        self._connect = connect
        self._lock = threading.Lock()

    @contextmanager
    def _opened(self) -> Iterator[Any]:
        if hasattr(self._connect, "cursor"):
            with self._lock:
                yield self._connect
            return
        opened = self._connect()
        if not hasattr(opened, "cursor"):
            with opened as connection:
                yield connection
            return
        try:
            yield opened
        finally:
            opened.close()

    def _run(self, text: str, values: Sequence[Any], fetch: bool = False) -> Tuple[int, Any]:
        """Runs one statement and commits it. Returns how many rows it changed, and the first it gave."""
        with self._opened() as connection:
            try:
                result = self._execute(connection, text, values, fetch)
                connection.commit()
                return result
            except BaseException:
                connection.rollback()
                raise

    @staticmethod
    def _execute(connection: Any, text: str, values: Sequence[Any], fetch: bool = False) -> Tuple[int, Any]:
        cursor = connection.cursor()
        try:
            cursor.execute(text, tuple(values))
            return cursor.rowcount, cursor.fetchone() if fetch else None
        finally:
            cursor.close()


class PostgresStore(_SqlStore):
    """Remembers events in PostgreSQL (11 or later) by psycopg, psycopg2 or pg8000; the clock is the database's."""

    create_table = """create table if not exists irandargah_inbox (
  fingerprint char(64) collate "C" primary key,
  owner char(36) not null,
  leased_until timestamptz not null,
  done_at timestamptz
)"""

    # The time of now, not of the statement's beginning: it may have waited for the row.
    _claim = """insert into irandargah_inbox as inbox (fingerprint, owner, leased_until)
  values (%s, %s, clock_timestamp() + %s * interval '1 millisecond')
  on conflict (fingerprint) do update set owner = excluded.owner, leased_until = excluded.leased_until
  where inbox.done_at is null and inbox.leased_until <= clock_timestamp()
  returning 1"""
    _done = "select 1 from irandargah_inbox where fingerprint = %s and done_at is not null"
    _finish = """update irandargah_inbox set done_at = coalesce(done_at, clock_timestamp())
  where fingerprint = %s and owner = %s returning 1"""
    _release = """update irandargah_inbox set leased_until = clock_timestamp()
  where fingerprint = %s and owner = %s and done_at is null"""

    def claim(self, fingerprint: str, owner: str, lease: float) -> str:
        event = _digest(fingerprint)
        if self._run(self._claim, (event, owner, int(lease * 1000)), fetch=True)[1]:
            return "claimed"
        return "done" if self._run(self._done, (event,), fetch=True)[1] else "running"

    def finish(self, fingerprint: str, owner: str, connection: Any = None) -> bool:
        values = (_digest(fingerprint), owner)
        if connection is None:
            return bool(self._run(self._finish, values, fetch=True)[1])
        return bool(self._execute(connection, self._finish, values, fetch=True)[1])

    def release(self, fingerprint: str, owner: str) -> None:
        self._run(self._release, (_digest(fingerprint), owner))


class MysqlStore(_SqlStore):
    """Remembers events in MySQL (5.7 or later) or MariaDB by PyMySQL, mysqlclient or mysql-connector-python."""

    create_table = """create table if not exists irandargah_inbox (
  fingerprint char(64) character set ascii collate ascii_bin not null primary key,
  owner char(36) character set ascii collate ascii_bin not null,
  leased_until datetime(3) not null,
  done_at datetime(3)
) engine = InnoDB"""

    # MySQL returns no rows from a change, and counts those that were changed as its client asks: so each change is
    # followed by a look at who owns the row. Not now(), which has an hour twice where clocks are put back.
    _insert = """insert into irandargah_inbox (fingerprint, owner, leased_until)
  values (%s, %s, utc_timestamp(3) + interval %s microsecond) on duplicate key update fingerprint = fingerprint"""
    _take = """update irandargah_inbox set owner = %s, leased_until = utc_timestamp(3) + interval %s microsecond
  where fingerprint = %s and done_at is null and leased_until <= utc_timestamp(3)"""
    _look = "select owner, done_at is not null from irandargah_inbox where fingerprint = %s"
    _finish = """update irandargah_inbox set done_at = coalesce(done_at, utc_timestamp(3))
  where fingerprint = %s and owner = %s"""
    _release = """update irandargah_inbox set leased_until = utc_timestamp(3)
  where fingerprint = %s and owner = %s and done_at is null"""

    @staticmethod
    def _seen(row: Any, owner: str) -> Tuple[bool, bool]:
        """Whether a row is this attempt's, and whether it is done."""
        if row is None:
            return False, False
        known = row[0].decode() if isinstance(row[0], (bytes, bytearray)) else row[0]
        return known == owner, bool(int(row[1]))

    def claim(self, fingerprint: str, owner: str, lease: float) -> str:
        event, microseconds = _digest(fingerprint), int(lease * 1_000_000)
        self._run(self._insert, (event, owner, microseconds))
        self._run(self._take, (owner, microseconds, event))
        own, done = self._seen(self._run(self._look, (event,), fetch=True)[1], owner)
        return "done" if done else "claimed" if own else "running"

    def finish(self, fingerprint: str, owner: str, connection: Any = None) -> bool:
        event = _digest(fingerprint)
        if connection is None:
            self._run(self._finish, (event, owner))
            row = self._run(self._look, (event,), fetch=True)[1]
        else:
            self._execute(connection, self._finish, (event, owner))
            row = self._execute(connection, self._look, (event,), fetch=True)[1]
        own, done = self._seen(row, owner)
        return own and done

    def release(self, fingerprint: str, owner: str) -> None:
        self._run(self._release, (_digest(fingerprint), owner))


class SqliteStore(_SqlStore):
    """Remembers events in SQLite (3.24 or later): one file, which the processes of one machine may share.

    Give it a function that opens the file, with a `timeout` for other processes. Times are milliseconds since 1970.
    """

    create_table = """create table if not exists irandargah_inbox (
  fingerprint text primary key,
  owner text not null,
  leased_until integer not null,
  done_at integer
)"""

    _claim = """insert into irandargah_inbox (fingerprint, owner, leased_until) values (%s, %s, %s)
  on conflict (fingerprint) do update set owner = excluded.owner, leased_until = excluded.leased_until
  where done_at is null and leased_until <= %s"""
    _done = "select 1 from irandargah_inbox where fingerprint = %s and done_at is not null"
    _finish = "update irandargah_inbox set done_at = coalesce(done_at, %s) where fingerprint = %s and owner = %s"
    _release = """update irandargah_inbox set leased_until = %s
  where fingerprint = %s and owner = %s and done_at is null"""

    # As the driver writes the place of a value: `?` for sqlite3, `%s` for Django's connections.
    placeholder = "?"

    def _text(self, text: str) -> str:
        return text.replace("%s", self.placeholder)

    def claim(self, fingerprint: str, owner: str, lease: float) -> str:
        event, now = _digest(fingerprint), int(time.time() * 1000)
        if self._run(self._text(self._claim), (event, owner, now + int(lease * 1000), now))[0] > 0:
            return "claimed"
        return "done" if self._run(self._text(self._done), (event,), fetch=True)[1] else "running"

    def finish(self, fingerprint: str, owner: str, connection: Any = None) -> bool:
        text, values = self._text(self._finish), (int(time.time() * 1000), _digest(fingerprint), owner)
        changed = self._run(text, values) if connection is None else self._execute(connection, text, values)
        return changed[0] > 0

    def release(self, fingerprint: str, owner: str) -> None:
        self._run(self._text(self._release), (int(time.time() * 1000), _digest(fingerprint), owner))
