// The webhook inbox in PostgreSQL, MySQL, MariaDB or SQLite over ADO.NET: the table that the packages of all languages share.
using System;
using System.Collections.Generic;
using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace IranDargah
{
    /// <summary>Remembers events in the table irandargah_inbox, by the clock of the database.</summary>
    public sealed class DatabaseStore : IWebhookStore
    {
        // The time of now, not of the statement's beginning: it may have waited for the row.
        private const string PostgresNow = "clock_timestamp()";

        // Not now(), which has an hour twice where clocks are put back.
        private const string MySqlNow = "utc_timestamp(3)";

        private const string SqliteNow = "@now";

        private readonly Func<DbConnection> connect;
        private readonly string[] claim;
        private readonly string isClaimed;
        private readonly string isDone;
        private readonly string[] finish;
        private readonly string release;

        /// <summary>Makes the table; for your migrations.</summary>
        public string CreateTable { get; }

        private DatabaseStore(
            Func<DbConnection> connect, string createTable, string now, string fingerprint, params string[] claim)
        {
            this.connect = connect;
            CreateTable = createTable;
            this.claim = claim;
            var own = " from irandargah_inbox where fingerprint = " + fingerprint;
            isClaimed = "select 1" + own + " and owner = @owner and done_at is null";
            isDone = "select 1" + own + " and done_at is not null";
            finish = new[]
            {
                "update irandargah_inbox set done_at = coalesce(done_at, " + now + ") where fingerprint = " + fingerprint
                    + " and owner = @owner",
                // How many rows a change has is told differently by the databases; who owns the row is not.
                "select 1" + own + " and owner = @owner and done_at is not null",
            };
            release = "update irandargah_inbox set leased_until = " + now + " where fingerprint = " + fingerprint
                + " and owner = @owner and done_at is null";
        }

        /// <summary>PostgreSQL 11 or later, by Npgsql.</summary>
        /// <param name="connect">Makes a connection of yours, open or not; it is disposed of after each use.</param>
        public static DatabaseStore PostgreSql(Func<DbConnection> connect)
        {
            return new DatabaseStore(
                connect,
                @"create table if not exists irandargah_inbox (
  fingerprint char(64) collate ""C"" primary key,
  owner char(36) not null,
  leased_until timestamptz not null,
  done_at timestamptz
)",
                PostgresNow,
                "cast(@fingerprint as char(64))",
                @"insert into irandargah_inbox as inbox (fingerprint, owner, leased_until) values (@fingerprint, @owner,
  clock_timestamp() + cast(@lease as double precision) * interval '1 millisecond')
on conflict (fingerprint) do update set owner = excluded.owner, leased_until = excluded.leased_until
where inbox.done_at is null and inbox.leased_until <= clock_timestamp()");
        }

        /// <summary>MySQL 5.7 or later, and MariaDB, by MySqlConnector or MySql.Data.</summary>
        /// <param name="connect">Makes a connection of yours, open or not; it is disposed of after each use.</param>
        public static DatabaseStore MySql(Func<DbConnection> connect)
        {
            return new DatabaseStore(
                connect,
                @"create table if not exists irandargah_inbox (
  fingerprint char(64) character set ascii collate ascii_bin not null primary key,
  owner char(36) character set ascii collate ascii_bin not null,
  leased_until datetime(3) not null,
  done_at datetime(3)
) engine = InnoDB",
                MySqlNow,
                "@fingerprint",
                @"insert into irandargah_inbox (fingerprint, owner, leased_until)
values (@fingerprint, @owner, utc_timestamp(3) + interval @lease * 1000 microsecond)
on duplicate key update fingerprint = irandargah_inbox.fingerprint",
                @"update irandargah_inbox set owner = @owner, leased_until = utc_timestamp(3) + interval @lease * 1000 microsecond
where fingerprint = @fingerprint and done_at is null and leased_until <= utc_timestamp(3)");
        }

        /// <summary>SQLite 3.24 or later, by Microsoft.Data.Sqlite, System.Data.SQLite or Mono.Data.Sqlite: one file, which
        /// the processes of one machine may share.</summary>
        /// <param name="connect">Makes a connection of yours, open or not; it is disposed of after each use.</param>
        public static DatabaseStore Sqlite(Func<DbConnection> connect)
        {
            return new DatabaseStore(
                connect,
                @"create table if not exists irandargah_inbox (
  fingerprint text primary key,
  owner text not null,
  leased_until integer not null,
  done_at integer
)",
                SqliteNow,
                "@fingerprint",
                @"insert into irandargah_inbox (fingerprint, owner, leased_until) values (@fingerprint, @owner, @now + @lease)
on conflict (fingerprint) do update set owner = excluded.owner, leased_until = excluded.leased_until
where done_at is null and leased_until <= @now");
        }

        public async Task<WebhookClaim> ClaimAsync(
            string fingerprint, string owner, TimeSpan lease, CancellationToken cancellationToken)
        {
            using (var connection = connect())
            {
                if (connection.State != ConnectionState.Open) await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
                var values = ValuesOf(fingerprint, owner, lease);
                foreach (var statement in claim) await RunAsync(connection, null, statement, values).ConfigureAwait(false);
                if (await FindsAsync(connection, null, isClaimed, values).ConfigureAwait(false)) return WebhookClaim.Claimed;
                return await FindsAsync(connection, null, isDone, values).ConfigureAwait(false)
                    ? WebhookClaim.Done
                    : WebhookClaim.Running;
            }
        }

        public async Task<bool> FinishAsync(string fingerprint, string owner, DbTransaction transaction)
        {
            var values = ValuesOf(fingerprint, owner, TimeSpan.Zero);
            if (transaction != null) return await FinishIn(transaction.Connection, transaction, values).ConfigureAwait(false);
            using (var connection = connect())
            {
                if (connection.State != ConnectionState.Open) await connection.OpenAsync().ConfigureAwait(false);
                return await FinishIn(connection, null, values).ConfigureAwait(false);
            }
        }

        private async Task<bool> FinishIn(
            DbConnection connection, DbTransaction transaction, Dictionary<string, object> values)
        {
            await RunAsync(connection, transaction, finish[0], values).ConfigureAwait(false);
            return await FindsAsync(connection, transaction, finish[1], values).ConfigureAwait(false);
        }

        public async Task ReleaseAsync(string fingerprint, string owner)
        {
            using (var connection = connect())
            {
                if (connection.State != ConnectionState.Open) await connection.OpenAsync().ConfigureAwait(false);
                await RunAsync(connection, null, release, ValuesOf(fingerprint, owner, TimeSpan.Zero)).ConfigureAwait(false);
            }
        }

        /// <summary>What a statement may name. Names get as long as a header may be; their digests do not.</summary>
        private static Dictionary<string, object> ValuesOf(string fingerprint, string owner, TimeSpan lease)
        {
            using (var sha256 = SHA256.Create())
            {
                var digest = BitConverter.ToString(sha256.ComputeHash(Encoding.UTF8.GetBytes(fingerprint)));
                return new Dictionary<string, object>
                {
                    { "@fingerprint", digest.Replace("-", "").ToLowerInvariant() },
                    { "@owner", owner },
                    { "@lease", (long)lease.TotalMilliseconds },
                    { "@now", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() },
                };
            }
        }

        private static DbCommand CommandOf(
            DbConnection connection, DbTransaction transaction, string text, Dictionary<string, object> values)
        {
            var command = connection.CreateCommand();
            command.CommandText = text;
            command.Transaction = transaction;
            foreach (var value in values)
            {
                if (!text.Contains(value.Key)) continue;
                var parameter = command.CreateParameter();
                parameter.ParameterName = value.Key;
                parameter.Value = value.Value;
                command.Parameters.Add(parameter);
            }
            return command;
        }

        private static async Task RunAsync(
            DbConnection connection, DbTransaction transaction, string text, Dictionary<string, object> values)
        {
            using (var command = CommandOf(connection, transaction, text, values))
            {
                await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            }
        }

        private static async Task<bool> FindsAsync(
            DbConnection connection, DbTransaction transaction, string text, Dictionary<string, object> values)
        {
            using (var command = CommandOf(connection, transaction, text, values))
            {
                return await command.ExecuteScalarAsync().ConfigureAwait(false) != null;
            }
        }
    }
}
