// Handles each event once, however often it is delivered and wherever a handler dies (docs/decisions/0089).
using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace IranDargah
{
    /// <summary>What a store says to an attempt: the event is its own now, or another's, or has been handled.</summary>
    public enum WebhookClaim
    {
        Claimed,
        Running,
        Done,
    }

    /// <summary>Where events are remembered, each by its fingerprint: MemoryStore, DatabaseStore, or one of your own.</summary>
    public interface IWebhookStore
    {
        /// <summary>Takes an event for an attempt in one atomic step, unless it is done or the lease of another has not
        /// ended.</summary>
        Task<WebhookClaim> ClaimAsync(string fingerprint, string owner, TimeSpan lease, CancellationToken cancellationToken);

        /// <summary>Marks it as done, if it is this attempt's still; doing so twice does no harm.</summary>
        /// <param name="transaction">Yours, in which it is marked; null for none.</param>
        /// <returns>Whether it was.</returns>
        Task<bool> FinishAsync(string fingerprint, string owner, DbTransaction transaction);

        /// <summary>Ends the lease of this attempt, if it has it still and the event is not done.</summary>
        Task ReleaseAsync(string fingerprint, string owner);
    }

    public static partial class Webhooks
    {
        /// <summary>Longer than a handler takes, and shorter than the gateway waits before its first retry.</summary>
        private static readonly TimeSpan DefaultLease = TimeSpan.FromSeconds(90);

        /// <summary>
        /// Runs your handler unless the event, known by its name and signed data, is done or another attempt is at it. A
        /// handler that fails gives the event back at once, one that dies does so when its lease ends.
        /// </summary>
        /// <param name="lease">How long an attempt has the event to itself: longer than your handler ever takes; 90 seconds
        /// when left out.</param>
        /// <returns>The status to answer with: 200 when the event is done, 503 while it is not, so that it comes again.</returns>
        /// <exception cref="Exception">Whatever the handler or the store throws: answer 500 then.</exception>
        public static Task<int> HandleOnceAsync(
            WebhookEvent webhook, IWebhookStore store, Func<WebhookEvent, Task> handle, TimeSpan? lease = null,
            CancellationToken cancellationToken = default(CancellationToken))
        {
            return HandleOnceAsync(webhook, store, (one, markDone) => handle(one), lease, cancellationToken);
        }

        /// <summary>The same with a handler that finishes the event within a transaction of its own: it calls its second
        /// argument last, before it commits. That throws when the lease was lost, so that it rolls back.</summary>
        public static async Task<int> HandleOnceAsync(
            WebhookEvent webhook, IWebhookStore store, Func<WebhookEvent, Func<DbTransaction, Task>, Task> handle,
            TimeSpan? lease = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            var owner = Guid.NewGuid().ToString();
            var claim = await store.ClaimAsync(webhook.Fingerprint, owner, lease ?? DefaultLease, cancellationToken).ConfigureAwait(false);
            if (claim != WebhookClaim.Claimed) return claim == WebhookClaim.Done ? 200 : 503;
            var succeeded = false;
            try
            {
                await handle(webhook, transaction => MarkDoneAsync(store, webhook, owner, transaction)).ConfigureAwait(false);
                var isOurs = await store.FinishAsync(webhook.Fingerprint, owner, null).ConfigureAwait(false);
                succeeded = true;
                return isOurs ? 200 : 503;
            }
            finally
            {
                if (!succeeded) await ReleaseAsync(store, webhook.Fingerprint, owner).ConfigureAwait(false);
            }
        }

        private static async Task MarkDoneAsync(
            IWebhookStore store, WebhookEvent webhook, string owner, DbTransaction transaction)
        {
            if (await store.FinishAsync(webhook.Fingerprint, owner, transaction).ConfigureAwait(false)) return;
            throw new InvalidOperationException("The lease of this event has ended.");
        }

        private static async Task ReleaseAsync(IWebhookStore store, string fingerprint, string owner)
        {
            try
            {
                await store.ReleaseAsync(fingerprint, owner).ConfigureAwait(false);
            }
            catch (Exception)
            {
                // The lease ends by itself; what went wrong first matters more.
            }
        }
    }

    /// <summary>Remembers events while the process lives: for tests, and for a shop of one process that may forget.</summary>
    public sealed class MemoryStore : IWebhookStore
    {
        private sealed class Attempt
        {
            public string Owner;
            public long Order;

            /// <summary>For ever, once it is done.</summary>
            public DateTimeOffset Until;

            public bool IsDone => Until == DateTimeOffset.MaxValue;

            public bool IsRunning => !IsDone && Until > DateTimeOffset.UtcNow;
        }

        private readonly Dictionary<string, Attempt> attempts = new Dictionary<string, Attempt>();
        private readonly int capacity;
        private long order;

        /// <param name="capacity">How many are kept: the newest, and all that are under way.</param>
        public MemoryStore(int capacity = 10000)
        {
            this.capacity = capacity;
        }

        public Task<WebhookClaim> ClaimAsync(
            string fingerprint, string owner, TimeSpan lease, CancellationToken cancellationToken)
        {
            lock (attempts)
            {
                attempts.TryGetValue(fingerprint, out var found);
                if (found != null && found.IsDone) return Task.FromResult(WebhookClaim.Done);
                if (found != null && found.IsRunning) return Task.FromResult(WebhookClaim.Running);
                attempts.Remove(fingerprint);
                if (attempts.Count >= capacity) ForgetOldest();
                attempts[fingerprint] = new Attempt { Owner = owner, Order = order++, Until = DateTimeOffset.UtcNow + lease };
                return Task.FromResult(WebhookClaim.Claimed);
            }
        }

        /// <summary>A tenth at once, so that it is not looked for at each claim.</summary>
        private void ForgetOldest()
        {
            var ended = attempts.Where(one => !one.Value.IsRunning).OrderBy(one => one.Value.Order);
            foreach (var oldest in ended.Take(1 + capacity / 10).ToList()) attempts.Remove(oldest.Key);
        }

        public Task<bool> FinishAsync(string fingerprint, string owner, DbTransaction transaction)
        {
            return Task.FromResult(Settle(fingerprint, owner, DateTimeOffset.MaxValue));
        }

        public Task ReleaseAsync(string fingerprint, string owner)
        {
            return Task.FromResult(Settle(fingerprint, owner, DateTimeOffset.MinValue));
        }

        private bool Settle(string fingerprint, string owner, DateTimeOffset until)
        {
            lock (attempts)
            {
                if (!attempts.TryGetValue(fingerprint, out var found) || found.Owner != owner) return false;
                // What is done stays so.
                if (!found.IsDone) found.Until = until;
                return true;
            }
        }
    }
}
