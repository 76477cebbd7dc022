"""No event is lost or handled twice: the rules of the inbox in memory and in the databases that are there.

SQLite always is; PostgreSQL and MariaDB where POSTGRES_URL and MYSQL_URL name an empty database.
"""

import asyncio
import os
import sqlite3
import tempfile
import threading
import time
import unittest
import uuid
from urllib.parse import urlsplit

from deliveries import SECRET, delivery

from irandargah import LeaseEnded, MemoryStore, handle_once, handle_once_async, verify_webhook
from irandargah.stores import MysqlStore, PostgresStore, SqliteStore


def event():
    """An event that nobody has handled."""
    body, pairs = delivery(order=str(uuid.uuid4()))
    return verify_webhook(body, pairs, SECRET)


class InboxRules:
    """What holds for every store; `self.store` is one."""

    def test_runs_a_handler_once(self):
        new, runs = event(), []
        answers = [handle_once(new, self.store, lambda *given: runs.append(given)) for _ in range(3)]
        self.assertEqual((answers, len(runs)), ([200, 200, 200], 1))

    def test_gives_an_event_back_when_its_handler_fails(self):
        new = event()

        def fails(event, mark_done):
            raise RuntimeError("the database is away")

        with self.assertRaisesRegex(RuntimeError, "away"):
            handle_once(new, self.store, fails)
        self.assertEqual(handle_once(new, self.store, lambda *_: None), 200)

    def test_lets_one_of_many_at_once_handle_it(self):
        new, runs, answers = event(), [], []

        def slow(event, mark_done):
            runs.append(event)
            time.sleep(0.5)

        threads = [
            threading.Thread(target=lambda: answers.append(handle_once(new, self.store, slow))) for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual((sorted(answers), len(runs)), ([200] + [503] * 7, 1))

    def test_lets_another_take_over_after_the_lease(self):
        new = event()

        def hangs(event, mark_done):
            time.sleep(0.3)
            self.assertEqual(handle_once(new, self.store, lambda *_: None, lease=60), 200)

        self.assertEqual(handle_once(new, self.store, hangs, lease=0.1), 503)

    def test_works_for_handlers_that_are_awaited(self):
        new, runs = event(), []

        async def handler(event, mark_done):
            runs.append(event)
            await asyncio.sleep(0.2)

        async def twice():
            return await asyncio.gather(
                handle_once_async(new, self.store, handler), handle_once_async(new, self.store, handler)
            )

        self.assertEqual((sorted(asyncio.run(twice())), len(runs)), ([200, 503], 1))

    def test_a_handler_that_is_cancelled_gives_the_event_back(self):
        new = event()

        async def cancelled():
            begun = asyncio.Event()

            async def handler(event, mark_done):
                begun.set()
                await asyncio.sleep(60)

            task = asyncio.ensure_future(handle_once_async(new, self.store, handler))
            await begun.wait()
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

        asyncio.run(cancelled())
        self.assertEqual(handle_once(new, self.store, lambda *_: None), 200)


class MemoryTest(InboxRules, unittest.TestCase):
    def setUp(self):
        self.store = MemoryStore()

    def test_a_task_that_is_cancelled_while_it_claims_gives_the_event_back(self):
        new = event()

        class SlowStore(MemoryStore):
            def claim(self, *attempt):
                time.sleep(0.3)
                return super().claim(*attempt)

        store = SlowStore()

        async def cancelled():
            task = asyncio.ensure_future(handle_once_async(new, store, None))
            await asyncio.sleep(0.1)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

        asyncio.run(cancelled())
        self.assertEqual(handle_once(new, store, lambda *_: None), 200)

    def test_forgets_the_oldest_that_is_done_and_nothing_that_runs(self):
        store = MemoryStore(capacity=2)
        store.claim("running", "a", 60)
        for name in ("one", "two", "three"):
            store.claim(name, "b", 60)
            store.finish(name, "b")
        self.assertEqual(store.claim("running", "c", 60), "running")
        self.assertEqual(store.claim("three", "c", 60), "done")
        self.assertEqual(store.claim("one", "c", 60), "claimed")


class DatabaseRules(InboxRules):
    """What holds for databases; `self.connect` opens a connection."""

    def setUp(self):
        self.store = self.kind(self.connect)
        connection = self.connect()
        cursor = connection.cursor()
        cursor.execute(self.store.create_table)
        cursor.execute("create table if not exists audit_log (delivery varchar(64))")
        connection.commit()
        connection.close()

    def test_works_on_one_connection_of_its_own(self):
        connection = self.connect()
        store = self.kind(connection)
        new = event()
        self.assertEqual([handle_once(new, store, lambda *_: None) for _ in range(2)], [200, 200])
        connection.close()

    def test_commits_what_a_handler_wrote_and_that_it_is_done_together_or_neither(self):
        new, connection = event(), self.connect()
        insert = f"insert into audit_log (delivery) values ('{new.fingerprint[-32:]}')"

        def loses_its_lease(event, mark_done):
            connection.cursor().execute(insert)
            time.sleep(0.2)
            # The database of SQLite has one writer, so that nobody can take over while it writes.
            if self.kind is not SqliteStore:
                self.assertEqual(self.kind(self.connect).claim(new.fingerprint, "another", 0.2), "claimed")
                mark_done(connection)

        def writes(event, mark_done):
            connection.cursor().execute(insert)
            mark_done(connection)
            connection.commit()

        if self.kind is not SqliteStore:
            with self.assertRaises(LeaseEnded):
                handle_once(new, self.store, loses_its_lease, lease=0.1)
            connection.rollback()
            time.sleep(0.3)
        self.assertEqual(handle_once(new, self.store, writes), 200)
        cursor = connection.cursor()
        cursor.execute(f"select count(*) from audit_log where delivery = '{new.fingerprint[-32:]}'")
        self.assertEqual(cursor.fetchone()[0], 1)
        connection.close()


class SqliteTest(DatabaseRules, unittest.TestCase):
    kind = SqliteStore

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        super().setUp()

    def connect(self):
        return sqlite3.connect(os.path.join(self.folder.name, "shop.sqlite"), timeout=10)


@unittest.skipUnless("POSTGRES_URL" in os.environ, "no POSTGRES_URL")
class PostgresTest(DatabaseRules, unittest.TestCase):
    kind = PostgresStore

    def connect(self):
        import pg8000.dbapi

        url = urlsplit(os.environ["POSTGRES_URL"])
        return pg8000.dbapi.connect(
            host=url.hostname, port=url.port, user=url.username, password=url.password, database=url.path[1:]
        )


@unittest.skipUnless("MYSQL_URL" in os.environ, "no MYSQL_URL")
class MysqlTest(DatabaseRules, unittest.TestCase):
    kind = MysqlStore

    def connect(self):
        import pymysql

        url = urlsplit(os.environ["MYSQL_URL"])
        return pymysql.connect(host=url.hostname, port=url.port, user=url.username, database=url.path[1:])
