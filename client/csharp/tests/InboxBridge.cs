// Lends the inbox of the package to the tests of all inboxes: a JSON question on each line of the input, an answer on
// each line of the output. Its connections are doubles of ADO.NET that have each statement carried out by the tests,
// in a real database, since the providers of .NET for PostgreSQL and MySQL come from NuGet.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Data;
using System.Data.Common;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using IranDargah;
using Mono.Data.Sqlite;
using Fields = System.Collections.Generic.Dictionary<string, object>;

public static class InboxBridge
{
    private static readonly TextWriter Output =
        TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true });

    private static readonly ConcurrentDictionary<decimal, TaskCompletionSource<bool>> Asked =
        new ConcurrentDictionary<decimal, TaskCompletionSource<bool>>();

    private static int count;

    /// <summary>Has a statement carried out. Whether it found a row.</summary>
    public static Task<bool> RunAsync(object transaction, string text, DbParameterCollection parameters)
    {
        var number = (decimal)Interlocked.Increment(ref count);
        var found = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Asked[number] = found;
        var values = parameters.Cast<DbParameter>().ToDictionary(one => one.ParameterName, one => one.Value);
        Output.WriteLine(Json.Write(new Fields
        {
            { "statement", number }, { "transaction", transaction }, { "text", text }, { "values", values },
        }));
        return found.Task;
    }

    private static async Task<object> AnswerAsync(IWebhookStore store, Fields question)
    {
        var fingerprint = (string)question["fingerprint"];
        var owner = (string)question["owner"];
        switch ((string)question["do"])
        {
            case "claim":
                var lease = TimeSpan.FromMilliseconds((double)(decimal)question["lease"]);
                var claim = await store.ClaimAsync(fingerprint, owner, lease, CancellationToken.None);
                return claim.ToString().ToLowerInvariant();
            case "finish":
                var transaction = question["transaction"];
                return await store.FinishAsync(
                    fingerprint, owner, transaction == null ? null : new BridgeTransaction(new BridgeConnection(transaction)));
            default:
                await store.ReleaseAsync(fingerprint, owner);
                return null;
        }
    }

    private static async Task TellAsync(IWebhookStore store, Fields question)
    {
        var told = new Fields { { "question", question["question"] } };
        try
        {
            told["answer"] = await AnswerAsync(store, question);
        }
        catch (Exception error)
        {
            told["error"] = error.ToString();
        }
        Output.WriteLine(Json.Write(told));
    }

    public static void Main(string[] arguments)
    {
        Func<DbConnection> connect = () => new BridgeConnection(null);
        var store = arguments[0] == "mysql" ? DatabaseStore.MySql(connect) : DatabaseStore.PostgreSql(connect);
        Output.WriteLine(Json.Write(new Fields { { "table", store.CreateTable } }));
        var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        for (var line = input.ReadLine(); line != null; line = input.ReadLine())
        {
            var said = (Fields)Json.Read(line);
            object number;
            TaskCompletionSource<bool> found;
            if (!said.TryGetValue("statement", out number))
            {
                var question = said;
                Task.Run(() => TellAsync(store, question));
            }
            else if (Asked.TryRemove((decimal)number, out found))
            {
                if (said.ContainsKey("error")) found.SetException(new InvalidOperationException((string)said["error"]));
                else found.SetResult((bool)said["found"]);
            }
        }
    }
}

public sealed class BridgeConnection : DbConnection
{
    public object Transaction { get; }

    private ConnectionState state = ConnectionState.Closed;

    public BridgeConnection(object transaction)
    {
        Transaction = transaction;
    }

    public override string ConnectionString { get; set; }

    public override string Database => "";

    public override string DataSource => "";

    public override string ServerVersion => "";

    public override ConnectionState State => state;

    public override void Open() => state = ConnectionState.Open;

    public override void Close() => state = ConnectionState.Closed;

    public override void ChangeDatabase(string name) => throw new NotSupportedException();

    protected override DbTransaction BeginDbTransaction(IsolationLevel level) => throw new NotSupportedException();

    protected override DbCommand CreateDbCommand() => new BridgeCommand { Connection = this };
}

public sealed class BridgeTransaction : DbTransaction
{
    protected override DbConnection DbConnection { get; }

    public BridgeTransaction(DbConnection connection)
    {
        DbConnection = connection;
    }

    public override IsolationLevel IsolationLevel => IsolationLevel.Unspecified;

    public override void Commit() => throw new NotSupportedException();

    public override void Rollback() => throw new NotSupportedException();
}

public sealed class BridgeCommand : DbCommand
{
    /// <summary>Has the parameters; it is never run.</summary>
    private readonly SqliteCommand parameters = new SqliteCommand();

    public override string CommandText { get; set; }

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection DbConnection { get; set; }

    protected override DbTransaction DbTransaction { get; set; }

    protected override DbParameterCollection DbParameterCollection => parameters.Parameters;

    protected override DbParameter CreateDbParameter() => parameters.CreateParameter();

    private Task<bool> RunAsync()
    {
        if (DbConnection.State != ConnectionState.Open && DbTransaction == null) throw new InvalidOperationException("It is closed.");
        return InboxBridge.RunAsync(((BridgeConnection)DbConnection).Transaction, CommandText, DbParameterCollection);
    }

    public override async Task<int> ExecuteNonQueryAsync(CancellationToken token)
    {
        await RunAsync();
        // As many providers do for statements that give no number.
        return -1;
    }

    public override async Task<object> ExecuteScalarAsync(CancellationToken token) => await RunAsync() ? (object)1 : null;

    public override int ExecuteNonQuery() => throw new NotSupportedException();

    public override object ExecuteScalar() => throw new NotSupportedException();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw new NotSupportedException();

    public override void Cancel() { }

    public override void Prepare() { }
}
