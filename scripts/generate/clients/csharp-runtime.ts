// The part of the C# client that no contract changes: how a call becomes a request, and an answer a value or an error.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What stands before the methods of the client's class. */
export const beforeMethods = `    /// <summary>An answer that is not a success.</summary>
    public sealed class GatewayException : Exception
    {
        /// <summary>The HTTP status.</summary>
        public int Status { get; }

        /// <summary>The error; null when the body is not one of the gateway's.</summary>
        public ErrorResponse Answer { get; }

        public GatewayException(int status, ErrorResponse answer)
            : base("The gateway answered with HTTP " + status + (answer?.Error == null ? "." : ", code " + answer.Error.Code + "."))
        {
            Status = status;
            Answer = answer;
        }
    }

    /// <summary>The API; one method for each operation. Put a SigningHandler into the HttpClient to sign.</summary>
    public sealed class GatewayClient
    {
        private readonly HttpClient http;
        private readonly string token;
        private readonly string server;

        /// <param name="http">Sends the requests; its own base address is not used.</param>
        /// <param name="token">The token of the terminal.</param>
        /// <param name="server">One of Servers.</param>
        public GatewayClient(HttpClient http, string token, string server)
        {
            this.http = http ?? throw new ArgumentNullException(nameof(http));
            this.token = token ?? throw new ArgumentNullException(nameof(token));
            this.server = server ?? throw new ArgumentNullException(nameof(server));
        }
`;

/** What stands after them. */
export const afterMethods = `        private async Task<T> SendAsync<T>(Call call, CancellationToken cancellationToken) where T : class
        {
            using (var request = call.ToRequest(server, token))
            using (var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false))
            {
                var bytes = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
                // An answer whose success is false is an error whatever its status, and so is one that is no JSON.
                var answer = response.IsSuccessStatusCode && !Json.SaysFailure(bytes) ? Json.Read<T>(bytes) : null;
                return answer ?? throw new GatewayException((int)response.StatusCode, Json.Read<ErrorResponse>(bytes));
            }
        }
    }

    /// <summary>One call on its way to becoming a request; values that are null are not sent.</summary>
    internal sealed class Call
    {
        private readonly HttpMethod method;
        private readonly string path;
        private readonly bool needsToken;

        public Dictionary<string, object> Query { get; } = new Dictionary<string, object>();
        public Dictionary<string, object> Headers { get; } = new Dictionary<string, object>();
        public byte[] Body { get; set; }

        public Call(HttpMethod method, string path, bool needsToken)
        {
            this.method = method;
            this.path = path;
            this.needsToken = needsToken;
        }

        public HttpRequestMessage ToRequest(string server, string token)
        {
            var address = new StringBuilder(server.TrimEnd('/')).Append(path);
            var separator = '?';
            foreach (var pair in Query)
            {
                if (pair.Value == null) continue;
                address.Append(separator).Append(pair.Key).Append('=').Append(Uri.EscapeDataString(Text(pair.Value)));
                separator = '&';
            }
            var request = new HttpRequestMessage(method, address.ToString());
            if (needsToken) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            foreach (var pair in Headers)
            {
                if (pair.Value != null) request.Headers.Add(pair.Key, Text(pair.Value));
            }
            if (Body != null)
            {
                request.Content = new ByteArrayContent(Body);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            }
            return request;
        }

        private static string Text(object value)
        {
            return Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);
        }
    }

${readFileSync(join(import.meta.dirname, 'runtime/Json.cs'), 'utf8').trimEnd()}`;
