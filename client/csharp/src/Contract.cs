// The shapes in which generated/Facts.cs says what the contract has.
using System.Collections.Generic;

namespace IranDargah
{
    /// <summary>How to call an operation, and what it may answer.</summary>
    internal sealed class Operation
    {
        public string Name { get; }

        public string Method { get; }

        public string Path { get; }

        public int SuccessStatus { get; }

        public bool Token { get; }

        /// <summary>Whether request and answer are signed when the terminal has a secret key.</summary>
        public bool Signed { get; }

        public bool IdempotencyKey { get; }

        public bool Undocumented { get; }

        /// <summary>The fields that data of a success must have, and what they are; null where a success has no data.</summary>
        public Dictionary<string, string> Data { get; }

        /// <summary>The names of the errors that it documents.</summary>
        public string[] Errors { get; }

        public Operation(
            string name, string method, string path, int successStatus, string traits, Dictionary<string, string> data,
            string[] errors)
        {
            var all = new HashSet<string>(traits.Split(' '));
            Name = name;
            Method = method;
            Path = path;
            SuccessStatus = successStatus;
            Token = all.Contains("token");
            Signed = all.Contains("signed");
            IdempotencyKey = all.Contains("idempotencyKey");
            Undocumented = all.Contains("undocumented");
            Data = data;
            Errors = errors;
        }

        /// <summary>Whether sending the same bytes again can never act twice: it only reads, or its key is documented.</summary>
        public bool IsRepeatable => Method == "GET" || (IdempotencyKey && !Undocumented);
    }

    /// <summary>An error of the gateway's catalogue.</summary>
    internal sealed class ErrorFact
    {
        public string Name { get; }

        public long Code { get; }

        public string Type { get; }

        public bool MayHaveActed { get; }

        public string Advice { get; }

        public ErrorFact(string name, long code, string type, bool mayHaveActed, string advice)
        {
            Name = name;
            Code = code;
            Type = type;
            MayHaveActed = mayHaveActed;
            Advice = advice;
        }
    }
}
