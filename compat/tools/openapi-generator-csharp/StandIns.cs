// Stands in for what the generated code takes from newer packages than Debian has: Polly, which retries, and the naming
// strategies of Newtonsoft.Json 9. Neither has a part in a payment: no retry is configured, and every member has its
// name in an attribute.
extern alias Older;

namespace Polly
{
    public enum OutcomeType { Successful, Failure }

    public class PolicyResult<T>
    {
        public OutcomeType Outcome;
        public T Result;
        public System.Exception FinalException;
    }

    public interface ISyncPolicy<T>
    {
        PolicyResult<T> ExecuteAndCapture(System.Func<T> action);
    }

    public interface IAsyncPolicy<T>
    {
        System.Threading.Tasks.Task<PolicyResult<T>> ExecuteAndCaptureAsync(
            System.Func<System.Threading.Tasks.Task<T>> action);
    }
}

namespace Newtonsoft.Json.Serialization
{
    public class NamingStrategy
    {
        public bool OverrideSpecifiedNames { get; set; }
    }

    public class CamelCaseNamingStrategy : NamingStrategy { }

    public class DefaultContractResolver : Older::Newtonsoft.Json.Serialization.DefaultContractResolver
    {
        public NamingStrategy NamingStrategy { get; set; }
    }
}
