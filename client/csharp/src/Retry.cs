// Decides whether a failed attempt may be repeated, and after which pause.
using System;
using System.Linq;

namespace IranDargah
{
    internal static class Retry
    {
        private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

        private static readonly string[] PassingCodes = Facts.Errors
            .Where(error => error.MayHaveActed)
            .Select(error => error.Code.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Concat(new[] { ErrorCode.Network, ErrorCode.Timeout, ErrorCode.Unreadable, ErrorCode.Untrusted })
            .ToArray();

        /// <summary>Whether the failure may pass by itself (docs/decisions/0064): the way, the gateway or its bank broke
        /// down. The HTTP status is asked only where there is no code that would tell.</summary>
        private static bool IsTransient(IranDargahException error)
        {
            return PassingCodes.Contains(error.Code)
                || ((error.Code == ErrorCode.UnknownCode || error.Code == ErrorCode.UnexpectedAnswer) && error.HttpStatus >= 500);
        }

        /// <summary>The pause before the next attempt; null when the failure is final for this call.</summary>
        /// <param name="attempt">The attempt that failed, counted from 1.</param>
        /// <param name="random">From 0 to 1, so that many clients do not come back at the same moment.</param>
        public static TimeSpan? Pause(
            IranDargahException error, Operation operation, int attempt, ClientOptions limits, double random)
        {
            if (attempt > limits.Retries) return null;
            // A refusal by the rate limit has had no effect, so any operation may be repeated after it.
            var isLimited = error.Code == ErrorCode.RateLimited;
            if (!isLimited && !(operation.IsRepeatable && IsTransient(error))) return null;
            if (error.RetryAfter != null)
            {
                if (error.RetryAfter > limits.MaxRetryDelay) return null;
                return error.RetryAfter.Value + TimeSpan.FromTicks((long)(FirstPause.Ticks * random));
            }
            var ticks = FirstPause.Ticks * Math.Pow(2, attempt - 1) * (0.5 + random);
            return TimeSpan.FromTicks((long)Math.Min(ticks, limits.MaxRetryDelay.Ticks));
        }
    }
}
